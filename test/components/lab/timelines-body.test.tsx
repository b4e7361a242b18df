import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { AttemptRows, standing } from '@/components/lab/time/attempts-body';
import { lineOf } from '@/components/lab/time/line';
import { meaning } from '@/components/lab/time/show-solution';
import { SolutionPlayer } from '@/components/lab/time/solution-player';
import { TimelinesBody } from '@/components/lab/time/timelines-body';
import { manySteps, stepOf, treeOf } from '@/test/build/steps';

const nothing = () => {};

test('each timeline says where it stands and where it was forked; the one where one is cannot be gone to', () => {
  const tree = treeOf(
    [...manySteps(5), stepOf(6, 3)],
    6,
    [
      ['main', 5, 0],
      ['Another <try>', 4, 3],
    ],
    1,
  );
  const html = renderToStaticMarkup(
    <TimelinesBody
      attempt={tree}
      line={lineOf(tree)}
      looking={2}
      change={async () => {}}
      onCompare={nothing}
      onDone={nothing}
    />,
  );
  const [, main, fork] = html.split('<li');
  expect(main).toContain('at step 5');
  expect(main).toContain('aria-label="Go to main"');
  expect(main).toContain('aria-label="Compare Another &lt;try&gt; with main"');
  expect(fork).toContain('aria-current="true"');
  expect(fork).toContain('at step 4, forked at step 3 · you are here');
  expect(fork).not.toContain('Go to');
  expect(html, 'the step that is looked at is what is forked').toContain('Fork at step 2, as');
  expect(html).toContain('value="Fork"');
});

test('an attempt in the list says how far it is, and the open one is not to be resumed', () => {
  const attempt = {
    id: 'a',
    slug: 'x',
    title: 'X',
    tasksPassed: 2,
    tasksTotal: 4,
    steps: 12,
    startedAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-02T00:00:00.000Z',
  };
  const html = renderToStaticMarkup(
    <AttemptRows attempts={[attempt, { ...attempt, id: 'b' }]} current="b" onResume={nothing} />,
  );
  const [, first, second] = html.split('<li');
  expect(first).toContain('2 of 4 tasks, 12 steps');
  expect(first).toContain('Resume');
  expect(second).toContain('You are here');
  expect(standing({ steps: 0, tasksPassed: 0, tasksTotal: 0 })).toBe('no step yet');
  expect(standing({ steps: 1, tasksPassed: 4, tasksTotal: 4, finishedAt: attempt.updatedAt })).toBe('Finished, 1 step');
});

test('what seeing the solution means is said before, and only as far as it is so', () => {
  const fresh = { solutionShown: false, fromShare: false };
  expect(meaning(fresh)).toMatch(/^From then on a finish of this attempt is not recorded/);
  expect(meaning({ ...fresh, solutionShown: true })).toMatch(/seen it already/);
  expect(meaning({ ...fresh, fromShare: true })).toMatch(/somebody shared/);
  expect(meaning({ ...fresh, finishedAt: '2026-01-01T00:00:00.000Z' })).toMatch(/stays recorded/);
});

test('a solution shows its next line and what it is for; elsewhere it waits', () => {
  const player = (isHere: boolean, lines: { line: string; say?: string }[]) =>
    renderToStaticMarkup(
      <SolutionPlayer
        lines={lines}
        isHere={isHere}
        own="main"
        busy={false}
        run={async () => true}
        onReturn={nothing}
        onResume={nothing}
        onStop={nothing}
      />,
    );
  const lines = [{ line: 'aws ec2 create-vpc', say: 'A network first.' }];
  expect(player(true, lines)).toMatch(/line 1 of 1.*A network first\..*aws ec2 create-vpc.*Next.*Back to main.*Stop/s);
  expect(player(true, lines), 'nothing moves before it is known whether motion is wanted').not.toContain('>Play<');
  expect(player(false, lines)).toContain('Go on with the solution');
  expect(player(false, lines)).not.toContain('>Next<');
  expect(player(true, [])).toContain('That was the last of 0 lines');
});
