import { mix } from '../ids';
import { type Block, blockText, containsBlock, ipText, parseBlock, sizeOf } from '../ip';
import { block6Text, parseBlock6 } from '../ip6';
import { isAddressFree, isReserved, type Subnet, subnetBlock } from '../subnet/subnet';
import type { World } from '../world';
import { privateAddressErrors } from './private-address-errors';

/** Some that a call names and how many more it leaves to AWS. */
export interface Wanted {
  readonly named: readonly string[];
  readonly drawn: number;
}

/** `parameter` is the count's name in a refusal. */
export function wanted(named: readonly string[] | undefined, count: number | undefined, parameter: string): Wanted {
  if (count !== undefined && count < 0) throw privateAddressErrors.countTooSmall(count, parameter);
  return { named: named ?? [], drawn: count ?? 0 };
}

/**
 * Prefixes in canonical text, aligned as AWS makes every block. Refuses what is no block of that length, and one twice.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-prefix-eni.html (/28 and /80)
 */
export function checkPrefixes(texts: readonly string[], length: 28 | 80): string[] {
  const blocks = texts.map((text) => {
    const block = length === 28 ? canonicalPrefix(text) : canonicalPrefix6(text);
    if (block === undefined) throw privateAddressErrors.prefixMalformed(text, length);
    return block;
  });
  if (new Set(blocks).size < blocks.length) throw privateAddressErrors.twice();
  return blocks;
}

function canonicalPrefix(text: string): string | undefined {
  const block = parseBlock(text);
  return block?.prefix === 28 ? blockText(block) : undefined;
}

function canonicalPrefix6(text: string): string | undefined {
  const block = parseBlock6(text);
  return block?.prefix === 80 ? block6Text(block) : undefined;
}

const prefixSize = 16;

/** A /28 that may be assigned must lie in the subnet and clear of what AWS keeps there (Assumed, the latter). */
export function checkPrefixInSubnet(subnet: Subnet, text: string): Block {
  const outer = subnetBlock(subnet);
  const block = parseBlock(text);
  if (!block || !containsBlock(outer, block)) throw privateAddressErrors.prefixOutside(text);
  if (holdsReserved(outer, block)) throw privateAddressErrors.prefixReserved(text);
  return block;
}

const holdsReserved = (outer: Block, block: Block): boolean =>
  isReserved(outer, block.base) || isReserved(outer, block.base + prefixSize - 1);

/** Whether nothing holds any of the sixteen addresses. */
export function isPrefixFree(world: World, subnet: Subnet, block: Block, except: ReadonlySet<string>): boolean {
  for (let at = 0; at < prefixSize; at += 1) {
    const ip = ipText(block.base + at);
    if (except.has(ip) || !isAddressFree(world, subnet.SubnetId, ip)) return false;
  }
  return true;
}

/**
 * `count` free /28 blocks of the subnet that hold none of `except`; fewer when it has no more. The search starts anywhere, so that
 * it costs a few steps however many are taken.
 */
export function findFreePrefixes(
  world: World,
  subnet: Subnet,
  count: number,
  except: readonly string[] = [],
): string[] {
  const outer = subnetBlock(subnet);
  const slots = sizeOf(outer) / prefixSize;
  const start = mix(`${world.seed}/${subnet.SubnetId}/prefix`, world.sequence) % slots;
  const taken = new Set(except);
  const found: string[] = [];
  for (let step = 0; step < slots && found.length < count; step += 1) {
    const block = { base: outer.base + ((start + step) % slots) * prefixSize, prefix: 28 };
    if (!holdsReserved(outer, block) && isPrefixFree(world, subnet, block, taken)) found.push(blockText(block));
  }
  return found;
}
