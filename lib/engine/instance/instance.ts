import type { NameOptions } from '../subnet/subnet';
import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { instanceErrors } from './errors';

export interface Instance extends Row {
  readonly InstanceId: string;
  readonly ReservationId: string;
  readonly ImageId: string;
  readonly InstanceType: string;
  readonly AmiLaunchIndex: number;
  /** Of the latest start. ISO 8601, UTC, milliseconds. */
  readonly LaunchTime: string;
  /** When it was launched for the first time, in the same form. */
  readonly UsageOperationUpdateTime: string;
  readonly AvailabilityZone: string;
  readonly SubnetId: string;
  readonly VpcId: string;
  readonly ClientToken: string;
  /** Its one volume, which goes with it. */
  readonly rootVolumeId: string;
  /** Where it is, or is heading until `stateAt`. */
  readonly goal: 'running' | 'stopped' | 'terminated';
  /** When it reaches `goal`, ms since 1970 UTC; `pending`, `stopping` or `shutting-down` before. */
  readonly stateAt: number;
  readonly StateTransitionReason: string;
  readonly stateReason?: { readonly Code: string; readonly Message: string };
  readonly disableApiTermination: boolean;
  readonly disableApiStop: boolean;
  readonly detailedMonitoring: boolean;
  /** How it is named in DNS, where that is not by its private IPv4 address alone. */
  readonly nameOptions?: NameOptions;
  /** What calls gave; the image's defaults for the rest. */
  readonly metadataOptions?: Partial<MetadataOptions>;
  /** When the latest change of them is `applied`, ms since 1970 UTC; `start`: not before the next start. */
  readonly metadataAppliedAt?: number | 'start';
  readonly Tags: readonly Tag[];
}

/** In AWS's words, as DescribeInstances shows them. */
export interface MetadataOptions {
  readonly HttpTokens: 'optional' | 'required';
  readonly HttpPutResponseHopLimit: number;
  readonly HttpEndpoint: 'disabled' | 'enabled';
  readonly HttpProtocolIpv6: 'disabled' | 'enabled';
  readonly InstanceMetadataTags: 'disabled' | 'enabled';
}

export const instances = defineTable<Instance>()('InstanceId', {
  ReservationId: (instance) => instance.ReservationId,
  SubnetId: (instance) => instance.SubnetId,
  /** What counts towards the quota. */
  live: (instance) => (instance.goal === 'terminated' ? undefined : 'live'),
});

export type InstanceStateName = 'pending' | 'running' | 'stopping' | 'stopped' | 'shutting-down' | 'terminated';

const onTheWay = { running: 'pending', stopped: 'stopping', terminated: 'shutting-down' } as const;

export const instanceState = (world: World, instance: Instance): InstanceStateName =>
  world.now < instance.stateAt ? onTheWay[instance.goal] : instance.goal;

/** Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceState.html */
const stateCodes: { readonly [K in InstanceStateName]: number } = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
};

/** The state as AWS shows it. */
export function describeState(world: World, instance: Instance): { Code: number; Name: InstanceStateName } {
  const Name = instanceState(world, instance);
  return { Code: stateCodes[Name], Name };
}

/** How long AWS takes to start and to stop an instance. Assumed: from seconds to a minute in life. */
export const startingMs = 5_000;
export const stoppingMs = 15_000;

/** On its first start it has never been stopped, so it cannot be either. */
export const hasNeverRun = (world: World, instance: Instance): boolean =>
  instanceState(world, instance) === 'pending' && instance.LaunchTime === instance.UsageOperationUpdateTime;

const instanceIdForm = /^i-([0-9a-f]{8}|[0-9a-f]{17})$/;

/** The instances of these ids, each once; refuses all when one is malformed or unknown. */
export function getInstances(world: World, ids: readonly string[]): Instance[] {
  if (ids.includes('')) throw instanceErrors.emptyId();
  const malformed = ids.find((id) => !instanceIdForm.test(id));
  if (malformed !== undefined) throw instanceErrors.malformed(malformed);
  const distinct = [...new Set(ids)];
  const unknown = distinct.filter((id) => !world.instances.get(id));
  if (unknown.length > 0) throw instanceErrors.notFound(unknown);
  return distinct.flatMap((id) => world.instances.get(id) ?? []);
}

export function getInstance(world: World, id: string): Instance {
  const [instance] = getInstances(world, [id]);
  if (!instance) throw instanceErrors.notFound([id]);
  return instance;
}
