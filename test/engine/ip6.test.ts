import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { expect, test } from 'vitest';
import { block6Text, containsBlock6, containsIp6, ip6Text, overlaps6, parseBlock6, parseIp6 } from '@/lib/engine/ip6';

const address = fc.array(fc.oneof(fc.constant(0), fc.nat(0xffff)), { minLength: 8, maxLength: 8 });
const numberOf = (groups: readonly number[]) => groups.reduce((value, group) => (value << 16n) | BigInt(group), 0n);

test('addresses are written and read as the library does', () => {
  fc.assert(
    fc.property(address, (groups) => {
      const theirs = new ipaddr.IPv6(groups);
      const ip = numberOf(groups);
      expect(ip6Text(ip)).toBe(theirs.toRFC5952String());
      for (const text of [theirs.toString(), theirs.toNormalizedString().toUpperCase()])
        expect(parseIp6(text)).toBe(ip);
    }),
  );
});

test.each([
  '',
  ':',
  ':::',
  '1',
  '1::2::3',
  '::12345',
  '::g',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '::1%eth0',
  '::1.2.3.4',
  '1::2:3:4:5:6:7:8',
])('%j is no address', (text) => expect(parseIp6(text)).toBeUndefined());

test('blocks lose their host bits, hold what is inside and know what they share', () => {
  const block = parseBlock6('2001:db8:1234:1a00:FF::1/56') ?? expect.fail('a block');
  const inner = parseBlock6('2001:db8:1234:1a01::/64') ?? expect.fail('a block');
  const other = parseBlock6('2001:db8:1234:1b00::/64') ?? expect.fail('a block');
  expect([block6Text(block), block6Text(inner)]).toEqual(['2001:db8:1234:1a00::/56', '2001:db8:1234:1a01::/64']);
  expect([containsBlock6(block, inner), containsBlock6(inner, block), overlaps6(inner, block)]).toEqual([
    true,
    false,
    true,
  ]);
  expect([overlaps6(block, other), containsIp6(block, parseIp6('2001:db8:1234:1aff::9') ?? 0n)]).toEqual([false, true]);
  for (const text of ['::/129', '::/01', '::/-1', '::', '/64', '::1/x']) expect(parseBlock6(text)).toBeUndefined();
  expect(block6Text(parseBlock6('::/0') ?? expect.fail('a block'))).toBe('::/0');
});
