import type { World } from '../world';

/** The bond of a block with a VPC or subnet: it comes and goes in time, and stays in the record until the next change. */
export interface Association {
  readonly AssociationId: string;
  /** `associating` before this instant, ms since 1970 UTC; absent when it has been there from the first moment. */
  readonly associatedAt?: number;
  /** Set when it was asked to go: `disassociating` before this instant, `disassociated` from then on. */
  readonly goneAt?: number;
}

/**
 * How long it takes. Assumed: less than the second that a call takes to come, as for a new VPC, and a few seconds to go;
 * AWS documents the states and no times.
 */
const associatingMs = 1000;
const disassociatingMs = 3000;

/** The instants of an association that is asked for now. */
export const associating = (world: World) => ({ associatedAt: world.now + associatingMs });

/** The association on its way out. */
export const disassociating = <A extends Association>(world: World, association: A): A => ({
  ...association,
  goneAt: world.now + disassociatingMs,
});

/** Whether nobody has asked it to go. */
export const stays = ({ goneAt }: Partial<Association>): boolean => goneAt === undefined;

/**
 * AWS lists one that has gone as `disassociated` for a while.
 * Source: github.com/hashicorp/terraform/issues/12895. Assumed: an hour, as other things that are gone.
 */
const listedGoneMs = 3_600_000;

export const isListed = (world: World, { goneAt }: Partial<Association>): boolean =>
  goneAt === undefined || world.now < goneAt + listedGoneMs;

export function associationStateOf(world: World, { associatedAt = 0, goneAt }: Partial<Association>): string {
  if (goneAt !== undefined) return world.now < goneAt ? 'disassociating' : 'disassociated';
  return world.now < associatedAt ? 'associating' : 'associated';
}
