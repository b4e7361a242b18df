import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, layout } from '@/lib/diagram/layout';
import { portsOf } from '@/lib/diagram/ports';
import { topology } from '@/lib/diagram/topology';
import { execute } from '@/lib/engine/execute';
import { undo } from '@/lib/engine/transaction';
import { fromJson, toJson, type World, type WorldJson } from '@/lib/engine/world';
import { TestAccount } from '../build/account';
import { launch } from '../build/instance';
import {
  allocateAddress,
  attachInterface,
  makeGateway,
  makeInterface,
  makeSubnet,
  makeVpc,
} from '../build/network-interface';
import { makePeering } from '../build/private-links';
import { furnishedAccount, make, plans } from '../build/random-calls';
import { wrongBoxes, wrongCables } from './geometry';
import { asTopology } from './random-account';

const ports = { 't3.small': 3, 't3.medium': 3, 'm5.24xlarge': 15 };

/** A VPC of `subnets` subnets, each with `instances` instances and `loose` interfaces that nothing holds. */
function account(subnets: number, instances: number, loose: number): TestAccount {
  const made = new TestAccount({ quotas: { networkInterfacesPerRegion: 1_000 } });
  const vpc = makeVpc(made);
  for (let index = 0; index < subnets; index += 1) {
    const zone = index % 2 === 0 ? 'us-east-1a' : 'us-east-1b';
    const subnet = makeSubnet(made, vpc, `10.0.${index}.0/24`, zone);
    for (let count = 0; count < instances; count += 1) {
      launch(made, { SubnetId: subnet, InstanceType: count % 3 === 2 ? 'm5.24xlarge' : 't3.small' });
    }
    for (let count = 0; count < loose; count += 1) makeInterface(made, subnet);
  }
  made.wait(60);
  return made;
}

const picture = (made: TestAccount, width = 1000) => layout(topology(made.world, ports), width);

/** Whatever is hard to draw: see the names of what it makes. */
function hostile(): TestAccount {
  const made = new TestAccount({ quotas: { networkInterfacesPerRegion: 1_000 } });
  const rename = (id: string, name: string) =>
    made.call('CreateTags', { Resources: [id], Tags: [{ Key: 'Name', Value: name }] });
  const instance = (subnet: string, type: string) =>
    launch(made, { SubnetId: subnet, InstanceType: type })[0]?.InstanceId ?? '';
  const plug = (subnet: string, into: string, index: number) =>
    attachInterface(made, makeInterface(made, subnet).NetworkInterfaceId, into, index);
  const vpc = makeVpc(made);
  const otherVpc = makeVpc(made, '10.9.0.0/16');
  makeGateway(made, vpc);
  rename(vpc, 'W'.repeat(255));
  const a = makeSubnet(made, vpc, '10.0.1.0/24');
  const b = makeSubnet(made, vpc, '10.0.2.0/24');
  const otherZone = makeSubnet(made, vpc, '10.0.3.0/24', 'us-east-1b');
  const far = makeSubnet(made, otherVpc, '10.9.1.0/24');
  rename(a, 'a long name '.repeat(20).trim());
  made.call('AssociateVpcCidrBlock', { VpcId: vpc, AmazonProvidedIpv6CidrBlock: true });
  made.wait(60);
  const block = made.world.vpcs.get(vpc)?.ipv6Blocks?.[0]?.Ipv6CidrBlock.replace('/56', '/64');
  const six = { VpcId: vpc, Ipv6CidrBlock: block, Ipv6Native: true, AvailabilityZone: 'us-east-1c' };
  const { Subnet } = made.call<{ Subnet: { SubnetId: string } }>('CreateSubnet', six);
  const [many, few, other] = [instance(a, 'm5.24xlarge'), instance(a, 't3.small'), instance(b, 't3.small')];
  rename(few, 'W'.repeat(255));
  made.wait(60);
  for (let index = 1; index < 15; index += 1) plug([a, a, b, a, far][index % 5] ?? a, many, index);
  plug(b, few, 1);
  plug(a, other, 1);
  plug(a, other, 2_000_000_000);
  for (const subnet of [a, b, otherZone, otherZone]) makeInterface(made, subnet);
  made.call('CreateNetworkInterface', { SubnetId: Subnet.SubnetId, Ipv6AddressCount: 2 });
  makePeering(made, vpc, otherVpc);
  const { AllocationId } = allocateAddress(made);
  allocateAddress(made);
  made.call('CreateNatGateway', { SubnetId: otherZone, AllocationId });
  made.wait(60);
  return made;
}

for (const [name, made] of [
  ['3 nodes', account(1, 1, 1)],
  ['60 nodes', account(4, 6, 3)],
  ['200 nodes', account(8, 10, 5)],
  ['hard to draw', hostile()],
] as const) {
  for (const width of [360, 1000]) {
    test(`${name}, ${width} px: nothing overlaps, everything lies in its place, no cable over what is not its end`, () => {
      const drawn = picture(made, width);
      expect(wrongBoxes(drawn)).toEqual([]);
      expect(wrongCables(drawn)).toEqual([]);
      const plugged = made.world.networkInterfaces.list().filter(({ Attachment }) => Attachment?.InstanceId);
      expect(drawn.cables).toHaveLength(plugged.length);
      // Drawn by its port, a device index of two thousand million would be a panel as wide.
      expect(drawn.width).toBeLessThan(Math.max(width, 1000) + 400);
    });
  }
}

test('above a loose interface there is room for its cable, under the words of its subnet', () => {
  const { boxes } = picture(account(1, 0, 1), 360);
  const at = (kind: Box['kind']) => boxes.find((box) => box.kind === kind)?.y ?? 0;
  // The cable's end rises 26 px, and the words of a subnet reach 27 px down.
  expect(at('interface') - 26).toBeGreaterThan(at('subnet') + 27);
});

test('the same account gives the same bytes, stored and read back, in whatever order its tables were filled', () => {
  const made = hostile();
  const bytes = (world: World) => JSON.stringify(layout(topology(world, ports), 1000));
  const json = toJson(made.world);
  expect(bytes(fromJson(json))).toBe(bytes(made.world));
  // Records know when they were made: that is their order, wherever they stand.
  const tables = Object.fromEntries(Object.entries(json.tables).map(([name, rows]) => [name, [...rows].reverse()]));
  expect(tables).not.toEqual(json.tables);
  // Only the order of its lists is another one.
  expect(bytes(fromJson({ ...json, tables } as WorldJson))).toBe(bytes(made.world));
});

test('what is taken back leaves the picture as it was', () => {
  const made = account(2, 2, 1);
  const before = JSON.stringify(picture(made));
  const subnet = made.world.subnets.list().at(-1)?.SubnetId ?? '';
  const outcome = execute(made.world, { operation: 'CreateNetworkInterface', input: { SubnetId: subnet } });
  expect(JSON.stringify(picture(made))).not.toBe(before);
  if (outcome.ok) undo(made.world, outcome.changes);
  expect(JSON.stringify(picture(made))).toBe(before);
});

test('whatever calls made of an account, its picture is right', () => {
  fc.assert(
    fc.property(plans, fc.constantFrom(350, 1000), (planned, width) => {
      const world = furnishedAccount(planned.length % 2 === 0);
      for (const plan of planned) make(world, plan);
      const drawn = layout(topology(world, portsOf(world)), width);
      expect([...wrongBoxes(drawn), ...wrongCables(drawn)]).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('twice the nodes are read twice as often, not four times', () => {
  const reads = (instances: number) => {
    const nodes = asTopology({
      vpcs: [{ id: 'vpc-0', isDefault: false, hasGateway: true }],
      subnets: [{ id: 'subnet-0', vpc: 'vpc-0', zone: 'us-east-1a', name: '' }],
      instances: Array.from({ length: instances }, (_, at) => ({
        id: `i-${at}`,
        subnet: 'subnet-0',
        ports: 3,
        name: '',
      })),
      interfaces: Array.from({ length: instances }, (_, at) => ({
        id: `eni-${at}`,
        subnet: 'subnet-0',
        port: { instance: `i-${at}`, number: 0 },
      })),
    });
    let count = 0;
    const [vpc] = nodes.vpcs;
    const subnet = vpc?.zones[0]?.subnets[0];
    if (!vpc || !subnet) throw new Error('nothing to draw');
    const interfaces = subnet.interfaces.map(
      (node) =>
        new Proxy(node, {
          get: (target, key) => {
            count += 1;
            return Reflect.get(target, key);
          },
        }),
    );
    layout(
      { ...nodes, vpcs: [{ ...vpc, zones: [{ name: 'us-east-1a', subnets: [{ ...subnet, interfaces }] }] }] },
      1000,
    );
    return count;
  };
  expect(reads(100)).toBeLessThan(100 * 15);
  expect(reads(200)).toBe(2 * reads(100));
});

test('an empty default VPC is one line', () => {
  const { boxes } = picture(new TestAccount());
  expect(boxes.map((box) => box.kind)).toEqual(['vpc']);
  expect(boxes[0]).toMatchObject({ folded: true });
});

test('a cable runs from the port of the device index to its interface, also into another subnet', () => {
  const made = new TestAccount();
  const vpc = makeVpc(made);
  const [a, b] = [makeSubnet(made, vpc, '10.0.1.0/24'), makeSubnet(made, vpc, '10.0.2.0/24')];
  const [instance] = launch(made, { SubnetId: a, InstanceType: 't3.small' });
  made.wait(30);
  const eni = makeInterface(made, b);
  attachInterface(made, eni.NetworkInterfaceId, instance?.InstanceId ?? '', 2);
  const { boxes, cables } = picture(made);
  const panel = boxes.find((box) => box.kind === 'instance');
  const cable = cables.find((candidate) => candidate.interfaceId === eni.NetworkInterfaceId);
  expect(cable).toMatchObject({ port: 2, instanceId: instance?.InstanceId });
  expect(panel?.kind === 'instance' && panel.portsAt[2]?.x).toBe((cable?.from.x ?? 0) - 15);
  expect(cables).toHaveLength(2);
});

test('each interface is in a port of its own, whatever its device index is', () => {
  const { boxes, cables } = picture(hostile());
  const ends = cables.map(({ instanceId, port, from }) => {
    const panel = boxes.find((box) => box.kind === 'instance' && box.node.id === instanceId);
    const at = panel?.kind === 'instance' ? panel.portsAt[port] : undefined;
    const half = panel?.kind === 'instance' ? panel.portSize / 2 : 0;
    expect(from).toEqual({ x: (at?.x ?? 0) + half, y: (at?.y ?? 0) + 2 * half });
    return `${instanceId} ${port}`;
  });
  expect(new Set(ends).size).toBe(cables.length);
});

test('the default VPC is last, so that it moves nothing when something comes into it', () => {
  const made = account(1, 1, 0);
  const before = picture(made).boxes;
  const [subnet] = made.world.subnets.by('VpcId', made.defaultVpcId);
  makeInterface(made, subnet?.SubnetId ?? '');
  const after = picture(made).boxes;
  expect(before.at(-1)).toMatchObject({ kind: 'vpc', folded: true });
  expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
  expect(after.length).toBeGreaterThan(before.length + 2);
});

test('a change moves only what stands after it', () => {
  const made = account(2, 2, 0);
  const before = picture(made);
  const last = made.world.subnets.list().at(-1);
  makeInterface(made, last?.SubnetId ?? '');
  const after = picture(made);
  const first = (boxes: readonly Box[]) => boxes.filter((box) => box.kind === 'instance').slice(0, 2);
  expect(first(after.boxes)).toEqual(first(before.boxes));
});
