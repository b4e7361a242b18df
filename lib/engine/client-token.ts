import { errors } from './aws-error';
import { mix, nextSequence } from './ids';
import { defineTable, type Row } from './table';
import type { World } from './world';

/** A `ClientToken` that was used: the same call again answers the same resource. */
interface UsedToken extends Row {
  readonly tokenKey: string;
  /** The call's parameters as JSON text. */
  readonly request: string;
  /** Ids of what the first call made. */
  readonly resources: readonly string[];
}

export const clientTokens = defineTable<UsedToken>()('tokenKey', {});

/**
 * Make an operation idempotent by its `ClientToken`: with a known token and the same parameters, the ids made by
 * the first call; otherwise `make` runs and its ids are remembered. Refuses other parameters, and tokens of more than 64
 * characters.
 * Source: https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html
 */
export function once(
  world: World,
  operation: string,
  input: { ClientToken?: string | undefined },
  make: () => readonly string[],
): readonly string[] {
  if (!input.ClientToken) return make();
  if (input.ClientToken.length > 64) throw errors.clientToken(input.ClientToken);
  const tokenKey = `${operation}/${input.ClientToken}`;
  const request = JSON.stringify(Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1)));
  const used = world.clientTokens.get(tokenKey);
  if (used && used.request !== request) throw errors.idempotentMismatch();
  if (used) return used.resources;
  const resources = make();
  world.clientTokens.insert({ creation: nextSequence(world), tokenKey, request, resources });
  return resources;
}

/**
 * What the call made. Its token is remembered after it is gone: then the same call again mismatches.
 * Assumed: emulators answer so for an interface, and other resources are taken to be alike.
 */
export function stillThere<R>(row: R | undefined): R {
  if (!row) throw errors.idempotentMismatch();
  return row;
}

/**
 * What an answer shows as `ClientToken`: the given one, or one that AWS made up. That is drawn from the id of what the call
 * made, so that it uses no number.
 */
export function answeredToken(
  { seed }: World,
  { ClientToken }: { ClientToken?: string | undefined },
  id: string,
): string {
  if (ClientToken) return ClientToken;
  const hex = [0, 1, 2, 3].map((part) => mix(`${seed}/token/${id}`, part).toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
