import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { execute } from '@/lib/engine/execute';
import { answerTo, type Flow } from '@/lib/engine/reachability/flow';
import type { Decision, Hop, Trace } from '@/lib/engine/reachability/hop';
import { cellOf, reachabilityMatrix } from '@/lib/engine/reachability/matrix';
import { trace } from '@/lib/engine/reachability/trace';
import { destinationText } from '@/lib/engine/route-table/destination';
import type { Route } from '@/lib/engine/route-table/route-table';
import { undo } from '@/lib/engine/transaction';
import { setTime, type World, type WorldJson } from '@/lib/engine/world';
import { Choices } from '@/test/build/choices';
import { bytes } from '@/test/build/invariants';
import { make, plans } from '@/test/build/random-calls';
import { launchCrowd, layRoutes } from './more-world';
import { scenarios } from './scenario';
import { flaws, verdictText } from './shown-hops';
import { baseWorlds, flows, openWorld, sourcesIn, targetsIn } from './worlds';

const runs = { numRuns: 40, seed: 20260131 };
let bases: readonly WorldJson[] = [];
beforeAll(async () => {
  bases = await baseWorlds();
});

const base = fc.nat({ max: 2 * scenarios.length + 1 });
const numbers = fc.noBias(fc.array(fc.nat({ max: 0xffff }), { minLength: 12, maxLength: 12 }));

/** A world after random calls. */
function changed(number: number, sequence: Parameters<typeof make>[1][]): World {
  const world = openWorld(bases[number]);
  for (const plan of sequence) make(world, plan);
  return world;
}

function flowsIn(world: World): Flow[] {
  const pairs = sourcesIn(world).flatMap((source) => targetsIn(world).map((destination) => ({ source, destination })));
  return pairs.flatMap((pair) => flows.map((flow) => ({ ...flow, ...pair })));
}

/** More than any way has that leads somewhere. */
const mostHops = 400;
const lastPacket = (hops: readonly Hop[]) => hops.at(-1)?.rewritten ?? hops.at(-1)?.packet;

test('a trace comes to an end, is the same again, changes nothing, and its hops follow from one another', () => {
  fc.assert(
    fc.property(base, plans, (number, sequence) => {
      const world = changed(number, sequence);
      const before = bytes(world);
      for (const flow of flowsIn(world)) {
        const found = trace(world, flow);
        const said = () => `${JSON.stringify(flow)}: ${verdictText(found.verdict)}`;
        const wrong = [...flaws(world, found.out), ...flaws(world, found.back), ...flawsOfVerdict(found)];
        if (wrong.length > 0) expect.fail(`${said()}: ${wrong.join('; ')}`);
        if (found.out.length + found.back.length > mostHops) expect.fail(said());
        if (JSON.stringify(trace(world, flow)) !== JSON.stringify(found))
          expect.fail(`${said()} is not the same again`);
      }
      expect(bytes(world)).toBe(before);
    }),
    runs,
  );
});

/** The verdict is what the hops end with, and the way back begins with the answer to what arrived. */
function flawsOfVerdict({ out, back, verdict }: Trace): string[] {
  const wrong: string[] = [];
  const refusals = { out: out.at(-1)?.refusal, back: back.at(-1)?.refusal };
  const arrived = lastPacket(out);
  if (verdict.reached || verdict.way === 'back') {
    if (refusals.out) wrong.push('it was refused on the way out');
    if (!arrived || !isDeepStrictEqual(back[0]?.packet, answerTo(arrived)))
      wrong.push('the answer is to another packet');
  }
  if (verdict.reached ? refusals.back : refusals[verdict.way] !== verdict.refusal) wrong.push('the hops say otherwise');
  return wrong;
}

test('a new allow rule of a group or an ACL closes no open flow', () => {
  fc.assert(
    fc.property(base, plans, numbers, (number, sequence, more) => {
      const world = changed(number, sequence);
      const open = flowsIn(world).filter((flow) => trace(world, flow).verdict.reached);
      const choose = new Choices(more);
      for (let times = 0; times < 4; times += 1) {
        allow(world, choose);
        const closed = open.filter((flow) => !trace(world, flow).verdict.reached);
        expect(closed).toEqual([]);
      }
    }),
    runs,
  );
});

function allow(world: World, choose: Choices): void {
  setTime(world, world.now + 1000);
  const cidr = choose.one(['0.0.0.0/0', '10.0.0.0/8', '10.0.1.0/24', '203.0.113.0/24']);
  const [FromPort, ToPort] = choose.one([
    [0, 65_535],
    [22, 22],
    [1024, 65_535],
  ]);
  if (choose.chance(50)) {
    const operation = choose.one(['AuthorizeSecurityGroupIngress', 'AuthorizeSecurityGroupEgress']);
    const GroupId = choose.row(world.securityGroups)?.GroupId;
    const peer = choose.chance(60)
      ? { IpRanges: [{ CidrIp: cidr }] }
      : { UserIdGroupPairs: [{ GroupId: choose.row(world.securityGroups)?.GroupId }] };
    execute(world, {
      operation,
      input: { GroupId, IpPermissions: [{ IpProtocol: 'tcp', FromPort, ToPort, ...peer }] },
    });
    return;
  }
  const input = {
    NetworkAclId: choose.row(world.networkAcls)?.NetworkAclId,
    RuleNumber: 1 + choose.below(200),
    Egress: choose.chance(50),
    RuleAction: 'allow',
    Protocol: choose.one(['-1', '6']),
    CidrBlock: cidr,
    PortRange: { From: FromPort, To: ToPort },
  };
  execute(world, { operation: 'CreateNetworkAclEntry', input });
}

test('a route that is removed opens no flow, unless another takes over and is named', () => {
  let opened = 0;
  fc.assert(
    fc.property(base, plans, numbers, (number, sequence, more) => {
      const world = changed(number, sequence);
      const choose = new Choices(more);
      layRoutes(world, choose);
      const before = new Map(flowsIn(world).map((flow) => [flow, trace(world, flow)]));
      const taken = usefulToRemove([...before.values()]);
      const removed = new Set(Array.from({ length: 8 }, () => taken[choose.below(taken.length || 1)]));
      for (const one of removed) if (one) opened += flowsOpenedWithout(world, one, before);
    }),
    { ...runs, numRuns: 60 },
  );
  // It would be no proof if it never happened.
  expect(opened).toBeGreaterThan(10);
});

/** How many closed flows open while a route is away, each by another route that is named. The route is put back. */
function flowsOpenedWithout(
  world: World,
  { routeTableId, route }: Extract<Decision, { kind: 'route' }>,
  before: ReadonlyMap<Flow, Trace>,
): number {
  const { target: _, Origin: __, ...destination } = route;
  const outcome = execute(world, { operation: 'DeleteRoute', input: { RouteTableId: routeTableId, ...destination } });
  if (!outcome.ok) return 0;
  let opened = 0;
  for (const [flow, old] of before) {
    if (old.verdict.reached) continue;
    const now = trace(world, flow);
    if (!now.verdict.reached) continue;
    opened += 1;
    const said = `${JSON.stringify(flow)} without ${destinationText(destination)}`;
    expect(routesTaken(old, routeTableId), said).toContainEqual(route);
    const others = routesTaken(now, routeTableId);
    expect(others, said).not.toContainEqual(route);
    expect(others.length, said).toBeGreaterThan(0);
    // What is named is a route that the table has.
    expect([...flaws(world, now.out), ...flaws(world, now.back)], said).toEqual([]);
  }
  undo(world, outcome.changes);
  return opened;
}

/** Routes that closed flows took, the same ones once. */
const usefulToRemove = (traces: readonly Trace[]) => [
  ...new Map(
    traces
      .filter(({ verdict }) => !verdict.reached)
      .flatMap(({ out, back }) => [...out, ...back])
      .flatMap(({ decision }) => (decision?.kind === 'route' && !('kind' in decision.route.target) ? [decision] : []))
      .map((decision) => [`${decision.routeTableId} ${destinationText(decision.route)}`, decision]),
  ).values(),
];

const routesTaken = ({ out, back }: Trace, tableId: string): Route[] =>
  [...out, ...back].flatMap(({ component, decision }) =>
    component.id === tableId && decision?.kind === 'route' ? [decision.route] : [],
  );

test('every cell of a matrix says what a trace of its flow says', () => {
  fc.assert(
    fc.property(base, plans, numbers, (number, sequence, more) => {
      const world = changed(number, sequence);
      launchCrowd(world, new Choices(more));
      const sources = sourcesIn(world, 10);
      const targets = targetsIn(world, 10);
      const matrix = reachabilityMatrix(world, { sources, targets, flows });
      const single = sources.map((source) =>
        targets.map((destination) =>
          flows.map((flow) => cellOf(trace(world, { ...flow, source, destination }).verdict)),
        ),
      );
      // As text, of which comparing thousands costs little.
      expect(JSON.stringify(matrix)).toBe(JSON.stringify(single));
    }),
    { ...runs, numRuns: 60 },
  );
});
