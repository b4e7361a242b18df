import { ApiError, ask, askOften, type Call, memberOf } from '@/components/site/api';
import type { LessonNote } from '@/lib/lessons/views';
import { asGuest } from './lesson-state';
import type { NoteOutcome, Stored } from './note-saver';

/** Saves a note over the version that was seen. No key: its version keeps it from being saved twice. */
export async function putNote(slug: string, note: Stored, leaving: boolean): Promise<NoteOutcome> {
  const path = `/lessons/${slug}/note`;
  const call: Call = { method: 'PUT', body: note, keepalive: leaving };
  try {
    const stored = leaving ? await ask<LessonNote>(path, call) : await asGuest(() => askOften<LessonNote>(path, call));
    return { kind: 'saved', stored };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const text = memberOf(error.current, 'text');
    const version = memberOf(error.current, 'version');
    return error.status === 409 && typeof text === 'string' && typeof version === 'number'
      ? { kind: 'other', stored: { text, version } }
      : { kind: 'failed', message: error.message };
  }
}
