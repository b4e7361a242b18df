/**
 * Addresses and blocks. IPv4 addresses are numbers from 0 to 2^32 - 1 inside the engine and text at its edges.
 * Only AWS's strict spelling is an address: four decimal numbers without leading zeros.
 */
export interface Block {
  /** The first address. */
  readonly base: number;
  /** Length of the prefix, 0 to 32. */
  readonly prefix: number;
}

const octet = /^(0|[1-9]\d{0,2})$/;

/** The address as a number, or undefined when the text is not one. */
export function parseIp(text: string): number | undefined {
  const parts = text.split('.', 5);
  if (parts.length !== 4) return undefined;
  let value = 0;
  for (const part of parts) {
    if (!octet.test(part)) return undefined;
    const number = Number(part);
    if (number > 255) return undefined;
    value = value * 256 + number;
  }
  return value;
}

export const ipText = (ip: number): string =>
  `${Math.floor(ip / 16_777_216)}.${Math.floor(ip / 65_536) % 256}.${Math.floor(ip / 256) % 256}.${ip % 256}`;

/** How many addresses a block of this prefix length holds. */
export const sizeOf = (block: Block): number => 2 ** (32 - block.prefix);

/** The block in canonical form (host bits cleared, as AWS does), or undefined when the text is not one. */
export function parseBlock(text: string): Block | undefined {
  const slash = text.indexOf('/');
  const base = slash > 0 ? parseIp(text.slice(0, slash)) : undefined;
  const length = text.slice(slash + 1);
  if (base === undefined || !/^(\d|[12]\d|3[0-2])$/.test(length)) return undefined;
  const prefix = Number(length);
  const size = 2 ** (32 - prefix);
  return { base: base - (base % size), prefix };
}

export const blockText = (block: Block): string => `${ipText(block.base)}/${block.prefix}`;

export const containsIp = (block: Block, ip: number): boolean => ip >= block.base && ip < block.base + sizeOf(block);

export const containsBlock = (outer: Block, inner: Block): boolean =>
  outer.prefix <= inner.prefix && containsIp(outer, inner.base);

export const overlaps = (a: Block, b: Block): boolean => containsBlock(a, b) || containsBlock(b, a);
