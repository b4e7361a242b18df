import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The texts of a folder of this project, by their names in it; none where there is no such folder. For pages that show what the
 * code says of itself: they are made when the project is built, where its sources are.
 */
export async function readSources(folder: string): Promise<Map<string, string>> {
  const root = join(/* turbopackIgnore: true */ process.cwd(), folder);
  const names = await readdir(root, { recursive: true }).catch(() => []);
  const texts = names
    .filter((name) => /\.(ts|txt|yaml)$/.test(name))
    .sort()
    .map(async (name): Promise<[string, string]> => [name, await readFile(join(root, name), 'utf8')]);
  return new Map(await Promise.all(texts));
}
