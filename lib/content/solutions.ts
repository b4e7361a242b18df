import 'server-only';
import { readText } from './folders';

/**
 * The script that solves a lab; undefined where there is nothing to solve. Only what shows a solution to whoever asked for it
 * imports this, and the proofs of the lab's checks.
 */
export async function loadSolution(slug: string): Promise<string | undefined> {
  return (await readText(['labs', slug, 'solution.sh'], '')) || undefined;
}
