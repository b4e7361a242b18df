import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Differences, wordsOf } from '@/components/lab/time/differences';
import { lineOf } from '@/components/lab/time/line';
import { freeName } from '@/components/lab/time/names';
import { sidesOf } from '@/components/lab/time/sides';
import type { DifferenceView } from '@/lib/labs/moment-views';
import { manySteps, stepOf, treeOf } from '@/test/build/steps';

const shown = (differences: DifferenceView[]) =>
  renderToStaticMarkup(<Differences differences={differences} left="main, step 5" right="Fork, step 4" />);

test('what differs stands by kind of resource, the left value beside the right one', () => {
  const html = shown([
    {
      resource: 'NetworkInterface',
      id: 'eni-1',
      name: 'moved',
      side: 'both',
      attributes: [
        { name: 'Status', left: 'in-use', right: 'available' },
        { name: 'Attachment', left: 'i-1' },
      ],
    },
    { resource: 'Vpc', id: 'vpc-9', side: 'right', attributes: [{ name: 'CidrBlock', right: '10.0.0.0/16' }] },
  ]);
  expect(html.match(/<table/g)).toHaveLength(2);
  expect(html).toMatch(/<th scope="rowgroup" rowSpan="2"[^>]*><span[^>]*>moved/);
  expect(html).toMatch(/>Status<\/td><td[^>]*>in-use<\/td><td[^>]*>available</);
  expect(html).toMatch(/>Attachment<\/td><td[^>]*>i-1<\/td><td[^>]*>none</);
  expect(html).toContain('only on the right');
  expect(html).toMatch(/>CidrBlock<\/td><td[^>]*>not there<\/td><td[^>]*>10\.0\.0\.0\/16</);
});

test('of very many only the first are shown, and more on demand', () => {
  const html = shown(
    Array.from({ length: 250 }, (_, index) => ({ resource: 'Vpc', id: `vpc-${index}`, side: 'left', attributes: [] })),
  );
  expect(html.match(/all of it/g)).toHaveLength(100);
  expect(html).toContain('Show 100 more of 150');
});

test.each([
  ['NetworkInterface', 'Network interface'],
  ['Vpc', 'Vpc'],
  ['VPCPeeringConnection', 'VPC peering connection'],
  ['SecurityGroupRule', 'Security group rule'],
])('%s is called %s', (resource, words) => {
  expect(wordsOf(resource)).toBe(words);
});

test('a side can be where a timeline stands, the start, or what is looked at', () => {
  const tree = treeOf(
    [...manySteps(5), stepOf(6, 3)],
    5,
    [
      ['main', 2, 0],
      ['Fork', 6, 3],
      ['Other', 6, 3],
    ],
    0,
  );
  expect(sidesOf(tree, lineOf(tree), { left: 5, right: 2 }, 4)).toEqual([
    // Of the one that the attempt is on, the attempt says where it stands.
    { seq: 5, label: 'main, step 5' },
    { seq: 6, label: 'Fork and Other, step 4' },
    { seq: 0, label: 'The start' },
    { seq: 2, label: 'Step 2' },
    { seq: 4, label: 'Step 4' },
  ]);
});

test('very many timelines at one step are counted, not listed', () => {
  const tree = treeOf(
    manySteps(5),
    5,
    ['main', 'Fork', 'Fork 2', 'Fork 3'].map((name) => [name, 5, 0]),
    0,
  );
  expect(sidesOf(tree, lineOf(tree), { left: 0, right: 5 }, undefined)[0]?.label).toBe('main and 3 others, step 5');
});

test('a name that is taken gets a number', () => {
  expect(freeName('Solution', [{ name: 'main' }])).toBe('Solution');
  expect(freeName('Solution', [{ name: 'Solution' }, { name: 'Solution 2' }])).toBe('Solution 3');
});
