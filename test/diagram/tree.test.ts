import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layout } from '@/lib/diagram/layout';
import { type Direction, stepFrom, treeOf } from '@/lib/diagram/tree';
import { accounts, asTopology } from './random-account';

const tree = treeOf(
  layout(
    asTopology({
      vpcs: [{ id: 'vpc-0', isDefault: false, hasGateway: false }],
      subnets: [
        { id: 'subnet-a', vpc: 'vpc-0', zone: 'us-east-1a', name: '' },
        { id: 'subnet-b', vpc: 'vpc-0', zone: 'us-east-1b', name: '' },
      ],
      instances: [
        { id: 'i-1', subnet: 'subnet-a', ports: 3, name: '' },
        { id: 'i-2', subnet: 'subnet-a', ports: 3, name: '' },
      ],
      interfaces: [
        { id: 'eni-1', subnet: 'subnet-a', port: { instance: 'i-1', number: 0 } },
        { id: 'eni-2', subnet: 'subnet-a', port: { instance: 'i-1', number: 1 } },
        { id: 'eni-3', subnet: 'subnet-b', port: { instance: 'i-2', number: 1 } },
        { id: 'eni-4', subnet: 'subnet-a' },
      ],
    }),
    1000,
  ),
);

const walked = (from: string, ...steps: Direction[]): string | undefined =>
  steps.reduce<string | undefined>((id, step) => {
    const node = id === undefined ? undefined : tree.find(id);
    return node && stepFrom(tree, node, step)?.id;
  }, from);

test('down goes in, up goes out', () => {
  expect(walked('vpc-0', 'in')).toBe('vpc-0/us-east-1a');
  expect(walked('vpc-0', 'in', 'in', 'in', 'in')).toBe('eni-1');
  expect(walked('eni-2', 'out', 'out', 'out', 'out')).toBe('vpc-0');
  expect(walked('eni-1', 'in')).toBeUndefined();
  expect(walked('vpc-0', 'out')).toBeUndefined();
});

test('right and left go to the next, and on into the next branch', () => {
  expect(walked('eni-1', 'next')).toBe('eni-2');
  expect(walked('vpc-0/us-east-1a', 'next')).toBe('vpc-0/us-east-1b');
  expect(walked('subnet-a', 'next')).toBe('subnet-b');
  expect(walked('i-1', 'next', 'next')).toBe('eni-4');
  expect(walked('subnet-a', 'previous')).toBeUndefined();
  expect(walked('i-1', 'last')).toBe('eni-4');
  expect(walked('eni-4', 'first')).toBe('i-1');
});

test('what is plugged in from another subnet is where it lies', () => {
  expect(tree.find('eni-3')).toMatchObject({ parent: 'subnet-b', level: 4, place: 1, of: 1 });
  expect(tree.find('eni-2')).toMatchObject({ parent: 'i-1', level: 5, place: 2, of: 2 });
});

test('everything drawn can be reached from the first, and told by its place', () => {
  fc.assert(
    fc.property(accounts, fc.constantFrom(340, 1000), (plan, width) => {
      const { nodes, find } = treeOf(layout(asTopology(plan), width));
      for (const node of nodes) {
        const parent = node.parent === undefined ? undefined : find(node.parent);
        expect(node.level).toBe((parent?.level ?? 0) + 1);
        expect(node.place).toBeLessThanOrEqual(node.of);
      }
      const root = nodes[0];
      const seen = new Set<string>();
      const queue = root ? [root] : [];
      for (let node = queue.pop(); node; node = queue.pop()) {
        if (seen.has(node.id)) continue;
        seen.add(node.id);
        for (const to of ['next', 'previous', 'in', 'out'] as const) {
          const next = stepFrom({ nodes, find }, node, to);
          if (next) queue.push(next);
        }
      }
      expect(seen.size).toBe(nodes.length);
    }),
    { numRuns: 60 },
  );
});
