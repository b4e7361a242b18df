import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SecurityGroupRule } from '@/lib/engine/security-group/security-group-rule';
import { settleDue } from '@/lib/engine/settle';
import type { Row } from '@/lib/engine/table';
import { fromJson, tableNames, tableOf, type World } from '@/lib/engine/world';
import { compare } from '@/lib/labs/compare';
import type { DifferenceView } from '@/lib/labs/moment-views';
import { bytes } from '@/test/build/invariants';
import { furnishedAccount, make, plans } from '@/test/build/random-calls';

const runs = { numRuns: 60, seed: 20260606 };

const plan = fc.tuple(fc.boolean(), plans, plans, plans);
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;

/** Two worlds that went on from one, each with numbers of its own for its ids, as steps of one attempt have. */
function pair([hasDefaultVpc, before, ...after]: Plan): { left: World; right: World } {
  const start = furnishedAccount(hasDefaultVpc);
  for (const one of before) make(start, one);
  settleDue(start);
  const json = bytes(start);
  const [left, right] = after.map((sequence, index) => {
    const world = fromJson(JSON.parse(json));
    world.sequence += (index + 1) * 100_000;
    for (const one of sequence) make(world, one);
    settleDue(world);
    return world;
  });
  if (!left || !right) throw new Error('there are two');
  return { left, right };
}

/** What a record keeps and AWS does not show: a default that was given, what is over and gone, what only the engine needs. */
const unseen: { readonly [table: string]: readonly string[] } = {
  vpcs: ['ipv6Blocks'],
  subnets: ['nameOptions'],
  instances: ['metadataOptions'],
  networkInterfaces: ['mapsPublicIp'],
  transitGateways: ['modified'],
  transitGatewayAttachments: ['modified', 'association'],
};

/** Members in which two records are not alike. Instants are the engine's: AWS shows what comes of them. */
function unlike(a: Row | undefined, b: Row | undefined): string[] {
  if (!a || !b) return a === b ? [] : ['absent'];
  const [left, right] = [a, b].map((row) => new Map(Object.entries(withoutInstants(row)))) as [Members, Members];
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (member) => !isDeepStrictEqual(left.get(member), right.get(member)),
  );
}
type Members = Map<string, unknown>;

const withoutInstants = (row: Row): object =>
  JSON.parse(JSON.stringify(row, (_key, value) => (typeof value === 'number' && value > 1e11 ? undefined : value)));

/** The comparison seen from the other side. */
const mirrored = (differences: readonly DifferenceView[]): DifferenceView[] =>
  differences.map(({ side, attributes, ...rest }) => ({
    ...rest,
    side: side === 'left' ? 'right' : side === 'right' ? 'left' : 'both',
    attributes: attributes.map(({ name, left, right }) => ({
      name,
      ...(right !== undefined && { left: right }),
      ...(left !== undefined && { right: left }),
    })),
  }));

test('a world compared with itself has no differences, and comparing changes nothing', () => {
  fc.assert(
    fc.property(plan, (given) => {
      const { left } = pair(given);
      const before = bytes(left);
      expect(compare(left, fromJson(JSON.parse(before)))).toEqual([]);
      expect(bytes(left)).toBe(before);
    }),
    { ...runs, numRuns: 20 },
  );
});

test('every record that AWS shows otherwise is named, and what is named shows something otherwise', () => {
  fc.assert(
    fc.property(plan, (given) => {
      const { left, right } = pair(given);
      const differences = compare(left, right);
      for (const { side, attributes, id } of differences) {
        if (side === 'both') expect(attributes, id).not.toEqual([]);
        for (const { left: a, right: b } of attributes) expect(a).not.toBe(b);
      }
      const said = JSON.stringify(differences);
      for (const name of tableNames) {
        // AWS has no names for them.
        if (name === 'timers' || name === 'clientTokens') continue;
        const [inLeft, inRight] = [tableOf(left, name), tableOf(right, name)];
        for (const row of [...inLeft.list(), ...inRight.list()]) {
          const id = inLeft.idOf(row);
          const members = unlike(inLeft.get(id), inRight.get(id)).filter((member) => !unseen[name]?.includes(member));
          // A rule that both have is named by what it allows, in its group.
          const group = (row as Partial<SecurityGroupRule>).GroupId ?? id;
          const names = name === 'securityGroupRules' && !members.includes('absent') ? group : id;
          if (members.length > 0) expect(said, `${name}: ${members}`).toContain(names);
        }
      }
    }),
    runs,
  );
});

test('seen from the other side, sides change and nothing else', () => {
  fc.assert(
    fc.property(plan, (given) => {
      const { left, right } = pair(given);
      expect(compare(right, left)).toEqual(mirrored(compare(left, right)));
    }),
    { ...runs, numRuns: 20 },
  );
});
