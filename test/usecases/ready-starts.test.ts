import { describe, expect, test } from 'vitest';
import { labDocument, loadLabs } from '@/lib/content/labs';
import { toJson } from '@/lib/engine/world';
import { shiftTime } from '@/lib/labs/shift-time';
import { startLab } from '@/lib/labs/start-lab';
import { startInPool } from '@/lib/runner/pool';
import { makeReady, takeStartOf } from '@/lib/usecases/ready-starts';

const labs = [...(await loadLabs()).values()];
const then = Date.UTC(2026, 0, 31, 9, 30);
const hoursLater = then + 5 * 3_600_000 + 17_000;

describe('a start that is moved to a later time is the one that would have been made then', () => {
  test.each(labs.map((lab) => [lab.slug, lab] as const))('%s', async (_, lab) => {
    const early = await startLab(lab, { seed: 'alpha', now: then });
    const late = await startLab(lab, { seed: 'alpha', now: hoursLater });
    expect(shiftTime(toJson(early.world), hoursLater - then)).toEqual(toJson(late.world));
  });
});

test('a start that was made ahead is given once, and as if it were made now', async () => {
  const [lab] = labs;
  if (!lab) expect.fail('no lab');
  const { hash } = labDocument(lab);
  makeReady(lab, hash);
  makeReady(lab, hash);
  const now = Math.floor(Date.now() / 1000) * 1000 + 3_600_000;
  const first = await takeStartOf(lab, hash, now);
  const second = await takeStartOf(lab, hash, now);
  expect(first.seed).not.toBe(second.seed);
  for (const { seed, ...start } of [first, second]) expect(start).toEqual(await startInPool({ lab, seed, now }));
});

test('a lab whose script fails says so to whoever begins it, not to nobody', async () => {
  const [lab] = labs;
  if (!lab) expect.fail('no lab');
  const broken = { ...lab, start: 'aws ec2 no-such-operation' };
  makeReady(broken, 'broken');
  await expect(takeStartOf(broken, 'broken', then)).rejects.toThrow();
});
