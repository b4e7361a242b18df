import { expect, test } from 'vitest';
import { fromJson } from '@/lib/engine/world';
import { experimentRun } from '@/lib/lessons/experiment-run';
import { startExperiment } from '@/lib/usecases/experiments';

const { view, account } = await startExperiment('pull-both-interfaces');
const { steps } = view;
const { world, variables } = account;
const begin = () => experimentRun(fromJson(world), variables);
const [first] = steps;
if (!first) throw new Error('the experiment has no first step');

test('a step in its turn comes with its note', async () => {
  const run = begin();
  for (const step of steps) expect((await run(step.run, step)).note).toBe(step.note);
});

test('after a line that changed the account no step’s note is given, even where the answer is as it should be', async () => {
  const run = begin();
  const own = await run('aws ec2 terminate-instances --instance-ids $WEB_1');
  expect([own.refused, own.note]).toEqual([undefined, undefined]);
  const step = await run(first.run, first);
  expect(step.refused).toBeUndefined();
  expect(step.note).toMatch(/a line of yours has changed the account/);
});

test.each([
  ['a look', 'aws ec2 describe-instances'],
  ['a refusal', 'aws ec2 detach-network-interface --attachment-id $INDEX_0 --force'],
  ['a line that is none', 'ls'],
])('%s changes nothing, and the note still holds', async (_what, line) => {
  const run = begin();
  await run(line);
  expect((await run(first.run, first)).note).toBe(first.note);
});

test('a step that is answered otherwise has no note of its own', async () => {
  const run = begin();
  const { note } = await run(first.run, { ...first, shows: { refused: 'OperationNotPermitted' } });
  expect(note).toMatch(/may not be so here/);
});
