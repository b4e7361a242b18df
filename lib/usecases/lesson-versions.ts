import 'server-only';
import { parseLessonDocument } from '@/lib/content/lessons';
import { get } from '@/lib/db/content-versions';
import type { Lesson } from '@/lib/lessons/lesson';

/** Lessons by the hash of their version. Versions never change, so each is read once. */
const versions = new Map<string, Lesson>();

/** The lesson as it was when an answer was given to it. */
export async function lessonVersion(hash: string): Promise<Lesson> {
  const known = versions.get(hash);
  if (known) return known;
  const version = await get(hash);
  if (!version) throw new Error(`There is no stored lesson ${hash}`);
  const lesson = parseLessonDocument(version.document);
  versions.set(hash, lesson);
  return lesson;
}
