import { tableOf, type World } from '@/lib/engine/world';
import { attributesOf, type Shown, textOf } from './compare-attributes';
import { type Kind, kinds } from './compare-kinds';
import type { DifferenceView } from './moment-views';
import { nameOf } from './names';

/**
 * What two worlds do not have alike, in AWS's words: each resource that only one has, or that `describe` calls show otherwise, with
 * the attributes that differ. In the order of the diagram's nesting, and among the same kind of their creation. The worlds are as
 * at their own times: what is due by then should have settled. Cost: what the two worlds hold.
 */
export function compare(left: World, right: World): DifferenceView[] {
  return kinds.flatMap((kind) => {
    const [inLeft, inRight] = [byId(kind, left), byId(kind, right)];
    const creationOf = (id: string) =>
      (tableOf(left, kind.table).get(id) ?? tableOf(right, kind.table).get(id))?.creation ?? 0;
    return [...new Set([...inLeft.keys(), ...inRight.keys()])]
      .sort((a, b) => creationOf(a) - creationOf(b) || (a < b ? -1 : 1))
      .flatMap((id) => difference(kind, id, inLeft.get(id), inRight.get(id)) ?? []);
  });
}

const byId = ({ id, show }: Kind, world: World): Map<string, Shown> =>
  new Map(show(world).map((shown) => [String(shown[id]), shown]));

function difference(kind: Kind, id: string, left?: Shown, right?: Shown): DifferenceView | undefined {
  // Most are the same on both sides, which is told sooner so.
  if (JSON.stringify(left) === JSON.stringify(right)) return undefined;
  const { resource } = kind;
  const side = left ? (right ? 'both' : 'left') : 'right';
  const attributes = differing(kind, left, right);
  if (side === 'both' && attributes.length === 0) return undefined;
  const name = commonName(left, right);
  return { resource, id, ...(name !== undefined && { name }), side, attributes };
}

function differing(kind: Kind, left?: Shown, right?: Shown): DifferenceView['attributes'] {
  const members = left && right ? undefined : kind.apart;
  const [inLeft, inRight] = [attributesOf(left ?? {}, members), attributesOf(right ?? {}, members)];
  return [...new Set([...inLeft.keys(), ...inRight.keys()])].sort().flatMap((name) => {
    const [a, b] = [inLeft.get(name), inRight.get(name)];
    const [leftText, rightText] = [textOf(a, b), textOf(b, a)];
    if (leftText === undefined && rightText === undefined) return [];
    return {
      name,
      ...(leftText !== undefined && { left: leftText }),
      ...(rightText !== undefined && { right: rightText }),
    };
  });
}

/** What both worlds call it; when they do not agree, its tag is one of the differences. */
function commonName(left: Shown | undefined, right: Shown | undefined): string | undefined {
  const [a, b] = [left, right].map((shown) => shown && (nameTag(shown) ?? shown.GroupName));
  const name = left && right ? (a === b ? a : undefined) : (a ?? b);
  return typeof name === 'string' ? name : undefined;
}

// Describe calls show tags under one of two names, as lists of them.
const nameTag = ({ Tags, TagSet }: Shown): string | undefined =>
  nameOf((Tags ?? TagSet ?? []) as Parameters<typeof nameOf>[0]);
