import { z } from 'zod';
import { blockText, ipText, parseBlock, parseIp } from '@/lib/engine/ip';
import { block6Text, parseBlock6 } from '@/lib/engine/ip6';
import { asAddress } from '@/lib/engine/reachability/flow';
import type { Listening as ListeningText } from '@/lib/engine/surroundings';

/** A Name tag, as a part of `site:office/printer`. */
export const Name = z
  .string()
  .regex(/^[^\s:/]([^:/]{0,253}[^\s:/])?$/, 'no name of up to 255 characters without : and /');

export const Ipv4Address = z.string().refine(isIpv4, 'no IPv4 address');
/** The engine compares texts, so only the canonical one is an address. */
export const Address = z.string().refine((text) => asAddress(text) === text, 'no IP address in canonical text');
export const Ipv4Block = z.string().refine(isBlock4, 'no IPv4 block, or bits are set behind its prefix');
export const Block = z
  .string()
  .refine((text) => isBlock4(text) || isBlock6(text), 'no block, or bits are set behind its prefix');

export const Port = z.int().min(1).max(65_535);
const port = z.string().regex(/^(tcp|udp)\/[1-9]\d{0,4}$/, 'no port such as tcp/80');
// The pattern is the type; zod cannot tell the compiler.
export const Listening = port.refine(
  (text) => Number(text.split('/')[1]) <= 65_535,
  'no port has that number',
) as unknown as z.ZodType<ListeningText>;

/** A name as resolvers know it: small letters, a dot within and none at its end. */
export const DnsName = z
  .string()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/, 'no DNS name in small letters');

function isIpv4(text: string): boolean {
  const ip = parseIp(text);
  return ip !== undefined && ipText(ip) === text;
}

function isBlock4(text: string): boolean {
  const parsed = parseBlock(text);
  return parsed !== undefined && blockText(parsed) === text;
}

function isBlock6(text: string): boolean {
  const parsed = parseBlock6(text);
  return parsed !== undefined && block6Text(parsed) === text;
}
