import { accept } from './accept';
import { isAwsAction } from './aws-actions';
import { AwsError, errors, NotModelled } from './aws-error';
import type { Operation } from './operation';
import { operations } from './operations';
import { settle } from './settle';
import type { Change } from './table';
import { begin, commit, rollback } from './transaction';
import type { World } from './world';

export interface Call {
  /** AWS's name of the operation, `DetachNetworkInterface`. */
  readonly operation: string;
  /** AWS's parameters in PascalCase, as JSON data. */
  readonly input: object;
}

export type Outcome =
  | { readonly ok: true; readonly output: object; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly error: AwsError | NotModelled };

const byName = new Map<string, Operation>(operations.map((operation) => [operation.name, operation]));

/** The operation of that name; refuses what AWS does not have as InvalidAction and what we lack as NotModelled. */
export function findOperation(name: string): Operation {
  const operation = byName.get(name);
  if (operation) return operation;
  throw isAwsAction(name) ? new NotModelled(`the operation ${name}`) : errors.invalidAction(name);
}

/**
 * The only door into a world: run one call as a transaction. A refused call leaves the world exactly as it was;
 * a bug passes through as what it is, and leaves it so too. What was due by `world.now` settles first.
 * Cost: what the call touches, never what the world holds.
 */
export function execute(world: World, call: Call): Outcome {
  const mark = begin(world);
  try {
    const operation = findOperation(call.operation);
    accept(operation.input, call.input);
    if ((call.input as { DryRun?: boolean }).DryRun) throw errors.dryRun();
    settle(world);
    const output = operation.run(world, call.input as never);
    return { ok: true, output, changes: commit(world) };
  } catch (error) {
    rollback(world, mark);
    if (error instanceof AwsError || error instanceof NotModelled) return { ok: false, error };
    throw error;
  }
}
