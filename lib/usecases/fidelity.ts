import 'server-only';
import { readSources } from '@/lib/content/sources';
import { fidelityOf } from '@/lib/fidelity/fidelity';
import type { ResourceView } from '@/lib/fidelity/views';

/** Their tests say what AWS answers; others use the operations only to get somewhere. */
const testFolders = ['test/engine', 'test/transcripts', 'test/ec2-query'];

let read: Promise<ResourceView[]> | undefined;

/** What the engine models, by resource. Read once, when the pages that show it are built. */
export function fidelity(): Promise<ResourceView[]> {
  read ??= readFidelity();
  return read;
}

export const findFidelity = async (slug: string): Promise<ResourceView | undefined> =>
  (await fidelity()).find((resource) => resource.slug === slug);

async function readFidelity(): Promise<ResourceView[]> {
  const tests = new Map<string, string>();
  for (const folder of testFolders)
    for (const [name, text] of await readSources(folder)) tests.set(`${folder}/${name}`, text);
  return fidelityOf(await readSources('lib/engine'), tests);
}
