import { expect, test } from 'vitest';
import { type Box, layout } from '@/lib/diagram/layout';
import { topology } from '@/lib/diagram/topology';
import { TestAccount } from '../build/account';
import { launch } from '../build/instance';
import { attachInterface, makeInterface, makeSubnet, makeVpc } from '../build/network-interface';

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

const apart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
const inside = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

for (const [name, made] of [
  ['3 nodes', account(1, 1, 1)],
  ['60 nodes', account(4, 6, 3)],
  ['200 nodes', account(8, 10, 5)],
] as const) {
  for (const width of [360, 1000]) {
    test(`${name}, ${width} px: nothing overlaps and everything lies in its place`, () => {
      const { boxes, width: full, height } = picture(made, width);
      const leaves = boxes.filter((box) => box.kind === 'instance' || box.kind === 'interface');
      leaves.forEach((a, index) => {
        for (const b of leaves.slice(index + 1)) expect(apart(a, b)).toBe(true);
        const homes = boxes.filter((box) => box.kind === 'subnet' && inside(a, box));
        expect(homes).toHaveLength(1);
      });
      for (const box of boxes) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(full);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
      }
    });
  }
}

test('above a loose interface there is room for its cable, under the words of its subnet', () => {
  const { boxes } = picture(account(1, 0, 1), 360);
  const at = (kind: Box['kind']) => boxes.find((box) => box.kind === kind)?.y ?? 0;
  // The cable's end rises 26 px, and the words of a subnet reach 27 px down.
  expect(at('interface') - 26).toBeGreaterThan(at('subnet') + 27);
});

test('the same account gives the same picture, through JSON too', () => {
  const made = account(2, 2, 1);
  expect(picture(made)).toEqual(picture(made));
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
  expect(cable).toMatchObject({ index: 2, instanceId: instance?.InstanceId });
  expect(panel?.kind === 'instance' && panel.portsAt[2]?.x).toBe((cable?.from.x ?? 0) - 15);
  expect(cables).toHaveLength(2);
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
