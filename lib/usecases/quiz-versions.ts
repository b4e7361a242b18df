import 'server-only';
import { parseQuizDocument } from '@/lib/content/quizzes';
import { get } from '@/lib/db/content-versions';
import type { Quiz } from '@/lib/quizzes/quiz';

/** Quizzes by the hash of their version. Versions never change, so each is read once. */
const versions = new Map<string, Quiz>();

/** The quiz as it was when an attempt was started on it. */
export async function quizVersion(hash: string): Promise<Quiz> {
  const known = versions.get(hash);
  if (known) return known;
  const version = await get(hash);
  if (!version) throw new Error(`There is no stored quiz ${hash}`);
  const quiz = parseQuizDocument(version.document);
  versions.set(hash, quiz);
  return quiz;
}
