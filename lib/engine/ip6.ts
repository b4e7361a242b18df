/**
 * IPv6 addresses and blocks. Addresses are bigints from 0 to 2^128 - 1 inside a calculation and canonical text (RFC 5952) in
 * records and at the edges.
 */
export interface Block6 {
  /** The first address. */
  readonly base: bigint;
  /** Length of the prefix, 0 to 128. */
  readonly prefix: number;
}

/** The address as a number, or undefined when the text is not one. No zones and no embedded IPv4. */
export function parseIp6(text: string): bigint | undefined {
  if (text.length > 39 || !/^[0-9a-f:]*$/i.test(text)) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const given = head.length + tail.length;
  if (halves.length === 2 ? given > 7 : given !== 8) return undefined;
  const groups = [...head, ...Array<string>(8 - given).fill('0'), ...tail];
  let value = 0n;
  for (const group of groups) {
    if (!/^[0-9a-f]{1,4}$/i.test(group)) return undefined;
    value = (value << 16n) | BigInt(`0x${group}`);
  }
  return value;
}

/** The address in canonical text: small letters, the longest run of zero groups as `::`. */
export function ip6Text(ip: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => ((ip >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  const runs = groups.map((_, from) => {
    let to = from;
    while (groups[to] === '0') to += 1;
    return to - from;
  });
  const longest = Math.max(...runs);
  if (longest < 2) return groups.join(':');
  const from = runs.indexOf(longest);
  return `${groups.slice(0, from).join(':')}::${groups.slice(from + longest).join(':')}`;
}

/** How many addresses a block of this prefix length holds. */
export const sizeOf6 = (block: Block6): bigint => 1n << BigInt(128 - block.prefix);

/** The block with its host bits cleared, or undefined when the text is not one. */
export function parseBlock6(text: string): Block6 | undefined {
  const slash = text.indexOf('/');
  const ip = slash > 0 ? parseIp6(text.slice(0, slash)) : undefined;
  const length = text.slice(slash + 1);
  if (ip === undefined || !/^(\d|[1-9]\d|1[01]\d|12[0-8])$/.test(length)) return undefined;
  const prefix = Number(length);
  return { base: ip - (ip % (1n << BigInt(128 - prefix))), prefix };
}

export const block6Text = (block: Block6): string => `${ip6Text(block.base)}/${block.prefix}`;

export const containsIp6 = (block: Block6, ip: bigint): boolean => ip >= block.base && ip < block.base + sizeOf6(block);

export const containsBlock6 = (outer: Block6, inner: Block6): boolean =>
  outer.prefix <= inner.prefix && containsIp6(outer, inner.base);

export const overlaps6 = (a: Block6, b: Block6): boolean => containsBlock6(a, b) || containsBlock6(b, a);
