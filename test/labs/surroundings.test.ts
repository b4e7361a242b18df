import { describe, expect, test } from 'vitest';
import type * as engine from '@/lib/engine/surroundings';
import { fromJson, toJson } from '@/lib/engine/world';
import { Lab, LabFile } from '@/lib/labs/lab';
import { startLab } from '@/lib/labs/start-lab';
import { Surroundings } from '@/lib/labs/surroundings';
import { began } from '../build/attempt';

const all: engine.Surroundings = {
  hosts: [
    { name: 'web-1', listens: ['tcp/22', 'tcp/80'] },
    { name: 'nat', forwards: 'nat', sourceRouting: false, routes: [{ to: '172.16.0.0/12', device: 1 }] },
    { name: 'proxy', proxies: [{ listens: 'tcp/3128', to: '10.0.2.20', port: 443 }] },
  ],
  sites: [
    {
      name: 'office',
      cidrs: ['192.168.0.0/16'],
      hosts: [{ name: 'printer', address: '192.168.7.9', listens: ['tcp/631', 'udp/161'] }],
      vpnDevice: '203.0.113.10',
      directConnect: { gateway: 'private gateway' },
    },
  ],
  clientVpns: [{ name: 'staff', subnet: 'subnet-a', clientCidr: '10.200.0.0/22', authorizes: ['10.0.0.0/16'] }],
  names: { 'www.example.com': '93.184.216.34', 'ipv6.example.com': '2001:db8::1' },
};

test('what lies around an account is taken as it is', () => {
  expect(Surroundings.parse(all)).toEqual(all);
  expect(Surroundings.parse({})).toEqual({});
});

const [site] = all.sites ?? [];
const [vpn] = all.clientVpns ?? [];

describe('refused is', () => {
  test.each<[string, object, string]>([
    ['a key that nothing has', { host: [] }, 'Unrecognized key'],
    ['a key of a host that nothing has', { hosts: [{ name: 'a', listen: ['tcp/80'] }] }, 'Unrecognized key'],
    ['a host without a name', { hosts: [{ name: '' }] }, 'no name'],
    ['a name that a check could not call', { hosts: [{ name: 'a/b' }] }, 'no name'],
    ['one host twice', { hosts: [{ name: 'a' }, { name: 'a' }] }, 'two of them have one name'],
    ['a port without a protocol', { hosts: [{ name: 'a', listens: ['80'] }] }, 'no port such as'],
    ['a port of another protocol', { hosts: [{ name: 'a', listens: ['icmp/8'] }] }, 'no port such as'],
    ['a port past the last one', { hosts: [{ name: 'a', listens: ['tcp/65536'] }] }, 'no port has that number'],
    ['a host that forwards in a way of its own', { hosts: [{ name: 'a', forwards: 'yes' }] }, 'Invalid option'],
    ['a route to no block', { hosts: [{ name: 'a', routes: [{ to: '10.0.0.0', device: 1 }] }] }, 'no block'],
    [
      'a route to a block in another spelling',
      { hosts: [{ name: 'a', routes: [{ to: '10.0.0.1/8', device: 1 }] }] },
      'bits are set',
    ],
    ['a site without a block', { sites: [{ ...site, cidrs: [] }] }, '>=1 items'],
    ['a site of IPv6', { sites: [{ ...site, cidrs: ['2001:db8::/32'] }] }, 'no IPv4 block'],
    ['a host outside its site', { sites: [{ ...site, cidrs: ['10.1.0.0/16'] }] }, 'printer is in none of'],
    [
      'two hosts at one address',
      {
        sites: [
          {
            ...site,
            hosts: [
              { name: 'a', address: '192.168.0.1' },
              { name: 'b', address: '192.168.0.1' },
            ],
          },
        ],
      },
      'two hosts have one address',
    ],
    ['an address with a leading zero', { sites: [{ ...site, vpnDevice: '203.0.113.010' }] }, 'no IPv4 address'],
    ['a client block that AWS does not take', { clientVpns: [{ ...vpn, clientCidr: '10.200.0.0/24' }] }, '/12 to /22'],
    ['a name in capitals', { names: { 'WWW.example.com': '192.0.2.1' } }, 'no DNS name'],
    ['a name that is an address', { names: { '192.0.2.1': '192.0.2.1' } }, 'no DNS name'],
    ['a name for no address', { names: { 'a.example.com': 'b.example.com' } }, 'no IP address'],
    ['an IPv6 address that is not canonical', { names: { 'a.example.com': '2001:DB8:0:0::1' } }, 'no IP address'],
  ])('%s', (_, surroundings, message) => {
    const { error } = Surroundings.safeParse(surroundings);
    expect(error?.message).toContain(message);
  });
});

test("an attempt's world keeps them from its start on; another's has none", async () => {
  const seeded = { seed: 'seed', now: began };
  const { world } = await startLab({ slug: 'around', start: '', surroundings: all }, seeded);
  expect(world.surroundings).toEqual(all);
  expect(fromJson(JSON.parse(JSON.stringify(toJson(world)))).surroundings).toEqual(all);
  const { world: plain } = await startLab({ slug: 'plain', start: '' }, seeded);
  expect(toJson(plain)).not.toHaveProperty('surroundings');
  expect({ ...toJson(world), surroundings: undefined }).toEqual({ ...toJson(plain), surroundings: undefined });
});

test('a lab has them or not', () => {
  const lab = {
    title: 'T',
    summary: 'S',
    kind: 'sandbox',
    objectives: [],
    tasks: [],
    claims: [],
    sources: ['https://docs.aws.amazon.com/x'],
  };
  expect(LabFile.parse({ ...lab, surroundings: all }).surroundings).toEqual(all);
  expect(LabFile.safeParse({ ...lab, surroundings: { hosts: 'web-1' } }).success).toBe(false);
  const stored = { ...lab, slug: 'old', brief: '', start: '' };
  expect(Lab.parse(stored)).toEqual(stored);
});
