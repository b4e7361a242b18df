import 'server-only';

/** The address belongs to another account. */
export class EmailTaken extends Error {
  override readonly name = 'EmailTaken';
}

/** The change would leave the installation without an administrator. Nothing was changed. */
export class LastAdministrator extends Error {
  override readonly name = 'LastAdministrator';
}

/** The change would leave the class without an instructor. Nothing was changed. */
export class LastInstructor extends Error {
  override readonly name = 'LastInstructor';
}

/** A write with this Idempotency-Key was stored while this one ran. Nothing was changed: read the stored answer with `findAnswer`. */
export class KeyTaken extends Error {
  override readonly name = 'KeyTaken';
}

/** The attempt has no step with that number. */
export class NoSuchStep extends Error {
  override readonly name = 'NoSuchStep';
}

/** The attempt has no timeline with that number. */
export class NoSuchTimeline extends Error {
  override readonly name = 'NoSuchTimeline';
}

/** Another timeline of the attempt has that name. Nothing was changed. */
export class TimelineNameTaken extends Error {
  override readonly name = 'TimelineNameTaken';
}

/** The attempt has as many timelines as it may have. Nothing was changed. */
export class TooManyTimelines extends Error {
  override readonly name = 'TooManyTimelines';
}

/** Whether a write was refused because a unique value exists already (Prisma's P2002, on both databases). */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}
