import { expect } from 'vitest';
import { containsBlock, containsIp, overlaps, parseIp } from '@/lib/engine/ip';
import { isReserved, subnetBlock } from '@/lib/engine/subnet/subnet';
import type { Row } from '@/lib/engine/table';
import { vpcBlock } from '@/lib/engine/vpc/vpc';
import { fromJson, tableNames, tableOf, toJson, type World } from '@/lib/engine/world';

export const bytes = (world: World): string => JSON.stringify(toJson(world));

/** The bytes but for `sequence`, which an undo does not turn back. */
export const bytesBut = (world: World): string => JSON.stringify({ ...toJson(world), sequence: 0 });

/** What holds in every world, whatever was called. */
export function expectSound(world: World): void {
  expectIdsResolve(world);
  expectNetworks(world);
  expectInterfaces(world);
  expectRoundTrip(world);
}

/** Tables whose ids others name, by the prefix of the ids. */
const byPrefix = {
  eipalloc: 'addresses',
  eni: 'networkInterfaces',
  i: 'instances',
  igw: 'internetGateways',
  sg: 'securityGroups',
  sgr: 'securityGroupRules',
  subnet: 'subnets',
  vpc: 'vpcs',
} as const;

function expectIdsResolve(world: World): void {
  for (const name of tableNames) {
    // A used token remembers what it made, also when that is gone.
    if (name === 'clientTokens') continue;
    for (const row of tableOf(world, name).list()) {
      // A terminated instance is still listed when its network may be gone; it does not show it any more.
      const { goal: _, ...rest } = row as Row & { goal?: string };
      const shown = isTerminated(row) ? { ...rest, SubnetId: '', VpcId: '' } : row;
      for (const [, id = '', prefix = ''] of JSON.stringify(shown, withoutFreeText).matchAll(
        /"(([a-z-]+)-0[0-9a-f]{16})"/g,
      )) {
        if (!(prefix in byPrefix)) continue;
        const table = tableOf(world, byPrefix[prefix as keyof typeof byPrefix]);
        expect(table.get(id), `${name} names ${id}`).toBeDefined();
      }
    }
  }
}

/** What people write may look like an id. */
const freeText = new Set(['Tags', 'TagSet', 'GroupName', 'Description', 'ClientToken', 'KeyName']);
const withoutFreeText = (key: string, value: unknown): unknown => (freeText.has(key) ? undefined : value);

const isTerminated = (row: object): boolean => 'goal' in row && row.goal === 'terminated';

function expectNetworks(world: World): void {
  for (const vpc of world.vpcs.list()) {
    const subnets = world.subnets.by('VpcId', vpc.VpcId);
    const blocks = subnets.map(subnetBlock);
    for (const [index, block] of blocks.entries()) {
      expect(containsBlock(vpcBlock(vpc), block), 'a subnet lies inside its VPC').toBe(true);
      expect(
        blocks.slice(0, index).some((other) => overlaps(other, block)),
        'subnets do not overlap',
      ).toBe(false);
    }
    const groups = world.securityGroups.by('VpcId', vpc.VpcId);
    expect(groups.filter(({ GroupName }) => GroupName === 'default')).toHaveLength(1);
    expect(new Set(groups.map(({ GroupName }) => GroupName)).size).toBe(groups.length);
    expect(world.internetGateways.count('attachedTo', vpc.VpcId)).toBeLessThan(2);
  }
  expect(world.vpcs.count('default', 'default')).toBeLessThan(2);
}

function expectInterfaces(world: World): void {
  const held = new Set<string>();
  for (const eni of world.networkInterfaces.list()) {
    const subnet = world.subnets.get(eni.SubnetId);
    expect(eni.VpcId).toBe(subnet?.VpcId);
    expect(eni.AvailabilityZone).toBe(subnet?.AvailabilityZone);
    expect(eni.PrivateIpAddresses.map(({ Primary }) => Primary)).toEqual(
      eni.PrivateIpAddresses.map((_, at) => at === 0),
    );
    expect(eni.groups.length).toBeGreaterThan(0);
    for (const group of eni.groups) expect(world.securityGroups.get(group)?.VpcId).toBe(eni.VpcId);
    for (const { PrivateIpAddress } of eni.PrivateIpAddresses) {
      const ip = parseIp(PrivateIpAddress) ?? -1;
      const block = subnet && subnetBlock(subnet);
      expect(block && containsIp(block, ip) && !isReserved(block, ip), `${PrivateIpAddress} is usable`).toBe(true);
      expect(held.has(`${eni.SubnetId}/${PrivateIpAddress}`), `${PrivateIpAddress} is held once`).toBe(false);
      held.add(`${eni.SubnetId}/${PrivateIpAddress}`);
    }
  }
  for (const { association } of world.addresses.list()) {
    if (!association) continue;
    const eni = world.networkInterfaces.get(association.NetworkInterfaceId);
    const ips = eni?.PrivateIpAddresses.map(({ PrivateIpAddress }) => PrivateIpAddress);
    expect(ips, 'an Elastic IP is on an address of its interface').toContain(association.PrivateIpAddress);
    expect(world.internetGateways.count('attachedTo', eni?.VpcId ?? '')).toBe(1);
  }
  for (const instance of world.instances.list()) {
    const attachments = world.networkInterfaces.by('InstanceId', instance.InstanceId);
    const places = attachments.map(({ Attachment }) => `${Attachment?.NetworkCardIndex}/${Attachment?.DeviceIndex}`);
    expect(new Set(places).size, 'one interface at a device index').toBe(places.length);
    if (instance.goal !== 'terminated') expect(places, 'eth0 is always there').toContain('0/0');
  }
}

/** JSON and back is the same world, and its indexes are those that grew call by call. */
function expectRoundTrip(world: World): void {
  const text = bytes(world);
  const copy = fromJson(JSON.parse(text));
  expect(bytes(copy)).toBe(text);
  for (const name of tableNames) expect(indexed(copy, name), `indexes of ${name}`).toEqual(indexed(world, name));
}

/** Every bucket of every index, as ids in order. */
function indexed(world: World, name: (typeof tableNames)[number]): unknown {
  const table = tableOf(world, name);
  // The buckets are the table's own affair; only this comparison looks inside.
  const { indexes } = table as unknown as {
    indexes: { name: string; buckets: Map<string, { list(): Row[] }> }[];
  };
  return indexes.map((index) =>
    [...index.buckets].map(([key, bucket]) => [index.name, key, bucket.list().map((row) => table.idOf(row))]).sort(),
  );
}
