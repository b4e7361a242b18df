import type { Call, Outcome } from '@/lib/engine/execute';
import { type Instance, type InstanceStateName, instanceState } from '@/lib/engine/instance/instance';
import { type NetworkInterface, primaryAddressOf } from '@/lib/engine/network-interface/network-interface';
import type { World } from '@/lib/engine/world';
import { nameOf } from './names';

/** A call about an instance was refused; `state` is the instance's at that moment. */
export interface RefusedFact {
  readonly kind: 'refused';
  readonly operation: string;
  readonly code: string;
  /** Id of the instance, or of the one whose interface or attachment was named; absent when the call named none. */
  readonly instance?: string;
  /** The instance's Name tag at that moment. */
  readonly name?: string;
  readonly state?: InstanceStateName;
}

/** An interface was attached to an instance, at its launch too. */
export interface AttachedFact {
  readonly kind: 'attached';
  readonly interface: string;
  readonly subnet: string;
  readonly instance: string;
  /** The instance's Name tag at that moment. */
  readonly name?: string;
  readonly deviceIndex: number;
  /** Primary private address. */
  readonly address: string;
  readonly mac: string;
}

/** An attached interface was set to outlive its instance. */
export interface KeptFact extends Omit<AttachedFact, 'kind'> {
  readonly kind: 'kept';
}

/** A stop of its instance gave an auto-assigned public address back to AWS. */
export interface GivenBackFact {
  readonly kind: 'given-back';
  readonly instance: string;
  readonly address: string;
}

/** What a path of steps leaves behind that its last world does not show. Plain JSON data. */
export type Fact = RefusedFact | AttachedFact | KeptFact | GivenBackFact;

/** The facts of a path, each once and in order of first appearance. */
export class Facts implements Iterable<Fact> {
  private readonly byText = new Map<string, Fact>();

  constructor(facts: Iterable<Fact> = []) {
    this.add(facts);
  }

  add(facts: Iterable<Fact>): void {
    for (const fact of facts) this.byText.set(JSON.stringify(fact), fact);
  }

  get size(): number {
    return this.byText.size;
  }

  /** The facts of one kind. */
  of<K extends Fact['kind']>(kind: K): Extract<Fact, { kind: K }>[] {
    // The kind decides which fact it is; filter alone does not tell the compiler.
    return [...this].filter((fact) => fact.kind === kind) as Extract<Fact, { kind: K }>[];
  }

  [Symbol.iterator](): Iterator<Fact> {
    return this.byText.values();
  }

  toJSON(): Fact[] {
    return [...this];
  }
}

/**
 * What is worth remembering of a call, seen right after it ran in `world`. Cost: what the call named or changed,
 * never what the world or the path holds.
 */
export function observe(world: World, call: Call, outcome: Outcome): Fact[] {
  if (outcome.ok) {
    return outcome.changes.flatMap((change): Fact[] => {
      if (change.table !== 'networkInterfaces') return [];
      // Rows of this table are network interfaces.
      const before = change.before as NetworkInterface | undefined;
      const after = change.after as NetworkInterface | undefined;
      const attachment = after?.Attachment;
      if (!after || attachment?.InstanceId === undefined) return [];
      if (call.operation === 'StopInstances' && before?.publicIp !== undefined && after.publicIp === undefined)
        return [{ kind: 'given-back', instance: attachment.InstanceId, address: before.publicIp }];
      const isSame = attachment.AttachmentId === before?.Attachment?.AttachmentId;
      const isKept = isSame && before?.Attachment?.DeleteOnTermination && !attachment.DeleteOnTermination;
      if (isSame && !isKept) return [];
      const instance = world.instances.get(attachment.InstanceId);
      return [
        {
          kind: isKept ? 'kept' : 'attached',
          interface: after.NetworkInterfaceId,
          subnet: after.SubnetId,
          instance: attachment.InstanceId,
          ...nameMember(instance),
          deviceIndex: attachment.DeviceIndex,
          address: primaryAddressOf(after),
          mac: after.MacAddress,
        },
      ];
    });
  }
  const refused = { kind: 'refused' as const, operation: call.operation, code: outcome.error.code };
  const instances = instancesNamed(world, call.input);
  if (instances.length === 0) return [refused];
  return instances.map((instance) => ({
    ...refused,
    instance: instance.InstanceId,
    ...nameMember(instance),
    state: instanceState(world, instance),
  }));
}

function nameMember(instance: Instance | undefined): { name?: string } {
  const name = instance && nameOf(instance.Tags);
  return name === undefined ? {} : { name };
}

/** The instances that an input names: by their ids, or by those of their interfaces and attachments. */
function instancesNamed(world: World, input: unknown): Instance[] {
  const found = new Map<string, Instance>();
  for (const id of textsIn(input)) {
    const eni = world.networkInterfaces.get(id) ?? world.networkInterfaces.first('AttachmentId', id);
    const instance = world.instances.get(eni?.Attachment?.InstanceId ?? id);
    if (instance) found.set(instance.InstanceId, instance);
  }
  return [...found.values()];
}

// Ids and addresses lie at most this deep in any input; a refused one may be nested as deep as its sender liked.
const deepest = 5;

/** Every text of an input. */
export function* textsIn(value: unknown, depth = 0): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null && depth < deepest) {
    for (const member of Object.values(value)) yield* textsIn(member, depth + 1);
  }
}
