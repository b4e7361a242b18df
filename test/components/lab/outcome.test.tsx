import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Outcome } from '@/components/lab/time/outcome-panel';
import { effort } from '@/components/outcome/outcome-parts';
import { createAccount } from '@/lib/engine/create-account';
import { execute } from '@/lib/engine/execute';
import { toJson } from '@/lib/engine/world';
import { began } from '@/test/build/account';

test('what it took is compared with the shortest way that is known', () => {
  expect(effort({ calls: 14, refusals: 3, shortest: 9 })).toBe(
    'It took you 14 accepted calls; the shortest way that is known takes 9. AWS refused 3 calls on the way.',
  );
  expect(effort({ calls: 1, refusals: 1, shortest: 1 })).toBe(
    'It took you 1 accepted call: no shorter way is known. AWS refused 1 call on the way.',
  );
  expect(effort({ calls: 2, refusals: 0, shortest: undefined })).toBe(
    'It took you 2 accepted calls. AWS refused none.',
  );
});

const world = createAccount({ seed: 'seed', now: began });
const before = JSON.parse(JSON.stringify(toJson(world)));
execute(world, { operation: 'CreateVpc', input: { CidrBlock: '10.9.0.0/16' } });
const outcome = {
  slug: 'x',
  title: 'X',
  before,
  after: JSON.parse(JSON.stringify(toJson(world))),
  ports: {},
  calls: 1,
  refusals: 0,
  shown: [{ task: 'made', say: 'There is a **VPC**.' }],
  next: { href: '/labs/y', title: 'Y' },
};
const shown = (hideDiagram: boolean) =>
  renderToStaticMarkup(
    <Outcome attemptId="an-id" outcome={outcome} width={800} hideDiagram={hideDiagram} onClose={() => {}} />,
  );

test('before and after are drawn, and what comes next is a link', () => {
  const html = shown(false);
  const [first, second] = html.split('>After<');
  expect(first).not.toContain('10.9.0.0/16');
  expect(second).toContain('10.9.0.0/16');
  expect(html.match(/<svg[^>]*aria-label="\d+ VPC/g)).toHaveLength(2);
  expect(html).toContain('<strong>VPC</strong>');
  expect(html).toContain('href="/labs/y"');
  expect(html).toContain('href="/outcomes/an-id"');
});

test('with the diagram hidden the tables stand in its place', () => {
  expect(shown(true)).not.toMatch(/<svg[^>]*aria-label="\d+ VPC/);
  expect(shown(true).match(/role="tab"/g)).toHaveLength(2);
  expect(shown(true).match(/role="tabpanel"/g)?.length).toBeGreaterThan(0);
});
