import { blockText, parseBlock, parseIp } from '../ip';
import { block6Text, parseBlock6, parseIp6 } from '../ip6';

/** A block of either family, so that routes can be compared whatever they are. */
export interface Destination {
  /** 32 or 128. */
  readonly bits: number;
  readonly base: bigint;
  readonly prefix: number;
  /** In canonical text. */
  readonly text: string;
}

/** The block with its host bits cleared, or undefined when the text is not one. */
export function parseDestination(text: string): Destination | undefined {
  const block = parseBlock(text);
  if (block) return { bits: 32, base: BigInt(block.base), prefix: block.prefix, text: blockText(block) };
  const block6 = parseBlock6(text);
  return block6 && { bits: 128, ...block6, text: block6Text(block6) };
}

/** An address as the block that holds only it, or undefined when the text is not one. */
export function parseAddress(text: string): Destination | undefined {
  const ip = parseIp(text);
  if (ip !== undefined) return { bits: 32, base: BigInt(ip), prefix: 32, text };
  const ip6 = parseIp6(text);
  return ip6 === undefined ? undefined : { bits: 128, base: ip6, prefix: 128, text };
}

/** Whether every address of `inner` is in `outer`; two equal blocks cover each other. */
export function covers(outer: Destination, inner: Destination): boolean {
  if (outer.bits !== inner.bits || outer.prefix > inner.prefix) return false;
  const shift = BigInt(outer.bits - outer.prefix);
  return outer.base >> shift === inner.base >> shift;
}
