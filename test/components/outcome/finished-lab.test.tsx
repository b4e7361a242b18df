import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FinishedLab } from '@/components/outcome/finished-lab';
import { createAccount } from '@/lib/engine/create-account';
import { execute } from '@/lib/engine/execute';
import { fromJson, toJson } from '@/lib/engine/world';
import { began } from '@/test/build/account';

const after = createAccount({ seed: 'seed', now: began });
const before = fromJson(JSON.parse(JSON.stringify(toJson(after))));
const made = execute(after, { operation: 'CreateVpc', input: { CidrBlock: '10.9.0.0/16' } });
const outcome = {
  slug: 'x',
  title: 'X',
  calls: 1,
  refusals: 2,
  shortest: 1,
  shown: [{ task: 'made', say: 'There is a **VPC**.' }],
  next: { href: '/labs/y', title: 'Y' },
};
const html = renderToStaticMarkup(<FinishedLab outcome={outcome} before={before} after={after} />);
const [first = '', second = ''] = html.split('id="after"');
const pictures = (part: string) => part.match(/<svg[^>]*aria-label="\d+ VPC/g);

test('before and after are pictures, one for a phone and one for a desk each', () => {
  expect(made.ok).toBe(true);
  expect([pictures(first)?.length, pictures(second)?.length]).toEqual([2, 2]);
  for (const part of [first, second]) expect(part.match(/class="[^"]*(sm:hidden|max-sm:hidden)/g)).toHaveLength(2);
  expect(first).not.toContain('10.9.0.0/16');
  expect(second).toContain('10.9.0.0/16');
});

test('what the lab changed is marked in the second, in picture and tables, and nothing in the first', () => {
  const svgs = (part: string) => part.match(/<svg[^>]*role="img"[^>]*aria-label="\d+ VPC.*?<\/svg>/gs)?.join('') ?? '';
  expect(svgs(first)).not.toContain('cable');
  expect(svgs(second)).toContain('cable');
  expect(first).not.toContain('← changed');
  expect(second).toContain('← changed');
});

test('it says what it took, what holds and where to go on', () => {
  expect(html).toContain('It took you 1 accepted call: no shorter way is known. AWS refused 2 calls on the way.');
  expect(html).toContain('<strong>VPC</strong>');
  expect(html).toContain('href="/labs/y"');
});

test('no table is called as another one is', () => {
  const captions = [...html.matchAll(/<caption[^>]*>(.*?)<\/caption>/g)].map(([, text]) =>
    text?.replace(/<[^>]+>/g, ''),
  );
  expect(captions).toEqual(
    [', before', ', after'].flatMap((end) =>
      ['Interfaces', 'Instances', 'Subnets', 'Everything else'].map((what) => what + end),
    ),
  );
});

test('no id stands twice, and nothing of it needs a script', () => {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
  expect(html).not.toMatch(/<script|<button/);
  // What is sent to the browser of a component that has no `'use client'` is its elements.
  for (const name of ['outcome/finished-lab', 'outcome/outcome-parts', 'lesson/account-picture'])
    expect(readFileSync(`components/${name}.tsx`, 'utf8')).not.toContain('use client');
});
