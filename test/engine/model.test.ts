import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '@/lib/engine/operations';
import type { Members, Shape } from '@/lib/engine/shapes';
import { awsModel, type ModelShape } from '@/test/build/aws-model';
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

// No analysis can be started, so there is none to delete either.
const neverAccepted = ['StartNetworkInsightsAnalysis', 'DeleteNetworkInsightsAnalysis'];

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

  const accepted = operations.map(({ name }) => name).filter((name) => !neverAccepted.includes(name));
  test.each(accepted)('%s', (name) => {
    const seen = outputs.get(name) ?? [];
    expect(seen.length, 'calls that were accepted').toBeGreaterThan(0);
    const wrong = seen.flatMap((output) =>
      outputDifferences(output, modelOf(name).output ?? { type: 'structure' }, name),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });
});

function outputDifferences(value: unknown, model: ModelShape, path: string): string[] {
  switch (model.type) {
    case 'list':
      if (!Array.isArray(value)) return [`${path} is no list`];
      return value.flatMap((member) => (model.member ? outputDifferences(member, model.member, `${path}[]`) : []));
    case 'structure':
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no structure`];
      return structureDifferences(Object.entries(value), model.members ?? {}, path);
    case 'integer':
    case 'long':
      return Number.isSafeInteger(value) ? [] : [`${path} is no integer: ${JSON.stringify(value)}`];
    case 'double':
      return typeof value === 'number' ? [] : [`${path} is no number: ${JSON.stringify(value)}`];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${path} is no boolean: ${JSON.stringify(value)}`];
    case 'timestamp':
      return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(String(value)) ? [] : [`${path} is no instant: ${value}`];
    default:
      return typeof value === 'string' ? [] : [`${path} is no text: ${JSON.stringify(value)}`];
  }
}

function structureDifferences(
  entries: [string, unknown][],
  members: NonNullable<ModelShape['members']>,
  path: string,
): string[] {
  const order = Object.keys(members);
  const positions = entries.map(([name]) => order.indexOf(name));
  const sorted = positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? -1));
  const names = entries.map(([name]) => name);
  return [
    ...(sorted ? [] : [`${path} answers ${names.join(', ')}, not in AWS's order`]),
    ...entries.flatMap(([name, value]) => {
      const member = Object.hasOwn(members, name) ? members[name] : undefined;
      return member ? outputDifferences(value, member, `${path}.${name}`) : [`${path} answers ${name}, AWS does not`];
    }),
  ];
}
