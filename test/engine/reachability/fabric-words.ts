import type { Packet } from '@/lib/engine/reachability/flow';
import type { Hop } from '@/lib/engine/reachability/hop';
import type { Passage, Walk } from '@/lib/engine/reachability/walk';
import type { World } from '@/lib/engine/world';
import type { TestAccount } from '@/test/build/account';

/** A walk that has met nothing yet. */
export const walkIn = (world: World, way: Walk['way'] = 'out'): Walk => ({
  world,
  way,
  tracked: { groups: new Set(), translations: new Map() },
});

/** A packet from an ephemeral port. */
export const packetTo = (destination: string, source: string, more: Partial<Packet> = {}): Packet => ({
  protocol: 'tcp',
  source,
  destination,
  sourcePort: 49_152,
  destinationPort: 22,
  ...more,
});

/** The ids of the components in order; the last one's code behind it where it refuses. */
export const idsOf = (hops: readonly Hop[]): string[] =>
  hops.map(({ component, refusal }) => (refusal ? `${component.id} ${refusal.code}` : component.id));

/** The code and the sentence of a passage that has to refuse. */
export function refusalOf({ hops, next, arrived }: Passage): string {
  const refusal = hops.at(-1)?.refusal;
  if (!refusal || next) throw new Error(`nothing was refused: ${JSON.stringify({ hops, next, arrived })}`);
  return `${refusal.code}: ${refusal.text}`;
}

/** Give something its Name tag. */
export function name(account: TestAccount, id: string, value: string): void {
  account.call('CreateTags', { Resources: [id], Tags: [{ Key: 'Name', Value: value }] });
}
