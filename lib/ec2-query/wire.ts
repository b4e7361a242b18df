import json from './wire.json';

/**
 * How a member is spelt on the wire: its name there, the number of the structure inside it, or both. A member that is
 * not listed has the name that follows from its own, and so has everything in it.
 */
export type WireEntry = string | number | readonly [name: string, structure: number];

/** Made from AWS's published model by test/ec2-query/make-wire.ts. */
export interface WireJson {
  readonly source: string;
  readonly structures: readonly { readonly [member: string]: WireEntry }[];
  /** By operation, the structure of its parameters. */
  readonly inputs: { readonly [operation: string]: number };
  /** By operation, the structure of its answer; absent where AWS answers `<return>true</return>` and nothing more. */
  readonly outputs: { readonly [operation: string]: number };
}

// The compiler sees the numbers and names of this very file instead of their form.
const wire = json as unknown as WireJson;

/** The name that follows from a member's own. */
type Usual = (member: string) => string;
const asItIs: Usual = (member) => member;
const small: Usual = (member) => member.charAt(0).toLowerCase() + member.slice(1);

/** Each is made once: a long answer asks for the same ones at every item. */
const known = new Map<Usual, WireNames[]>();

export interface WireMember {
  readonly name: string;
  readonly inside: WireNames;
}

/** The names in a structure, a list of structures too. */
export class WireNames {
  private readonly members = new Map<string, WireMember>();

  private constructor(
    private readonly entries: { readonly [member: string]: WireEntry },
    private readonly usual: Usual,
  ) {}

  /** Of an operation's parameters: `Filters` is `Filter`. */
  static ofInput(operation: string): WireNames {
    return WireNames.at(Object.hasOwn(wire.inputs, operation) ? wire.inputs[operation] : 0, asItIs);
  }

  /** Of an operation's answer: `Vpcs` is `vpcSet`. Undefined where the answer is only that it went well. */
  static ofOutput(operation: string): WireNames | undefined {
    return Object.hasOwn(wire.outputs, operation) ? WireNames.at(wire.outputs[operation], small) : undefined;
  }

  private static at(structure = 0, usual: Usual): WireNames {
    const made = known.get(usual)?.[structure];
    if (made) return made;
    const names = new WireNames(wire.structures[structure] ?? {}, usual);
    const others = known.get(usual) ?? [];
    others[structure] = names;
    known.set(usual, others);
    return names;
  }

  /** A member's name on the wire, and the names inside it. */
  of(member: string): WireMember {
    const known = this.members.get(member);
    if (known) return known;
    const entry = Object.hasOwn(this.entries, member) ? this.entries[member] : undefined;
    const [name, structure] =
      typeof entry === 'object'
        ? entry
        : typeof entry === 'number'
          ? [this.usual(member), entry]
          : [entry ?? this.usual(member), 0];
    const made = { name, inside: WireNames.at(structure, this.usual) };
    this.members.set(member, made);
    return made;
  }
}
