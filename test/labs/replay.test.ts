import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toJson } from '@/lib/engine/world';
import { pathTo } from '@/lib/labs/path';
import { momentFromJson, momentToJson, ReplayDiffers, replay, takeStep } from '@/lib/labs/replay';
import { Attempt, settledBytes } from '../build/attempt';
import { twoServers } from '../build/lab';

/** One thing to do, aimed at whatever is there: numbers are taken modulo what there is. */
const action = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('create' as const), secondary: fc.integer({ min: 0, max: 5 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('attach' as const),
      eni: fc.nat(20),
      instance: fc.nat(3),
      index: fc.integer({ min: 0, max: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('detach' as const, 'delete' as const), eni: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('stop' as const, 'start' as const), instance: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('terminate' as const), instance: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), to: fc.nat(20) }) },
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

function act(attempt: Attempt, what: Action): void {
  const { live } = attempt;
  const pick = <T>(rows: readonly T[], index: number): T | undefined => rows[index % Math.max(rows.length, 1)];
  switch (what.do) {
    case 'create':
      attempt.call('CreateNetworkInterface', {
        SubnetId: live.subnets.list().find((subnet) => subnet.CidrBlock === '10.0.1.0/24')?.SubnetId,
        ...(what.secondary > 0 && { SecondaryPrivateIpAddressCount: what.secondary }),
      });
      return;
    case 'attach':
      attempt.call('AttachNetworkInterface', {
        NetworkInterfaceId: pick(live.networkInterfaces.list(), what.eni)?.NetworkInterfaceId ?? 'eni-none',
        InstanceId: pick(live.instances.list(), what.instance)?.InstanceId ?? 'i-none',
        DeviceIndex: what.index,
      });
      return;
    case 'detach':
      attempt.call('DetachNetworkInterface', {
        AttachmentId: pick(live.networkInterfaces.list(), what.eni)?.Attachment?.AttachmentId ?? 'eni-attach-none',
      });
      return;
    case 'delete':
      attempt.call('DeleteNetworkInterface', {
        NetworkInterfaceId: pick(live.networkInterfaces.list(), what.eni)?.NetworkInterfaceId ?? 'eni-none',
      });
      return;
    case 'stop':
    case 'start':
    case 'terminate': {
      const names = { stop: 'StopInstances', start: 'StartInstances', terminate: 'TerminateInstances' } as const;
      attempt.call(names[what.do], {
        InstanceIds: [pick(live.instances.list(), what.instance)?.InstanceId ?? 'i-none'],
      });
      return;
    }
    case 'wait':
      settledBytes(live, live.now + what.seconds * 1000);
      return;
    case 'undo':
      attempt.undo(pick([0, ...attempt.steps.map((step) => step.seq)], what.to) ?? 0);
      return;
  }
}

const begin = () => Attempt.begin(twoServers);
const actions = fc.array(action, { maxLength: 40 });

describe('replay', () => {
  test('gives the same bytes as the live run, after undo and on other branches too', async () => {
    await fc.assert(
      fc.asyncProperty(actions, async (list) => {
        const attempt = await begin();
        for (const what of list) act(attempt, what);
        const { world } = replay(attempt.start, pathTo(attempt.steps, attempt.head));
        expect(settledBytes(world, attempt.live.now)).toBe(settledBytes(attempt.live));
      }),
      { numRuns: 60 },
    );
  });

  test('remembers the same facts as the run, and from a snapshot as from the start', async () => {
    await fc.assert(
      fc.asyncProperty(actions, fc.nat(40), async (list, cut) => {
        const attempt = await begin();
        for (const what of list) act(attempt, what);
        const path = pathTo(attempt.steps, attempt.head);
        const whole = replay(attempt.start, path);
        expect([...whole.facts]).toEqual([...attempt.moment.facts]);
        const at = cut % (path.length + 1);
        const snapshot = JSON.parse(JSON.stringify(momentToJson(replay(attempt.start, path.slice(0, at)))));
        expect(momentToJson(replay(snapshot, path.slice(at)))).toEqual(momentToJson(whole));
      }),
      { numRuns: 30 },
    );
  });

  test('no id is given twice, whatever is undone in between', async () => {
    await fc.assert(
      fc.asyncProperty(actions, async (list) => {
        const attempt = await begin();
        const given = new Map<string, number>();
        for (const what of list) {
          const steps = attempt.steps.length;
          const known = new Set(attempt.live.networkInterfaces.list().map((eni) => eni.NetworkInterfaceId));
          act(attempt, what);
          if (attempt.steps.length === steps) continue;
          for (const eni of attempt.live.networkInterfaces.list()) {
            if (known.has(eni.NetworkInterfaceId)) continue;
            expect(given.has(eni.NetworkInterfaceId)).toBe(false);
            given.set(eni.NetworkInterfaceId, steps);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('an id of an undone step is unknown on the other branch', async () => {
    const attempt = await begin();
    const subnet = attempt.live.subnets.list().find((candidate) => candidate.CidrBlock === '10.0.1.0/24')?.SubnetId;
    attempt.call('CreateNetworkInterface', { SubnetId: subnet });
    const undone = attempt.live.networkInterfaces.list().at(-1)?.NetworkInterfaceId ?? '';
    attempt.undo(0);
    attempt.call('CreateNetworkInterface', { SubnetId: subnet });
    expect(attempt.live.networkInterfaces.list().at(-1)?.NetworkInterfaceId).not.toBe(undone);
    attempt.call('DeleteNetworkInterface', { NetworkInterfaceId: undone });
    expect(attempt.steps.at(-1)?.calls[0]).toMatchObject({ ok: false, code: 'InvalidNetworkInterfaceID.NotFound' });
  });

  test('answers a call otherwise than logged: every difference is named', async () => {
    const attempt = await begin();
    attempt.call('CreateNetworkInterface', { SubnetId: 'subnet-none' });
    attempt.call('AllocateAddress', { Domain: 'vpc' });
    const [refused, accepted] = attempt.steps;
    if (!refused || !accepted) throw new Error('two steps were made');
    const log = [
      { ...refused, calls: refused.calls.map((call) => ({ ...call, code: 'InvalidVpcID.NotFound' })) },
      {
        ...accepted,
        calls: accepted.calls.map((call) => ({ ...call, ok: false as const, code: 'AddressLimitExceeded' })),
      },
    ];
    const error = caught(() => replay(attempt.start, log));
    expect(error).toBeInstanceOf(ReplayDiffers);
    expect((error as ReplayDiffers).differences).toEqual([
      {
        seq: 1,
        call: 0,
        operation: 'CreateNetworkInterface',
        was: 'InvalidVpcID.NotFound',
        now: refused.calls[0]?.ok === false ? refused.calls[0].code : undefined,
      },
      { seq: 2, call: 0, operation: 'AllocateAddress', was: 'AddressLimitExceeded', now: undefined },
    ]);
    expect((error as ReplayDiffers).message).toContain(
      'step 2, AllocateAddress: was refused with AddressLimitExceeded, is accepted',
    );
  });

  test('a step costs its calls, and the same fact again costs nothing', async () => {
    const attempt = await begin();
    const eth0 = attempt.live.networkInterfaces.list()[0]?.Attachment?.AttachmentId ?? '';
    for (let time = 0; time < 50; time += 1) attempt.call('DetachNetworkInterface', { AttachmentId: eth0 });
    expect([...attempt.moment.facts]).toHaveLength(1);
  });

  test('taking a step leaves the moment that was stored as it was', async () => {
    const attempt = await begin();
    const before = JSON.stringify(attempt.start);
    const moment = momentFromJson(attempt.start);
    attempt.call('AllocateAddress', { Domain: 'vpc' });
    for (const step of attempt.steps) takeStep(moment, step);
    expect(JSON.stringify(attempt.start)).toBe(before);
    expect(toJson(moment.world).tables.addresses).toHaveLength(1);
  });
});

function caught(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

test('a log of another engine is gone on with: what it refused stays refused, and this engine’s own log must agree', async () => {
  const attempt = await Attempt.begin(twoServers);
  const [vpc] = attempt.live.vpcs.list();
  const call = { operation: 'CreateRouteTable', input: { VpcId: vpc?.VpcId }, at: attempt.live.now + 1000 };
  const step = { seq: 1, at: call.at, sequence: 1000, calls: [{ ...call, ok: false as const, code: 'NotModelled' }] };
  expect(() => replay(attempt.start, [step])).toThrow(ReplayDiffers);
  const { world } = replay(attempt.start, [{ ...step, engine: 'an older one' }]);
  expect(world.routeTables.size).toBe(momentFromJson(attempt.start).world.routeTables.size);
  expect(world.now).toBe(call.at);
});

test('what version 2 accepted and this one refuses is left out, and the attempt goes on', async () => {
  const attempt = await Attempt.begin(twoServers);
  const { live } = attempt;
  const [acl, vpc] = [live.networkAcls.list()[0]?.NetworkAclId, live.vpcs.list()[0]?.VpcId];
  const subnet = live.subnets.list()[0]?.SubnetId;
  const entry = (RuleNumber: number, more: object) => ({
    operation: 'CreateNetworkAclEntry',
    input: { NetworkAclId: acl, RuleNumber, RuleAction: 'allow', Egress: true, CidrBlock: '10.0.0.0/8', ...more },
  });
  const now = [
    entry(7, { Protocol: '1' }),
    {
      operation: 'CreateTags',
      input: {
        Resources: [vpc],
        Tags: [
          { Key: 'a', Value: '1' },
          { Key: 'a', Value: '2' },
        ],
      },
    },
    {
      operation: 'RunInstances',
      input: {
        ImageId: live.instances.list()[0]?.ImageId,
        MinCount: 1,
        MaxCount: 1,
        SubnetId: subnet,
        KeyName: 'mine',
      },
    },
    ...Array.from({ length: 19 }, (_, index) => entry(1000 + index, { Protocol: '-1' })),
  ];
  const steps = now.map((call, index) => {
    const at = live.now + (index + 1) * 1000;
    return {
      seq: index + 1,
      at,
      sequence: (index + 1) * 1000,
      engine: '2',
      calls: [{ ...call, at, ok: true as const }],
    };
  });
  const moment = replay(attempt.start, steps);
  expect(moment.world.instances.size).toBe(live.instances.size);
  expect(moment.world.now).toBe(steps.at(-1)?.at);
  // It goes on from there, and what this version logs itself must be answered the same.
  const at = moment.world.now + 1000;
  const next = {
    seq: 99,
    at,
    sequence: 99_000,
    calls: [{ operation: 'AllocateAddress', input: {}, at, ok: true as const }],
  };
  expect(takeStep(moment, next).differences).toEqual([]);
  // A log of its own may hold none of it.
  const own = steps.map(({ engine: _engine, ...step }) => step);
  const error = caught(() => replay(attempt.start, own)) as ReplayDiffers;
  expect(error.differences.map((one) => one.now)).toEqual([
    'MissingParameter',
    'InvalidParameterValue',
    'InvalidKeyPair.NotFound',
    'NetworkAclEntryLimitExceeded',
  ]);
});
