import { expect, test } from 'vitest';
import { type AttemptState, next } from '@/components/lab/attempt-state';
import { createAccount } from '@/lib/engine/create-account';
import { toJson } from '@/lib/engine/world';
import type { AttemptView } from '@/lib/labs/views';
import { began } from '@/test/build/account';
import { manySteps, stepOf, treeOf } from '@/test/build/steps';

const view: AttemptView = {
  id: '00000000-0000-4000-8000-000000000000',
  slug: 'x',
  title: 'X',
  startedAt: '2026-01-01T00:00:00.000Z',
  tasks: [],
  hints: {},
  world: toJson(createAccount({ seed: 'seed', now: began })),
  prompt: 'lab$',
  ports: {},
  solutionShown: false,
  fromShare: false,
  misconceptions: [],
  ...treeOf(manySteps(2), 2),
};
const note = { id: 'm', belief: 'B', say: 'S', href: '/x', label: 'X', source: 'https://docs.aws.amazon.com/' };
const answer = { tasks: [], changes: [], now: began + 1000, prompt: 'lab$', ports: {} };
const atTwo = next({ busy: true }, { kind: 'loaded', view });

test('a step of a line or form follows the one before it, and what it showed of beliefs is kept', () => {
  const step = stepOf(3);
  const { attempt, busy } = next(atTwo, {
    kind: 'answered',
    answer: { ...answer, position: 3, step, misconception: note },
  });
  expect(busy).toBe(false);
  expect(attempt).toMatchObject({ position: 3, path: [1, 2, 3], misconceptions: [note] });
  expect(attempt?.steps.map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

test('a refusal that came again is counted on its step and moves nothing', () => {
  const step = stepOf(2, 1, { outcome: 'refused', repeats: 1 });
  const { attempt } = next(atTwo, { kind: 'answered', answer: { ...answer, position: 2, step } });
  expect(attempt?.path).toEqual([1, 2]);
  expect(attempt?.steps.at(-1)).toEqual(step);
});

test('a read leaves the very lists, so that nothing is walked again', () => {
  const { attempt } = next(atTwo, { kind: 'answered', answer: { ...answer, position: 2 } });
  expect(attempt?.steps).toBe(atTwo.attempt?.steps);
  expect(attempt?.path).toBe(atTwo.attempt?.path);
});

test('a look at the attempt waits while something is under way, and clears no refusal that is told', () => {
  const busy: AttemptState = { ...atTwo, busy: true };
  expect(next(busy, { kind: 'settled', view })).toBe(busy);
  const failed: AttemptState = { ...atTwo, failed: 'No.' };
  expect(next(failed, { kind: 'settled', view })).toMatchObject({ failed: 'No.' });
  expect(next(failed, { kind: 'loaded', view })).not.toHaveProperty('failed');
});
