import { getImage } from '@/lib/engine/image/image';
import { instanceState } from '@/lib/engine/instance/instance';
import type { FlowSource } from '@/lib/engine/reachability/flow';
import type { Tag } from '@/lib/engine/tags';
import type { World } from '@/lib/engine/world';

/** A machine of the lab that commands can run on. */
export type Seat = Extract<FlowSource, { readonly kind: 'instance' | 'site' | 'vpnClient' }>;

/** The machine that a shell is on after `ssh`, and the way back; plain JSON data. The learner's own machine has none. */
export interface HostOn {
  readonly seat: Seat;
  readonly user: string;
  /** As ssh was told to find it, for its parting words. */
  readonly address: string;
  /** Where `exit` leads back to; the learner's own machine when absent. */
  readonly from?: HostOn;
}

const nameTag = (tags: readonly Tag[]): string | undefined =>
  tags.find(({ Key }) => Key === 'Name')?.Value || undefined;

/** What a machine is called: its Name tag or, without one, its id; on premises its name there. */
export function seatName(world: World, seat: Seat): string {
  if (seat.kind === 'instance') return nameTag(world.instances.get(seat.id)?.Tags ?? []) ?? seat.id;
  return seat.kind === 'site' ? (seat.host ?? seat.name) : seat.name;
}

/**
 * Every machine of that name: instances by Name tag or id, hosts on premises and Client VPN clients by name. Instances that
 * are terminated are gone. Cost: what the world holds.
 */
export function seatsNamed(world: World, name: string): Seat[] {
  return seats(world).filter(
    (seat) => seatName(world, seat) === name || (seat.kind === 'instance' && seat.id === name),
  );
}

function seats(world: World): Seat[] {
  const { sites = [], clientVpns = [] } = world.surroundings ?? {};
  return [
    ...world.instances
      .list()
      .filter(({ goal }) => goal !== 'terminated')
      .map(({ InstanceId: id }): Seat => ({ kind: 'instance', id })),
    ...sites.flatMap((site) => site.hosts.map(({ name: host }): Seat => ({ kind: 'site', name: site.name, host }))),
    ...clientVpns.map(({ name }): Seat => ({ kind: 'vpnClient', name })),
  ];
}

/** The names that `on` and `ssh` take, for Tab. Cost: what the world holds. */
export const seatNames = (world: World): string[] => [...new Set(seats(world).map((seat) => seatName(world, seat)))];

/** Why nothing can run there now; undefined where something can. */
export function whyIdle(world: World, seat: Seat): string | undefined {
  if (seat.kind !== 'instance') return undefined;
  const instance = world.instances.get(seat.id);
  const state = instance ? instanceState(world, instance) : 'terminated';
  return state === 'running' ? undefined : state;
}

/** The first machine on a shell's way that runs no more, and takes along what came after it; undefined while all run. */
export function lostHost(world: World, host: HostOn | undefined): HostOn | undefined {
  if (!host) return undefined;
  return lostHost(world, host.from) ?? (whyIdle(world, host.seat) === undefined ? undefined : host);
}

/**
 * The user that an image is made with. Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/managing-users.html
 * Assumed: `user` on premises.
 */
export function userOf(world: World, seat: Seat): string {
  const instance = seat.kind === 'instance' ? world.instances.get(seat.id) : undefined;
  if (!instance) return 'user';
  const { Name, Platform } = getImage(instance.ImageId);
  if (Platform === 'windows') return 'Administrator';
  return Name.startsWith('ubuntu') ? 'ubuntu' : Name.startsWith('debian') ? 'admin' : 'ec2-user';
}

/** Text before the cursor, without its last space: `lab$`, or `web-1$` on a host. */
export const promptOf = (world: World, { host }: { readonly host?: HostOn | undefined }): string =>
  `${host ? seatName(world, host.seat) : 'lab'}$`;
