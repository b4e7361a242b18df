import 'server-only';
import { readSources } from '@/lib/content/sources';
import { fidelityOf } from '@/lib/fidelity/fidelity';
import { componentsOf } from '@/lib/fidelity/trace-components';
import type { ComponentView, ResourceView } from '@/lib/fidelity/views';

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

/** What a packet meets on its way, and what is known to be left out of each. */
export const componentLimits = async (): Promise<ComponentView[]> =>
  componentsOf(await readSources('lib/engine/reachability'));

async function readFidelity(): Promise<ResourceView[]> {
  const requestTests = [...(await readTests(['test/usecases']))].filter(([name]) => name.includes('/ec2-'));
  return fidelityOf(
    await readSources('lib/engine'),
    await readSources('lib/ec2-query'),
    await readTests(testFolders),
    new Map(requestTests),
  );
}

async function readTests(folders: readonly string[]): Promise<Map<string, string>> {
  const tests = new Map<string, string>();
  for (const folder of folders)
    for (const [name, text] of await readSources(folder)) tests.set(`${folder}/${name}`, text);
  return tests;
}
