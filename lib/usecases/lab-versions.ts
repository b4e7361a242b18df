import 'server-only';
import { parseLabDocument } from '@/lib/content/labs';
import { get } from '@/lib/db/content-versions';
import { emptyWorld } from '@/lib/engine/world';
import type { Lab } from '@/lib/labs/lab';

/** Labs by the hash of their version. Versions never change, so each is read once. */
const versions = new Map<string, Lab>();

/** The lab as it was when an attempt was started on it. */
export async function labVersion(hash: string): Promise<Lab> {
  const known = versions.get(hash);
  if (known) return known;
  const version = await get(hash);
  if (!version) throw new Error(`There is no stored lab ${hash}`);
  const lab = parseLabDocument(version.document);
  versions.set(hash, lab);
  return lab;
}

/** The Region of an attempt's account, without opening it. */
export async function labRegion(hash: string): Promise<string> {
  const { region } = await labVersion(hash);
  return region ?? usualRegion;
}

const usualRegion = emptyWorld({ seed: '', now: 0 }).region;
