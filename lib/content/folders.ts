import 'server-only';
import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `content/` beside the project's package.json, where every command of ours runs. */
const root = join(/* turbopackIgnore: true */ process.cwd(), 'content');

/** Names of the folders in a folder of `content/`, sorted; none when there is no such folder. */
export async function listFolders(...path: string[]): Promise<string[]> {
  return (await entriesOf(path))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Names of the files in a folder of `content/`, sorted; none when there is no such folder. */
export async function listFiles(...path: string[]): Promise<string[]> {
  return (await entriesOf(path))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
}

async function entriesOf(path: readonly string[]): Promise<Dirent[]> {
  try {
    return await readdir(join(root, ...path), { withFileTypes: true });
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

/** The text of a file of `content/`; `otherwise` where there is none. */
export async function readText(path: readonly string[], otherwise?: string): Promise<string> {
  try {
    return await readFile(join(root, ...path), 'utf8');
  } catch (error) {
    if (otherwise !== undefined && isAbsent(error)) return otherwise;
    throw error;
  }
}

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
