/**
 * Writes lib/ec2-query/wire.json: how the EC2 Query protocol spells the parameters and answers of the operations in
 * ec2.json, where that does not follow from their names. Run it again when ec2.json has changed:
 *
 *   npx tsx test/ec2-query/make-wire.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WireEntry, WireJson } from '@/lib/ec2-query/wire';

/** A shape of ec2.json with its names on the wire. */
export interface WireShape {
  readonly type: string;
  readonly locationName?: string;
  readonly queryName?: string;
  readonly member?: WireShape;
  readonly members?: { readonly [name: string]: WireShape };
}
export interface WireModel {
  readonly source: string;
  readonly operations: { readonly [name: string]: { readonly input: WireShape; readonly output?: WireShape } };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What a parameter is called in a request. Source: https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html */
export const requestName = (name: string, shape: WireShape): string =>
  shape.queryName ?? (shape.locationName === undefined ? name : capital(shape.locationName));
/** What a member is called in an answer. */
export const answerName = (name: string, shape: WireShape): string => shape.locationName ?? name;

export function wireOf(model: WireModel): WireJson {
  // The first is empty: nothing but names that follow from the members'.
  const structures: Record<string, WireEntry>[] = [{}];
  const known = new Map([['{}', 0]]);

  function structureOf(shape: WireShape, isInput: boolean): number {
    const inside = shape.type === 'list' && shape.member ? shape.member : shape;
    if (inside.type === 'list') return structureOf(inside, isInput);
    const entries: Record<string, WireEntry> = {};
    for (const [name, member] of Object.entries(inside.members ?? {})) {
      const wire = isInput ? requestName(name, member) : answerName(name, member);
      const follows = wire === (isInput ? name : small(name));
      const structure = structureOf(member, isInput);
      if (follows && structure === 0) continue;
      entries[name] = structure === 0 ? wire : follows ? structure : [wire, structure];
    }
    const text = JSON.stringify(entries);
    const index = known.get(text) ?? structures.push(entries) - 1;
    known.set(text, index);
    return index;
  }

  const inputs: Record<string, number> = {};
  const outputs: Record<string, number> = {};
  for (const [name, { input, output }] of Object.entries(model.operations)) {
    inputs[name] = structureOf(input, true);
    if (output) outputs[name] = structureOf(output, false);
  }
  return { source: model.source, structures, inputs, outputs };
}

export const readModel = (): WireModel => JSON.parse(readFileSync('test/engine/aws-model/ec2.json', 'utf8'));

/** The file's text: a structure on each line. */
export function wireText({ source, structures, inputs, outputs }: WireJson): string {
  const lines = structures.map((structure) => JSON.stringify(structure)).join(',\n');
  return `{"source":${JSON.stringify(source)},\n"structures":[\n${lines}\n],\n"inputs":${JSON.stringify(inputs)},\n"outputs":${JSON.stringify(outputs)}}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync('lib/ec2-query/wire.json', wireText(wireOf(readModel())));
}
