import 'server-only';
import { loadGlossary } from '@/lib/content/glossary';
import { loadLessons } from '@/lib/content/lessons';
import type { GlossaryEntry } from '@/lib/lessons/glossary';

/** The words of the field, in the order of the alphabet. */
export const listTerms = (): Promise<readonly GlossaryEntry[]> => loadGlossary();

/** A word as its page shows it. */
export interface GlossaryWord extends Omit<GlossaryEntry, 'lesson'> {
  /** The lesson that teaches it, once there is one. */
  readonly lesson?: { readonly slug: string; readonly title: string };
}

/** The words of the field with the lessons that teach them, in the order of the alphabet. */
export async function listGlossary(): Promise<GlossaryWord[]> {
  const [entries, lessons] = await Promise.all([loadGlossary(), loadLessons()]);
  return entries.map(({ lesson: slug, ...entry }) => {
    const lesson = lessons.get(slug);
    return { ...entry, ...(lesson && { lesson: { slug, title: lesson.title } }) };
  });
}
