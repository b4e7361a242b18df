import 'server-only';
import { type LabProof, parseSabotage, type Sabotage } from '@/lib/labs/lab-proof';
import { listFiles, readText } from './folders';
import { loadSolution } from './solutions';

/** The scripts that prove a lab's checks. For tests and authors' tools: nothing that answers a learner imports this. */
export async function loadLabProof(slug: string): Promise<LabProof> {
  const names = (await listFiles('labs', slug, 'sabotage')).filter((name) => name.endsWith('.sh'));
  const [solution = '', ...scripts] = await Promise.all([
    loadSolution(slug),
    ...names.map((name) => readText(['labs', slug, 'sabotage', name])),
  ]);
  return {
    solution,
    sabotage: scripts.map((script, index) => readSabotage(slug, names[index] ?? '', script)),
  };
}

function readSabotage(slug: string, file: string, script: string): Sabotage {
  try {
    return parseSabotage(file.replace(/\.sh$/, ''), script);
  } catch (error) {
    throw new Error(`content/labs/${slug}/sabotage/${file}:1: ${error instanceof Error ? error.message : error}`);
  }
}
