import { boolean, type InputOf, type Members } from './shapes';
import type { World } from './world';

/** An operation of the EC2 API, as `execute` and the front ends see it. */
export interface Operation {
  /** AWS's name, `CreateSubnet`. */
  readonly name: string;
  /** Every parameter AWS documents, modelled or not. */
  readonly input: Members;
  /** True when it changes nothing: a `Describe…`, `Get…` or `Search…`. */
  readonly reads: boolean;
  /** The accepted input; answers AWS's output members, or throws AwsError or NotModelled. */
  readonly run: (world: World, input: never) => object;
}

const common = { DryRun: boolean } as const;

/** Declare an operation: its AWS name, its input shape and what it does. `DryRun` is added unless AWS has none there. */
export function operation<const M extends Members>(declaration: {
  name: string;
  input: M;
  dryRun?: false;
  run: (world: World, input: InputOf<M & typeof common>) => object;
}): Operation {
  return {
    name: declaration.name,
    input: declaration.dryRun === false ? declaration.input : { ...declaration.input, ...common },
    reads: /^(Describe|Get|Search)/.test(declaration.name),
    // `accept` has checked the input against the shape that this type is inferred from.
    run: declaration.run as Operation['run'],
  };
}
