import { z } from 'zod';
import { containsIp, parseBlock, parseIp } from '@/lib/engine/ip';
import type * as engine from '@/lib/engine/surroundings';
import { Address, Block, DnsName, Ipv4Address, Ipv4Block, Listening, Name, Port } from './address-forms';

const HostFacts = z.strictObject({
  name: Name,
  listens: z.array(Listening).exactOptional(),
  forwards: z.enum(['router', 'nat']).exactOptional(),
  proxies: z.array(z.strictObject({ listens: Listening, to: Address, port: Port })).exactOptional(),
  routes: z.array(z.strictObject({ to: Block, device: z.int().min(0).max(31) })).exactOptional(),
  sourceRouting: z.boolean().exactOptional(),
});

const Site = z
  .strictObject({
    name: Name,
    cidrs: z.array(Ipv4Block).min(1),
    hosts: z
      .array(z.strictObject({ name: Name, address: Ipv4Address, listens: z.array(Listening).exactOptional() }))
      .min(1),
    vpnDevice: Ipv4Address.exactOptional(),
    directConnect: z.strictObject({ gateway: Name }).exactOptional(),
  })
  .superRefine(({ cidrs, hosts }, context) => {
    const issue = (message: string) => context.addIssue({ code: 'custom', path: ['hosts'], message });
    if (!areUnique(hosts.map((host) => host.name))) issue('two hosts have one name');
    if (!areUnique(hosts.map((host) => host.address))) issue('two hosts have one address');
    const outside = hosts.find((host) => !cidrs.some((cidr) => holds(cidr, host.address)));
    if (outside) issue(`${outside.name} is in none of the site's blocks`);
  });

const ClientVpn = z.strictObject({
  name: Name,
  subnet: Name,
  // Source: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is-best-practices.html: between /22 and /12.
  clientCidr: Ipv4Block.refine(
    (text) => /\/(1[2-9]|2[0-2])$/.test(text),
    'clients get their addresses from a /12 to /22',
  ),
  groups: z.array(z.string().min(1)).min(1).exactOptional(),
  authorizes: z.array(Block).exactOptional(),
});

/** What lies around a lab's account and inside its hosts, as lab.yaml says it. Strict; texts are those that the engine compares. */
export const Surroundings: z.ZodType<engine.Surroundings> = z
  .strictObject({
    hosts: z.array(HostFacts).exactOptional(),
    sites: z.array(Site).exactOptional(),
    clientVpns: z.array(ClientVpn).exactOptional(),
    names: z.record(DnsName, Address).exactOptional(),
  })
  .superRefine((all, context) => {
    for (const kind of ['hosts', 'sites', 'clientVpns'] as const) {
      if (areUnique((all[kind] ?? []).map((one) => one.name))) continue;
      context.addIssue({ code: 'custom', path: [kind], message: 'two of them have one name' });
    }
  });

function holds(cidr: string, text: string): boolean {
  const ip = parseIp(text);
  const around = parseBlock(cidr);
  return ip !== undefined && around !== undefined && containsIp(around, ip);
}

const areUnique = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;
