import { expect, test } from 'vitest';
import { loadLabProof } from '@/lib/content/lab-proofs';
import { loadLabs } from '@/lib/content/labs';
import { toJson } from '@/lib/engine/world';
import { copyPath } from '@/lib/labs/copy-path';
import { pathTo, type Step } from '@/lib/labs/path';
import { replay } from '@/lib/labs/replay';
import { scriptLines } from '@/lib/labs/script';
import { shiftTime } from '@/lib/labs/shift-time';
import { Attempt } from '../build/attempt';

const labs = [...(await loadLabs()).values()].filter(({ kind }) => kind !== 'sandbox');
const day = 86_400_000;

test.each(labs.map((lab) => [lab.slug, lab] as const))(
  '%s: the copy of a path makes the same account, however much later',
  async (slug, lab) => {
    const attempt = await Attempt.begin(lab);
    for (const { text } of scriptLines((await loadLabProof(slug)).solution)) await attempt.run(text);
    const path = pathTo(attempt.steps, attempt.head);
    const original = toJson(replay(attempt.start, path).world);
    for (const laterMs of [0, 400 * day, -3 * day, 1_000]) {
      const { steps } = copyPath(path, { actor: 'another', laterMs });
      const { world } = replay(shiftTime(attempt.start, laterMs), steps);
      expect(toJson(world)).toEqual(shiftTime(original, laterMs));
      expect(shiftTime(toJson(world), -laterMs), 'and back').toEqual(original);
    }
  },
);

const create = { operation: 'CreateVpc', input: { CidrBlock: '10.0.0.0/16' }, at: 2_000, ok: true as const };
const refused = {
  operation: 'DeleteVpc',
  input: { VpcId: 'vpc-1' },
  at: 3_000,
  ok: false as const,
  code: 'InvalidVpcID.NotFound',
};
const step = (seq: number, parent: number, more: Partial<Step>): Step => ({
  seq,
  parent,
  at: seq * 10_000,
  actor: 'ada',
  via: 'shell',
  text: `typed ${seq} # note`,
  calls: [],
  sequence: seq * 100_000,
  ticked: [],
  repeats: 0,
  engine: '1',
  ...more,
});

test('what was typed does not come along, and what a shell did is time that went by', () => {
  const { steps, numberOf } = copyPath(
    [
      step(1, 0, {}),
      step(4, 1, { calls: [create, refused], repeats: 2 }),
      step(5, 4, { ticked: ['a'] }),
      step(9, 5, { calls: [refused], via: 'ec2', text: 'aws ec2 delete-vpc  # boto3/1.2' }),
    ],
    { actor: 'eve', laterMs: 500 },
  );
  const again = { ...refused, at: 3_500 };
  expect(steps).toEqual([
    {
      seq: 1,
      parent: 0,
      at: 50_500,
      actor: 'eve',
      via: 'shell',
      text: 'aws ec2 create-vpc --cidr-block 10.0.0.0/16\naws ec2 delete-vpc --vpc-id vpc-1',
      calls: [{ ...create, at: 2_500 }, again],
      sequence: 400_000,
      ticked: ['a'],
      repeats: 2,
      engine: '1',
    },
    {
      seq: 2,
      parent: 1,
      at: 90_500,
      actor: 'eve',
      via: 'ec2',
      text: 'aws ec2 delete-vpc --vpc-id vpc-1',
      calls: [again],
      sequence: 900_000,
      ticked: [],
      repeats: 0,
      engine: '1',
    },
  ]);
  expect([...numberOf]).toEqual([
    [1, 0],
    [4, 1],
    [5, 1],
    [9, 2],
  ]);
  expect(copyPath([step(1, 0, {})], { actor: 'eve', laterMs: 0 }).steps).toEqual([]);
});
