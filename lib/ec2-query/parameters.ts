import { findOperation } from '@/lib/engine/execute';
import type { Members, Shape } from '@/lib/engine/shapes';
import { WireNames } from './wire';

/** What a parameter of a request may hold, by its spelling on the wire. */
export type Parameter =
  | { readonly kind: 'structure'; readonly byWire: ReadonlyMap<string, { member: string; parameter: Parameter }> }
  | { readonly kind: 'list'; readonly member: Parameter }
  | { readonly kind: 'text' | 'integer' | 'boolean' | 'timestamp' }
  /** Anything in it is taken, and refused by the engine, which says what it does not model. */
  | { readonly kind: 'notModelled' };

export type StructureParameter = Extract<Parameter, { kind: 'structure' }>;

const made = new Map<string, StructureParameter>();

/** The parameters of an operation; refuses as `execute` does what AWS does not have and what we lack. */
export function parametersOf(operation: string): StructureParameter {
  const known = made.get(operation);
  if (known) return known;
  const parameters = structureOf(findOperation(operation).input, WireNames.ofInput(operation));
  made.set(operation, parameters);
  return parameters;
}

function structureOf(members: Members, names: WireNames): StructureParameter {
  const byWire = new Map(
    Object.entries(members).map(([member, shape]) => {
      const { name, inside } = names.of(member);
      return [name, { member, parameter: parameterOf(shape, inside) }] as const;
    }),
  );
  return { kind: 'structure', byWire };
}

function parameterOf(shape: Shape, inside: WireNames): Parameter {
  switch (shape.type) {
    case 'structure':
      return structureOf(shape.members, inside);
    case 'list':
      return { kind: 'list', member: parameterOf(shape.member, inside) };
    case 'string':
      return { kind: 'text' };
    default:
      return { kind: shape.type };
  }
}
