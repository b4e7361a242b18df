import { mix } from '../ids';
import { type Block6, block6Text, containsBlock6, containsIp6, ip6Text, parseBlock6, parseIp6, sizeOf6 } from '../ip6';
import { type Subnet, subnetBlock6 } from '../subnet/subnet';
import type { World } from '../world';
import { ipv6Errors } from './ipv6-errors';
import { prefixAround } from './network-interface';
import type { Wanted } from './prefixes';
import { privateAddressErrors } from './private-address-errors';

/** The IPv6 block that addresses come from; refuses a subnet without one. */
function ipv6BlockOf(subnet: Subnet): Block6 {
  const block = subnetBlock6(subnet);
  if (!block) throw ipv6Errors.noBlock(subnet.SubnetId);
  return block;
}

/**
 * AWS keeps the first four addresses and the last one of every block.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
const isReserved6 = (block: Block6, ip: bigint): boolean =>
  ip < block.base + 4n || ip === block.base + sizeOf6(block) - 1n;

const isHeld = (world: World, text: string): boolean => world.networkInterfaces.count('ipv6', text) > 0;

/** Whether nothing holds the address, nor a prefix that it lies in. */
const isFree = (world: World, ip: string): boolean => !isHeld(world, ip) && !isHeld(world, prefixAround(ip));

/** Whether nothing holds the /80 block, nor an address in it. */
const isPrefixFree = (world: World, prefix: string): boolean =>
  !isHeld(world, prefix) && world.networkInterfaces.count('ipv6Block', prefix) === 0;

/** The IPv6 addresses that a call wants of a subnet, in canonical text; all of them free, none taken yet. */
export function chooseIpv6Addresses(world: World, subnet: Subnet, { named, drawn }: Wanted): string[] {
  if (named.length + drawn === 0) return [];
  const block = ipv6BlockOf(subnet);
  for (const text of named) {
    const ip = parseIp6(text);
    if (ip === undefined || !containsIp6(block, ip)) throw ipv6Errors.outside(text);
    if (isReserved6(block, ip)) throw ipv6Errors.reserved(text);
    if (!isFree(world, text)) throw ipv6Errors.inUse(text);
  }
  const chosen = [...named];
  // A block has 2^64 addresses or more, so that a free one is found at the first attempt but by the rarest chance.
  for (let attempt = 0; chosen.length < named.length + drawn; attempt += 1) {
    const ip = block.base + (randomBits(world, subnet, attempt) % sizeOf6(block));
    const text = ip6Text(ip);
    if (!isReserved6(block, ip) && isFree(world, text) && !chosen.includes(text)) chosen.push(text);
  }
  return chosen;
}

/** The /80 prefixes that a call wants of a subnet, in canonical text; all of them free, none taken yet. */
export function chooseIpv6Prefixes(world: World, subnet: Subnet, { named, drawn }: Wanted): string[] {
  if (named.length + drawn === 0) return [];
  const block = ipv6BlockOf(subnet);
  for (const text of named) {
    const prefix = parseBlock6(text);
    if (!prefix || !containsBlock6(block, prefix)) throw privateAddressErrors.prefixOutside(text);
    if (holdsReserved6(block, prefix)) throw privateAddressErrors.prefixReserved(text);
    if (!isPrefixFree(world, text)) throw privateAddressErrors.prefixInUse(text);
  }
  const chosen = [...named];
  const slots = 1n << BigInt(80 - block.prefix);
  const start = randomBits(world, subnet, 0) % slots;
  for (let step = 0n; step < slots && chosen.length < named.length + drawn; step += 1n) {
    const prefix = { base: block.base + (((start + step) % slots) << 48n), prefix: 80 };
    const text = block6Text(prefix);
    if (!holdsReserved6(block, prefix) && isPrefixFree(world, text) && !chosen.includes(text)) chosen.push(text);
  }
  if (chosen.length < named.length + drawn) throw privateAddressErrors.noPrefixLeft();
  return chosen;
}

const holdsReserved6 = (block: Block6, prefix: Block6): boolean =>
  isReserved6(block, prefix.base) || isReserved6(block, prefix.base + sizeOf6(prefix) - 1n);

/** 96 bits, the same at every run: as AWS's addresses look, which keep no order. */
function randomBits(world: World, { SubnetId }: Subnet, attempt: number): bigint {
  const word = (part: number) => BigInt(mix(`${world.seed}/${SubnetId}/ipv6/${part}/${attempt}`, world.sequence));
  return (word(0) << 64n) | (word(1) << 32n) | word(2);
}
