import 'server-only';
import { z } from 'zod';
import { QuestionProof } from '@/lib/quizzes/proof';
import { readText } from './folders';
import { readYaml } from './read-yaml';

/**
 * The proofs of the keys of a quiz, or of a lesson's questions, by question: what proofs.yaml beside them says. For
 * tests and authors' tools: nothing that answers a learner imports this.
 */
export async function loadProofs(
  kind: 'quizzes' | 'lessons',
  slug: string,
): Promise<ReadonlyMap<string, QuestionProof>> {
  const yaml = await readText([kind, slug, 'proofs.yaml'], '{}');
  const proofs = readYaml(`${kind}/${slug}/proofs.yaml`, yaml, z.record(z.string(), QuestionProof));
  return new Map(Object.entries(proofs));
}
