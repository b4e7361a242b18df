import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '@/lib/engine/operations';
import type { Members, Shape } from '@/lib/engine/shapes';
import { awsModel, type ModelShape } from '@/test/build/aws-model';
import { outputDifferences } from '@/test/build/output-differences';
import { furnishedAccount, make, plans } from '@/test/build/random-calls';

const modelOf = (operation: string) => {
  const model = awsModel.operations[operation];
  if (!model) throw new Error(`AWS's model has no ${operation}`);
  return model;
};

/** The types of AWS's model that each of ours may stand for. */
const sameType: { readonly [K in Shape['type']]: readonly ModelShape['type'][] } = {
  string: ['string', 'blob'],
  integer: ['integer', 'long'],
  boolean: ['boolean'],
  timestamp: ['timestamp'],
  list: ['list'],
  structure: ['structure'],
  notModelled: ['string', 'integer', 'long', 'double', 'boolean', 'timestamp', 'blob', 'list', 'structure'],
};

describe('inputs are those of AWS’s model', () => {
  test.each(operations.map(({ name, input }) => [name, input] as const))('%s', (name, input) => {
    expect(differences({ type: 'structure', members: input }, modelOf(name).input, name)).toEqual([]);
  });
});

function differences(ours: Shape, theirs: ModelShape, path: string): string[] {
  if (!sameType[ours.type].includes(theirs.type)) return [`${path} is ${ours.type}, AWS's is ${theirs.type}`];
  if (ours.type === 'list' && theirs.member) return differences(ours.member, theirs.member, `${path}[]`);
  if (ours.type === 'structure' && theirs.members) return memberDifferences(ours.members, theirs, path);
  return [];
}

function memberDifferences(ours: Members, { members: theirs = {}, required = [] }: ModelShape, path: string): string[] {
  const missing = Object.keys(theirs).filter((name) => !Object.hasOwn(ours, name));
  return [
    ...missing.map((name) => `${path} lacks ${name}`),
    ...Object.entries(ours).flatMap(([name, shape]) => {
      const model = Object.hasOwn(theirs, name) ? theirs[name] : undefined;
      if (!model) return [`${path} has ${name}, AWS's has not`];
      const needless = shape.required && !required.includes(name) && !path.includes('.');
      const forgotten = !shape.required && required.includes(name);
      return [
        ...(forgotten ? [`${path} does not require ${name}, AWS's does`] : []),
        ...(needless ? [`${path} requires ${name}, AWS's does not`] : []),
        ...differences(shape, model, `${path}.${name}`),
      ];
    }),
  ];
}

describe('outputs are those of AWS’s model, in its order', () => {
  const outputs = new Map<string, object[]>(operations.map(({ name }) => [name, []]));

  beforeAll(() => {
    const collect = fc.property(fc.boolean(), plans, (hasDefaultVpc, sequence) => {
      const world = furnishedAccount(hasDefaultVpc);
      for (const plan of sequence) {
        const { call, outcome } = make(world, plan);
        if (outcome.ok) outputs.get(call.operation)?.push(outcome.output);
      }
    });
    fc.assert(collect, { numRuns: 150, seed: 20260131 });
  });

  test.each(operations.map(({ name }) => name))('%s', (name) => {
    const seen = outputs.get(name) ?? [];
    expect(seen.length, 'calls that were accepted').toBeGreaterThan(0);
    const wrong = seen.flatMap((output) =>
      outputDifferences(output, modelOf(name).output ?? { type: 'structure' }, name),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });
});
