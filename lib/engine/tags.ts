import { errors } from './aws-error';
import { tagErrors } from './tag/errors';
import type { World } from './world';

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** A tag as a call gives it. */
export interface GivenTag {
  Key?: string | undefined;
  Value?: string | undefined;
}

/** One entry of a `TagSpecifications` parameter. */
export interface TagSpecification {
  ResourceType?: string | undefined;
  Tags?: GivenTag[] | undefined;
}

/**
 * The tags that a call gives to what it makes, by the `TagSpecifications` of that resource type.
 * `types` are the resource types this call can tag; others are refused.
 */
export function tagsFor(
  world: World,
  specifications: readonly TagSpecification[] | undefined,
  type: string,
  types: readonly string[] = [type],
): Tag[] {
  const tags: Tag[] = [];
  for (const { ResourceType: given, Tags = [] } of specifications ?? []) {
    if (!given) throw tagErrors.noResourceType();
    if (!types.includes(given)) throw tagErrors.resourceType(given);
    if (Tags.length === 0) throw tagErrors.emptySpecification();
    if (given === type) tags.push(...Tags.map(acceptTag));
  }
  return acceptTags(world, tags);
}

/**
 * A tag to be set. Refuses a key or value that is missing, too long or AWS's own.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html#tag-restrictions
 */
export function acceptTag({ Key, Value }: GivenTag): Tag {
  const key = acceptTagKey(Key);
  if (Value === undefined) throw tagErrors.noValue();
  if (isLongerThan(Value, 256)) throw tagErrors.valueLength(Value);
  return { Key: key, Value };
}

/** The key of a tag to be set or deleted; never one that AWS has reserved. */
export function acceptTagKey(key: string | undefined): string {
  if (!key) throw errors.missingParameter('key');
  if (isLongerThan(key, 128)) throw tagErrors.keyLength(key);
  if (/^aws:/i.test(key)) throw tagErrors.reservedKey(key);
  return key;
}

/** AWS counts characters of Unicode, not of UTF-16. */
const isLongerThan = (text: string, limit: number): boolean =>
  text.length > limit && (text.length > 2 * limit || [...text].length > limit);

/**
 * A resource's tags after `given` were set on `existing`: same key, new value. Refuses a key that comes twice in `given`, and
 * past the quota.
 */
export function acceptTags(world: World, given: readonly Tag[], existing: readonly Tag[] = []): Tag[] {
  const keys = new Set<string>();
  const byKey = new Map(existing.map((tag) => [tag.Key, tag]));
  for (const tag of given) {
    if (keys.has(tag.Key)) throw tagErrors.duplicateKey(tag.Key);
    keys.add(tag.Key);
    byKey.set(tag.Key, tag);
  }
  if (byKey.size > world.quotas.tagsPerResource) throw tagErrors.limit();
  return [...byKey.values()];
}
