import { expect, test } from 'vitest';
import { inTurn } from '@/lib/runner/queues';
import { givenOf, prepareCliAnswer, runCliAnswer } from '@/lib/usecases/cli-answers';
import { questionOf, questions } from '../quizzes/questions';

const question = questionOf('cli');

test('only a CLI question gives variables', async () => {
  for (const one of questions) {
    expect(Object.keys(await givenOf(one)), one.type).toEqual(one.type === 'cli' ? ['WEB_1', 'ENI'] : []);
  }
});

test('lines run on a copy of the account, and the same lines only once', async () => {
  const first = await runCliAnswer(question, question.solution);
  expect(first.checks.map(({ passed }) => passed)).toEqual([true, true]);
  const many = await Promise.all(Array.from({ length: 300 }, () => runCliAnswer(question, question.solution)));
  for (const run of many) expect(run).toBe(first);
  // Another question with other checks is another run.
  const other = { ...question, checks: question.checks.slice(0, 1) };
  expect((await runCliAnswer(other, question.solution)).checks).toHaveLength(1);
});

test('lines past a limit pass no check, and the shell says why', async () => {
  const run = await runCliAnswer(question, `while true; do :; done`);
  expect(run.checks.map(({ passed }) => passed)).toEqual([false, false]);
  expect(run.output).toMatch(/^patchbay: .*Nothing of this line was kept\.\n$/);
});

test('a question whose account cannot be made is a bug, each time anew', async () => {
  const broken = { ...question, start: 'false' };
  await expect(givenOf(broken)).rejects.toThrow('lines/start.sh, line 1');
  await expect(runCliAnswer(broken, 'true')).rejects.toThrow('lines/start.sh, line 1');
});

test('a saved answer is run in its writer’s turn, so that its mark waits for nothing', async () => {
  const lines = `${question.solution}\n# prepared`;
  const marked = () =>
    Promise.race([
      runCliAnswer(question, lines).then(() => 'at once'),
      new Promise((next) => setImmediate(() => next('after a run'))),
    ]);
  prepareCliAnswer(question, lines, 'attempt', 'writer');
  await inTurn('attempt', 'writer', async () => {});
  expect(await marked()).toBe('at once');
  expect(await runCliAnswer(question, `${lines} not`)).not.toBe(await runCliAnswer(question, lines));
});
