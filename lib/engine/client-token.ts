import { errors } from './aws-error';
import { nextSequence } from './ids';
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
 * the first call; otherwise `make` runs and its ids are remembered. Refuses other parameters.
 * Source: https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html; eni-ground-truth section 2.
 */
export function once(
  world: World,
  operation: string,
  input: { ClientToken?: string | undefined },
  make: () => readonly string[],
): readonly string[] {
  if (!input.ClientToken) return make();
  const tokenKey = `${operation}/${input.ClientToken}`;
  const request = JSON.stringify(Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1)));
  const used = world.clientTokens.get(tokenKey);
  if (used && used.request !== request) throw errors.idempotentMismatch();
  if (used) return used.resources;
  const resources = make();
  world.clientTokens.insert({ creation: nextSequence(world), tokenKey, request, resources });
  return resources;
}
