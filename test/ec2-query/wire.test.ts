import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parametersOf } from '@/lib/ec2-query/parameters';
import { WireNames } from '@/lib/ec2-query/wire';
import { operations } from '@/lib/engine/operations';
import { answerName, readModel, requestName, type WireShape, wireOf, wireText } from './make-wire';

const model = readModel();

test('the names are those of AWS’s model', () => {
  expect(readFileSync('lib/ec2-query/wire.json', 'utf8')).toBe(wireText(wireOf(model)));
});

/** Every member of a shape, with the names where it stands and its name in the model. */
function* everyName(shape: WireShape, names: WireNames, nameOf: typeof requestName): Generator<[string, string]> {
  const inside = shape.type === 'list' && shape.member ? shape.member : shape;
  for (const [name, member] of Object.entries(inside.members ?? {})) {
    const wire = names.of(name);
    yield [wire.name, nameOf(name, member)];
    yield* everyName(member, wire.inside, nameOf);
  }
}

test('walking them gives the name of every parameter and of every member of an answer', () => {
  for (const [operation, { input, output }] of Object.entries(model.operations)) {
    for (const [ours, theirs] of everyName(input, WireNames.ofInput(operation), requestName)) expect(ours).toBe(theirs);
    const names = WireNames.ofOutput(operation);
    expect(names === undefined, operation).toBe(output === undefined);
    if (!output || !names) continue;
    for (const [ours, theirs] of everyName(output, names, answerName)) expect(ours).toBe(theirs);
  }
});

test('items of lists are called item', () => {
  const itemNames = (shape: WireShape): (string | undefined)[] => [
    ...(shape.member ? [shape.member.locationName, ...itemNames(shape.member)] : []),
    ...Object.values(shape.members ?? {}).flatMap(itemNames),
  ];
  const outputs = Object.values(model.operations).flatMap(({ output }) => (output ? itemNames(output) : []));
  // The model names none for the items of one list, of a kind of accelerator that is no longer sold.
  expect(outputs.filter((name) => name !== 'item')).toEqual([undefined]);
});

test('every operation has its names, and no two parameters of one have the same', () => {
  for (const { name, input } of operations) {
    expect(Object.keys(model.operations), name).toContain(name);
    expect(parametersOf(name).byWire.size, name).toBe(Object.keys(input).length);
  }
});
