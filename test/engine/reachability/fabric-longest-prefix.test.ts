import { expect, test } from 'vitest';
import { inBlocks, isIn, longestPrefix } from '@/lib/engine/reachability/longest-prefix';

const routes = [
  { to: ['0.0.0.0/0'], target: 'default' },
  { to: ['10.0.0.0/8'], target: 'eight' },
  { to: ['10.1.0.0/16', '192.168.0.0/16'], target: 'list' },
  { to: ['10.1.0.0/16'], target: 'second' },
  { to: ['::/0'], target: 'default6' },
  { to: ['2001:db8:1::/48'], target: 'fortyeight' },
];
const targetOf = (address: string) => longestPrefix(routes, ({ to }) => to, address)?.target;

test.each([
  ['10.1.2.3', 'list'],
  ['10.2.2.3', 'eight'],
  ['192.168.4.4', 'list'],
  ['11.0.0.1', 'default'],
  ['2001:db8:1::5', 'fortyeight'],
  ['2001:db8:2::5', 'default6'],
])('%s goes to %s: the longest of the blocks that hold it, and of equal ones the first', (address, target) => {
  expect(targetOf(address)).toBe(target);
});

test('where no block holds the address there is no route', () => {
  expect(longestPrefix(['10.0.0.0/8'], (cidr) => cidr, '11.0.0.1')).toBeUndefined();
  expect(longestPrefix([], () => '0.0.0.0/0', '11.0.0.1')).toBeUndefined();
});

test('an address is in blocks of its own family only, and what is no address or no block is in nothing', () => {
  expect(isIn('10.0.0.0/24', '10.0.0.255')).toBe(true);
  expect(isIn('10.0.0.0/24', '10.0.1.0')).toBe(false);
  expect(isIn('0.0.0.0/0', '::1')).toBe(false);
  expect(isIn('::/0', '10.0.0.1')).toBe(false);
  expect(isIn('nonsense', '10.0.0.1')).toBe(false);
  expect(isIn('0.0.0.0/0', 'nonsense')).toBe(false);
  expect(inBlocks(['10.0.0.0/24', '2001:db8::/32'], '2001:db8::7')).toBe(true);
  expect(inBlocks([], '10.0.0.1')).toBe(false);
});

test('more blocks than are kept parsed are told apart as well', () => {
  const cidrs = Array.from({ length: 30_000 }, (_, at) => `10.${at >> 8}.${at & 255}.0/24`);
  expect(longestPrefix(cidrs, (cidr) => cidr, '10.100.7.9')).toBe('10.100.7.0/24');
  expect(longestPrefix(cidrs, (cidr) => cidr, '10.0.0.9')).toBe('10.0.0.0/24');
});
