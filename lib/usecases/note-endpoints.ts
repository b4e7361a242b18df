import 'server-only';
import { z } from 'zod';
import { type Endpoint, endpoint } from '@/lib/auth/endpoint';
import { userOf } from '@/lib/auth/user-of';
import { LessonBookmarks, LessonNote, LessonNotes } from '@/lib/lessons/views';
import { listNotes, SaveNote, SetBookmark, saveNote, setBookmark } from './notes';

/** What a person keeps of lessons, for themselves. */
export const noteEndpoints = {
  listNotes: endpoint({
    id: 'GET /api/v1/notes',
    summary: 'Your bookmarks and notes, in the order of the course',
    input: z.strictObject({}),
    output: z.array(LessonNotes),
    handle: (caller) => listNotes(caller?.user),
  }),
  setBookmark: endpoint({
    id: 'PUT /api/v1/lessons/{slug}/bookmarks',
    summary: 'Bookmark a lesson or a section of it, or take that back',
    input: SetBookmark,
    output: LessonBookmarks,
    handle: (caller, input) => setBookmark(userOf(caller), input),
  }),
  saveNote: endpoint({
    id: 'PUT /api/v1/lessons/{slug}/note',
    summary: 'Write your note on a lesson, over the version that you saw; an empty text deletes it',
    input: SaveNote,
    output: LessonNote,
    handle: (caller, input) => saveNote(userOf(caller), input),
  }),
} satisfies Record<string, Endpoint>;
