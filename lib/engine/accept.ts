import { errors, NotModelled } from './aws-error';
import type { Members, Shape } from './shapes';

/**
 * Check a call's input against the operation's shape: AWS's refusal for a missing, unknown or wrongly typed
 * parameter, `NotModelled` for one that AWS has and we lack. Cost: the size of the input.
 */
export function accept(members: Members, input: unknown, path = ''): void {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw errors.wrongType(path || 'the request', text(input), 'a structure');
  }
  const given = input as Record<string, unknown>;
  for (const name of Object.keys(given)) {
    const shape = Object.hasOwn(members, name) ? members[name] : undefined;
    if (!shape) throw errors.unknownParameter(path + name);
    if (given[name] !== undefined) acceptValue(shape, given[name], path + name);
  }
  for (const name in members) {
    const shape = members[name];
    if (shape?.required === true && isMissing(given[name]))
      throw errors.missingParameter(shape.wire ?? wireName(path + name));
  }
}

// An empty text or list is not sent at all in the Query protocol, so AWS sees it as missing.
const isMissing = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** `SubnetId` as AWS's sentences spell it: `subnetId`. */
const wireName = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function acceptValue(shape: Shape, value: unknown, path: string): void {
  switch (shape.type) {
    case 'notModelled':
      // What `describe` shows empty comes back in scripts: `"Ipv6Ranges": []` says nothing.
      if (isMissing(value)) return;
      throw new NotModelled(`the parameter ${path}`);
    case 'string':
      if (typeof value !== 'string') throw errors.wrongType(wireName(path), text(value), 'a string');
      if (shape.values && !shape.values.includes(value)) {
        throw errors.unknownValue(value, wireName(path));
      }
      return;
    case 'timestamp':
      if (typeof value !== 'string') throw errors.wrongType(wireName(path), text(value), 'a timestamp');
      return;
    case 'integer':
      if (!Number.isSafeInteger(value)) throw errors.wrongType(wireName(path), text(value), 'an integer');
      return;
    case 'boolean':
      if (typeof value !== 'boolean') throw errors.wrongType(wireName(path), text(value), 'true or false');
      return;
    case 'list':
      if (!Array.isArray(value)) throw errors.wrongType(wireName(path), text(value), 'a list');
      for (const [index, member] of value.entries()) acceptValue(shape.member, member, `${path}.${index + 1}`);
      return;
    case 'structure':
      accept(shape.members, value, `${path}.`);
      return;
  }
}

const text = (value: unknown): string => {
  const written = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return written.length > 100 ? `${written.slice(0, 100)}…` : written;
};
