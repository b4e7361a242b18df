import type { Shape } from '@/lib/engine/shapes';

/** What help says of a value's type. */
export const typeName = (shape: Shape): string => (shape.type === 'notModelled' ? 'not modelled' : shape.type);

/** A structure or list of them as shorthand, `Name=string,Values=string,string ...`; undefined for plain values. */
export function shorthandSyntax(shape: Shape): string | undefined {
  if (shape.type === 'structure') return members(shape.members);
  if (shape.type !== 'list') return undefined;
  if (shape.member.type === 'structure') return `${members(shape.member.members)} ...`;
  return undefined;
}

function members(given: { readonly [name: string]: Shape }): string {
  return Object.entries(given)
    .filter(([, shape]) => shape.type !== 'notModelled')
    .map(([name, shape]) => `${name}=${inside(shape)}`)
    .join(',');
}

function inside(shape: Shape): string {
  if (shape.type === 'structure') return `{${members(shape.members)}}`;
  if (shape.type !== 'list') return shape.type;
  if (shape.member.type === 'structure') return `[{${members(shape.member.members)}},...]`;
  return `${inside(shape.member)},${inside(shape.member)}`;
}

/** A value as JSON with its types in the place of values, indented by two. */
export function jsonSyntax(shape: Shape, indent = ''): string {
  const deeper = `${indent}  `;
  switch (shape.type) {
    case 'structure': {
      const lines = Object.entries(shape.members)
        .filter(([, member]) => member.type !== 'notModelled')
        .map(([name, member]) => `${deeper}"${name}": ${jsonSyntax(member, deeper)}`);
      return `{\n${lines.join(',\n')}\n${indent}}`;
    }
    case 'list':
      if (shape.member.type !== 'structure') return `[${jsonSyntax(shape.member)}, ...]`;
      return `[\n${deeper}${jsonSyntax(shape.member, deeper)}\n${deeper}...\n${indent}]`;
    case 'integer':
      return 'integer';
    case 'boolean':
      return 'true|false';
    case 'string':
      return shape.values ? `"${shape.values.join('"|"')}"` : '"string"';
    default:
      return `"${shape.type}"`;
  }
}
