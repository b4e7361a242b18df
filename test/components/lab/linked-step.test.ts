import { expect, test } from 'vitest';
import { lineOf } from '@/components/lab/time/line';
import { linkedStep } from '@/components/lab/time/linked-step';
import { manySteps, stepOf, treeOf } from '@/test/build/steps';

const line = lineOf(treeOf([...manySteps(3), stepOf(4, 1), stepOf(5, 4)], 5));

test.each([
  ['', undefined],
  ['?attempt=1', undefined],
  ['?step=2', { seq: 4 }],
  ['?step=0', { seq: 0 }],
  ['?moment=3', { seq: 3 }],
  ['?moment=0', { seq: 0 }],
  ['?step=99', { problem: 'There is no step 99 in this attempt. The lab is shown as it stands.' }],
  ['?moment=99', { problem: 'There is no step 99 in this attempt. The lab is shown as it stands.' }],
  ['?step=-1', { problem: 'The link to this page names no step. The lab is shown as it stands.' }],
  ['?moment=%3Cscript%3E', { problem: 'The link to this page names no step. The lab is shown as it stands.' }],
  ['?step=', { problem: 'The link to this page names no step. The lab is shown as it stands.' }],
])('%s', (search, expected) => {
  expect(linkedStep(search, line)).toEqual(expected);
});
