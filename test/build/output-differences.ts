import type { ModelShape } from './aws-model';

/** Where an answer is not of the shape that AWS's model has for it, members in AWS's order included. */
export function outputDifferences(value: unknown, model: ModelShape, path: string): string[] {
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
