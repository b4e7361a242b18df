import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, boxId, type Cable, type Layout, layout } from '@/lib/diagram/layout';
import { crossings, endsOf, wrongBoxes, wrongCables } from './geometry';
import { accounts, asTopology, type Plan } from './random-account';

const widths = fc.constantFrom(340, 720, 1000, 1400);
const runs = { numRuns: 150, seed: 20260131 };

/** How often two cables may cross: see `layout`. */
function allowed(picture: Layout, a: Cable, b: Cable): number {
  const [here, there] = [endsOf(picture, a), endsOf(picture, b)];
  const leaves = ({ portSubnet, plugSubnet }: typeof here) => portSubnet !== plugSubnet;
  if (leaves(here) && leaves(there)) {
    const [p, q] = [wall(a), wall(b)];
    const isBetween = (y: number) => y > q.from && y < q.to;
    return isBetween(p.from) !== isBetween(p.to) ? 1 : 0;
  }
  // One that leaves goes round its panel's others by the right: those in ports after it are in its way.
  const isFirst = (one: Cable, ends: typeof here, other: Cable) => leaves(ends) && one.port < other.port;
  return a.instanceId === b.instanceId && (isFirst(a, here, b) || isFirst(b, there, a)) ? 1 : 0;
}

/** The heights at which a cable comes out of its subnets: the ends of its lane. */
function wall({ bends }: Cable): { from: number; to: number } {
  const x = Math.max(...bends.map((bend) => bend.x));
  const heights = bends.filter((bend) => bend.x === x).map(({ y }) => y);
  return { from: Math.min(...heights), to: Math.max(...heights) };
}

describe('whatever an account holds', () => {
  test('no box lies over another, and everything lies in its place', () => {
    fc.assert(
      fc.property(accounts, widths, (plan, width) => {
        expect(wrongBoxes(layout(asTopology(plan), width))).toEqual([]);
      }),
      runs,
    );
  });

  test('no cable goes over a box that is not its end', () => {
    fc.assert(
      fc.property(accounts, widths, (plan, width) => {
        const picture = layout(asTopology(plan), width);
        expect(wrongCables(picture)).toEqual([]);
        const drawn = new Set(plan.instances.map(({ id }) => id));
        expect(picture.cables).toHaveLength(
          plan.interfaces.filter(({ port }) => port && drawn.has(port.instance)).length,
        );
      }),
      runs,
    );
  });

  test('two cables cross once at most, and only where the one that leaves its subnet has no other way', () => {
    fc.assert(
      fc.property(accounts, widths, (plan, width) => {
        const picture = layout(asTopology(plan), width);
        picture.cables.forEach((a, index) => {
          for (const b of picture.cables.slice(index + 1)) {
            expect(crossings(a, b), `${a.interfaceId} and ${b.interfaceId}`).toBeLessThanOrEqual(
              allowed(picture, a, b),
            );
          }
        });
      }),
      runs,
    );
  });

  test('the same account gives the same bytes', () => {
    fc.assert(
      fc.property(accounts, widths, (plan, width) => {
        const copy = JSON.parse(JSON.stringify(asTopology(plan)));
        expect(JSON.stringify(layout(copy, width))).toBe(JSON.stringify(layout(asTopology(plan), width)));
      }),
      runs,
    );
  });
});

/** One small change, and ids of what it touched. */
interface Step {
  readonly plan: Plan;
  readonly touched: readonly string[];
}
type Change = (plan: Plan, pick: number) => Step | undefined;
const at = <T>(all: readonly T[], pick: number): T | undefined => all[pick % Math.max(1, all.length)];

const changes: { readonly [name: string]: Change } = {
  'an interface is made': (plan, pick) => {
    const subnet = at(plan.subnets, pick)?.id;
    if (subnet === undefined) return undefined;
    return { plan: { ...plan, interfaces: [...plan.interfaces, { id: 'eni-new', subnet }] }, touched: ['eni-new'] };
  },
  'an interface is deleted': (plan, pick) => {
    const gone = at(plan.interfaces, pick);
    if (!gone) return undefined;
    const interfaces = plan.interfaces.filter((eni) => eni !== gone);
    return { plan: { ...plan, interfaces }, touched: [gone.id, gone.port?.instance ?? gone.id] };
  },
  'an interface is attached': (plan, pick) => {
    const eni = at(
      plan.interfaces.filter(({ port, service }) => !port && !service),
      pick,
    );
    const panel = at(plan.instances, pick);
    if (!eni || !panel) return undefined;
    const taken = plan.interfaces.flatMap(({ port }) => (port?.instance === panel.id ? [port.number] : []));
    const number = Array.from({ length: panel.ports }, (_, port) => port).find((port) => !taken.includes(port));
    if (number === undefined) return undefined;
    const plugged = { ...eni, port: { instance: panel.id, number } };
    const interfaces = plan.interfaces.map((one) => (one === eni ? plugged : one));
    return { plan: { ...plan, interfaces }, touched: [eni.id, panel.id] };
  },
  'an interface is detached': (plan, pick) => {
    const eni = at(
      plan.interfaces.filter(({ port }) => port),
      pick,
    );
    if (!eni?.port) return undefined;
    const { port, ...loose } = eni;
    const interfaces = plan.interfaces.map((one) => (one === eni ? loose : one));
    return { plan: { ...plan, interfaces }, touched: [eni.id, port.instance] };
  },
  'an instance is launched': (plan, pick) => {
    const subnet = at(plan.subnets, pick)?.id;
    if (subnet === undefined) return undefined;
    const instances = [...plan.instances, { id: 'i-new', subnet, ports: 3, name: 'new' }];
    const interfaces = [...plan.interfaces, { id: 'eni-new', subnet, port: { instance: 'i-new', number: 0 } }];
    return { plan: { ...plan, instances, interfaces }, touched: ['i-new', 'eni-new'] };
  },
  'a subnet is made': (plan, pick) => {
    const vpc = at(plan.vpcs, pick)?.id ?? '';
    const subnets = [...plan.subnets, { id: 'subnet-new', vpc, zone: 'us-east-1b', name: 'new' }];
    return { plan: { ...plan, subnets }, touched: ['subnet-new'] };
  },
};

const places = (boxes: readonly Box[]) => new Map(boxes.map((box) => [boxId(box), box]));
/** Ids of what lies in each subnet, itself first. */
function bySubnet(boxes: readonly Box[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  let here: string[] = [];
  for (const box of boxes) {
    if (box.kind === 'subnet') {
      here = [];
      groups.set(boxId(box), here);
    }
    if (box.kind !== 'vpc' && box.kind !== 'zone') here.push(boxId(box));
  }
  return groups;
}

describe('a small change moves little', () => {
  for (const [name, change] of Object.entries(changes)) {
    test(`${name}: what comes before it stays, other subnets move up or down as a whole`, () => {
      fc.assert(
        fc.property(accounts, fc.nat({ max: 10_000 }), widths, (plan, pick, width) => {
          const step = change(plan, pick);
          fc.pre(step !== undefined);
          const before = layout(asTopology(plan), width).boxes;
          const after = layout(asTopology(step.plan), width).boxes;
          const touched = new Set(step.touched);
          const now = places(after);
          const touchedSubnets = [...bySubnet(before), ...bySubnet(after)]
            .filter(([, ids]) => ids.some((id) => touched.has(id)))
            .map(([id]) => id);
          const first = before.findIndex((box, index) => {
            const other = after[index];
            return !other || boxId(other) !== boxId(box) || touched.has(boxId(box));
          });
          let subnet = '';
          for (const box of before.slice(0, first < 0 ? before.length : first)) {
            if (box.kind === 'subnet') subnet = boxId(box);
            const moved = now.get(boxId(box));
            expect(moved?.x, boxId(box)).toBe(box.x);
            const mayGoDown = box.kind === 'interface' && touchedSubnets.includes(subnet);
            if (!mayGoDown) expect(moved?.y, boxId(box)).toBe(box.y);
          }
          const old = places(before);
          for (const [id, ids] of bySubnet(before)) {
            // The default VPC, which is last, folds when nothing is left in it.
            if (touchedSubnets.includes(id) || !now.has(id)) continue;
            const by = (now.get(id)?.y ?? 0) - (old.get(id)?.y ?? 0);
            for (const one of ids) {
              const [was, is] = [old.get(one), now.get(one)];
              expect([is?.x, is?.y], one).toEqual([was?.x, (was?.y ?? 0) + by]);
            }
          }
        }),
        runs,
      );
    });
  }

  test('a new name moves nothing', () => {
    fc.assert(
      fc.property(accounts, widths, (plan, width) => {
        const renamed = { ...plan, instances: plan.instances.map((one) => ({ ...one, name: 'renamed' })) };
        const shape = (one: Plan) =>
          layout(asTopology(one), width).boxes.map(({ x, y, width: w, height: h }) => [x, y, w, h]);
        expect(shape(renamed)).toEqual(shape(plan));
      }),
      runs,
    );
  });
});
