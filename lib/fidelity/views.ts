import type { Maker, OperationNotes, Refusal } from './read-source';

export interface ParameterView {
  /** AWS's name; `NetworkInterfaces[].Ipv6AddressCount` for a member. */
  readonly name: string;
  readonly modelled: boolean;
}

export interface OperationView extends OperationNotes {
  readonly parameters: readonly ParameterView[];
  /** Files of the tests that make the call. */
  readonly tests: readonly string[];
}

export interface RefusalView extends Omit<Refusal & Maker, 'parameters'> {
  /** Files of the tests that hold this code and text. */
  readonly tests: readonly string[];
}

/** What the engine does of one kind of resource, and how it is known to be right. */
export interface ResourceView {
  /** Its folder in the engine, `network-interface`. */
  readonly slug: string;
  /** `Network interface`. */
  readonly title: string;
  readonly operations: readonly OperationView[];
  readonly refusals: readonly RefusalView[];
}
