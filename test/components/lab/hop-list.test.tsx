import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { HopList } from '@/components/lab/flow/hop-list';
import { createAccount } from '@/lib/engine/create-account';
import type { Hop } from '@/lib/engine/reachability/hop';
import { began } from '@/test/build/account';

const world = createAccount({ seed: 'seed', now: began });
const packet = { protocol: 'icmp', source: '10.0.0.1', destination: '198.51.100.1' } as const;
const hops: Hop[] = [
  { component: { kind: 'internet', id: 'internet' }, packet },
  {
    component: { kind: 'internet-gateway', id: 'igw-1' },
    packet,
    rewritten: { ...packet, destination: '10.0.0.2' },
    decision: { kind: 'translation', from: '198.51.100.1', to: '10.0.0.2' },
  },
  {
    component: { kind: 'network-acl', id: 'acl-1' },
    packet,
    refusal: { code: 'SUBNET_ACL_RESTRICTION', text: 'acl-1 denies it.' },
  },
];
const html = renderToStaticMarkup(
  <HopList title="Way out" world={world} hops={hops} first={0} at={2} onGo={() => {}} onShow={() => {}} />,
);
const items = html.split('<li').slice(1);

test('each hop is an item of an ordered list, and the one where the packet stands says so', () => {
  expect(html).toContain('<ol');
  expect(items.map((item) => item.includes('aria-current="step"'))).toEqual([false, false, true]);
});

test('a hop says what decided, the packet, and what became of it', () => {
  expect(items[1]).toContain('198.51.100.1 becomes 10.0.0.2.');
  expect(items[1]).toContain('icmp 10.0.0.1 → 198.51.100.1');
  expect(items[1]).toContain('icmp 10.0.0.1 → 10.0.0.2');
});

test('a refusal says its code in words and not by colour alone, and leads to its row; the internet leads nowhere', () => {
  expect(items[2]).toContain('Refused, <code>SUBNET_ACL_RESTRICTION</code>: acl-1 denies it.');
  expect(items[2]).toContain('href="#row-acl-1"');
  expect(items[0]).not.toContain('href');
});
