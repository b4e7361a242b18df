import type { Note, OperationNotes } from './read-docstrings';
import type { Refusal } from './read-refusals';

export interface ParameterView {
  /** AWS's name; `NetworkInterfaces[].Ipv6AddressCount` for a member. */
  readonly name: string;
  readonly modelled: boolean;
  readonly required: boolean;
  /** Files of the tests that make the call and name the parameter. */
  readonly tests: readonly string[];
}

export interface OperationView extends OperationNotes {
  readonly parameters: readonly ParameterView[];
  /** Files of the tests that make the call. */
  readonly tests: readonly string[];
}

export interface RefusalView extends Refusal {
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
  /** What is assumed or known to differ beside what its operations say. */
  readonly notes: readonly Note[];
}

/** What the way of a packet is made of, and how far each part is like AWS. */
export interface ComponentView {
  /** The kind of component in a trace, `nat-gateway`; `name` and `packet` for what is none. */
  readonly slug: string;
  /** `NAT gateway`. */
  readonly title: string;
  /** What it does to a packet, a sentence or a few for each. */
  readonly does: readonly string[];
  readonly sources: OperationNotes['sources'];
  readonly notModelled: readonly string[];
  readonly differs: readonly string[];
  readonly assumed: readonly string[];
}
