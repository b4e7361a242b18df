import 'server-only';
import { type GlossaryEntry, GlossaryFile } from '@/lib/lessons/glossary';
import { readText } from './folders';
import { readYaml } from './read-yaml';

let cached: Promise<readonly GlossaryEntry[]> | undefined;

/** The words of `content/glossary.yaml`, in the order of the alphabet. Read once; while developing, each time. */
export function loadGlossary(): Promise<readonly GlossaryEntry[]> {
  if (cached && process.env.NODE_ENV === 'production') return cached;
  cached = readGlossary();
  return cached;
}

async function readGlossary(): Promise<readonly GlossaryEntry[]> {
  const entries = readYaml('glossary.yaml', await readText(['glossary.yaml']), GlossaryFile);
  return entries.sort((a, b) => a.term.localeCompare(b.term, 'en'));
}
