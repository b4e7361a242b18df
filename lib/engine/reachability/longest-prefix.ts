import { type Block, containsIp, parseBlock, parseIp } from '../ip';
import { type Block6, containsIp6, parseBlock6, parseIp6 } from '../ip6';

type Parsed = { readonly v4: Block } | { readonly v6: Block6 } | undefined;
type Ip = number | bigint | undefined;

/** Parsing is most of the work of a look-up, and the same few blocks are asked for again and again. */
const parsed = new Map<string, Parsed>();
const most = 20_000;

function parse(cidr: string): Parsed {
  const known = parsed.get(cidr);
  if (known !== undefined) return known;
  const v4 = parseBlock(cidr);
  const v6 = v4 ? undefined : parseBlock6(cidr);
  const block = v4 ? { v4 } : v6 && { v6 };
  // Emptied whole: what is asked for is soon there again, and nothing has to be counted.
  if (parsed.size >= most) parsed.clear();
  parsed.set(cidr, block);
  return block;
}

const ipOf = (address: string): Ip => (address.includes(':') ? parseIp6(address) : parseIp(address));

/** Length of the block's prefix if the address is in it, otherwise -1. */
function lengthIn(cidr: string, ip: Ip): number {
  const block = parse(cidr);
  if (block === undefined) return -1;
  if ('v4' in block) return typeof ip === 'number' && containsIp(block.v4, ip) ? block.v4.prefix : -1;
  return typeof ip === 'bigint' && containsIp6(block.v6, ip) ? block.v6.prefix : -1;
}

/** Whether the block holds the address; false when they are of different families or not well-formed. */
export const isIn = (cidr: string, address: string): boolean => lengthIn(cidr, ipOf(address)) >= 0;

export function inBlocks(cidrs: readonly string[], address: string): boolean {
  const ip = ipOf(address);
  return cidrs.some((cidr) => lengthIn(cidr, ip) >= 0);
}

/** The most specific of the routes whose block, or one of whose blocks, holds the address; the first of equals. */
export function longestPrefix<T>(
  routes: readonly T[],
  cidrOf: (route: T) => string | readonly string[],
  address: string,
): T | undefined {
  const ip = ipOf(address);
  let best: T | undefined;
  let bestLength = -1;
  for (const route of routes) {
    const cidrs = cidrOf(route);
    for (const cidr of typeof cidrs === 'string' ? [cidrs] : cidrs) {
      const length = lengthIn(cidr, ip);
      if (length <= bestLength) continue;
      best = route;
      bestLength = length;
    }
  }
  return best;
}
