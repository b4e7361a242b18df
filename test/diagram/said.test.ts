import { expect, test } from 'vitest';
import { changesSaid } from '@/lib/diagram/said';
import { asTopology, type Plan } from './random-account';

const plan: Plan = {
  vpcs: [{ id: 'vpc-0', isDefault: false, hasGateway: false }],
  subnets: [{ id: 'subnet-0', vpc: 'vpc-0', zone: 'us-east-1a', name: 'outer' }],
  instances: [{ id: 'i-0', subnet: 'subnet-0', ports: 3, name: 'web-1' }],
  interfaces: [{ id: 'eni-0123456789abcdef0', subnet: 'subnet-0' }],
};
const before = asTopology(plan);
const without = asTopology({ ...plan, interfaces: [] });
const eni = 'eni-0123456789abcdef0';

test('what is new, what changed and what is gone, by name', () => {
  expect(changesSaid(without, before, new Set([eni]))).toBe('New: interface eni-0123…');
  expect(changesSaid(before, before, new Set(['i-0', 'subnet-0']))).toBe('Changed: instance web-1, subnet outer.');
  expect(changesSaid(before, without, new Set([eni, 'i-0']))).toBe(
    'Changed: instance web-1. Gone: interface eni-0123…',
  );
});

test('what is not drawn is gone when the account no longer holds it', () => {
  const ids = new Set(['sg-0aaaaaaaaaaaaaaaa', 'rtb-0bbbbbbbbbbbbbbbb']);
  expect(changesSaid(before, before, ids, (id) => id.startsWith('rtb'))).toBe(
    'Changed: route table rtb-0bbb… Gone: security group sg-0aaa…',
  );
});

test('many things are counted, and what nobody can see is left out', () => {
  const many = new Set(['sgr-1', 'sgr-2', 'sgr-3', 'sgr-4', 'sgr-5', 'sgr-6', 'some-token', 'timer/1']);
  expect(changesSaid(before, before, many)).toMatch(/^Changed: (security group rule sgr-\d, ){3}.* and 2 more\.$/);
  expect(changesSaid(before, before, new Set(['timer/1']))).toBe('');
});
