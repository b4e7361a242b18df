import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { StepLog } from '@/components/lab/step-log';
import { lineOf } from '@/components/lab/time/line';
import { marksOf } from '@/components/lab/time/marks';
import { Timeline } from '@/components/lab/timeline';
import { manySteps, stepOf, treeOf } from '@/test/build/steps';

const bar = (count: number, position = count, looked = position) =>
  renderToStaticMarkup(
    <Timeline
      line={lineOf(treeOf(manySteps(count), position))}
      looked={looked}
      busy={false}
      onLook={() => {}}
      onMove={() => {}}
    />,
  );
const elements = (html: string) => html.match(/<[a-z]/g)?.length ?? 0;

test('the bar has as many elements for five thousand steps as for five, and stays small', () => {
  expect(elements(bar(5_000))).toBe(elements(bar(5)));
  expect(bar(5_000).length).toBeLessThan(5_000);
});

test('the slider is a native one that says its step in words', () => {
  const html = bar(40, 40, 12);
  expect(html).toContain('Step 40 of 40');
  expect(html).toMatch(/<input[^>]*type="range"[^>]*aria-valuetext="Step 12 of 40: aws ec2 create-tags/);
  expect(html).toMatch(/<input[^>]*max="40"[^>]*value="12"/);
});

test('without a step there is nothing to look at, to undo or to redo', () => {
  const html = bar(0);
  expect(html).toContain('Step 0 of 0');
  expect(html.match(/disabled=""/g)).toHaveLength(3);
});

test('a dot for each step; of many steps, a dot for several, and the refusal among them is shown', () => {
  const few = [stepOf(1), stepOf(2, 1, { outcome: 'refused' }), stepOf(3, 2, { outcome: 'shell' }), stepOf(4)];
  expect(marksOf(few)).toEqual([
    { at: 0.25, outcome: 'changed' },
    { at: 0.5, outcome: 'refused' },
    { at: 0.75, outcome: 'shell' },
    { at: 1, outcome: 'changed' },
  ]);
  const many = manySteps(5_000).map((step) => (step.seq === 2_501 ? { ...step, outcome: 'refused' as const } : step));
  const marks = marksOf(many);
  expect(marks).toHaveLength(60);
  expect(marks.filter(({ outcome }) => outcome === 'refused')).toEqual([
    { at: expect.closeTo(0.51, 1), outcome: 'refused' },
  ]);
  expect(marks.at(-1)?.at).toBe(1);
  expect(marksOf([])).toEqual([]);
});

test('the log shows its newest steps, and more on demand', () => {
  const rows = (count: number) => renderToStaticMarkup(<StepLog steps={manySteps(count)} />);
  expect(rows(5_000).match(/<tr/g)).toHaveLength(201);
  expect(rows(5_000)).toContain('Show 200 more of 4800 before');
  expect(rows(5_000).indexOf('>5000<')).toBeLessThan(rows(5_000).indexOf('>4801<'));
  expect(rows(5_000)).not.toContain('>4800<');
  expect(rows(250)).toContain('Show 50 more of 50 before');
  expect(rows(200)).not.toContain('more of');
});
