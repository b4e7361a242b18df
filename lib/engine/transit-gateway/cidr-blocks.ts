import { blockText, parseBlock } from '../ip';
import { block6Text, parseBlock6 } from '../ip6';
import { transitGatewayErrors } from './errors';

const mostBlocks = 5;

/**
 * The CIDR blocks of a gateway after a change, in canonical text.
 * Sources: the parameter's documentation; https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html
 */
export function changedCidrBlocks(
  blocks: readonly string[],
  { add = [], remove = [] }: { add?: readonly string[] | undefined; remove?: readonly string[] | undefined },
): string[] {
  const removed = remove.map(acceptCidrBlock);
  const missing = removed.findIndex((block) => !blocks.includes(block));
  if (missing >= 0) throw transitGatewayErrors.cidrBlockNotFound(remove[missing] ?? '');
  const changed = [...new Set([...blocks.filter((block) => !removed.includes(block)), ...add.map(acceptCidrBlock)])];
  if (changed.length > mostBlocks) throw transitGatewayErrors.cidrBlockLimit();
  return changed;
}

function acceptCidrBlock(text: string): string {
  const block = parseBlock(text);
  if (block && block.prefix <= 24) return blockText(block);
  const block6 = block ? undefined : parseBlock6(text);
  if (block6 && block6.prefix <= 64) return block6Text(block6);
  throw transitGatewayErrors.cidrBlock(text);
}
