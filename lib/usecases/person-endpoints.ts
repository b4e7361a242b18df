import 'server-only';
import { z } from 'zod';
import { type Endpoint, endpoint } from '@/lib/auth/endpoint';
import { userOf } from '@/lib/auth/user-of';
import { DeleteMe, deleteMe, exportPerson, me } from './person';

/** As they are stored, by the names of the columns: described here as far as a reader needs it to find their way. */
const Rows = z.array(z.record(z.string(), z.unknown()));

export const personEndpoints = {
  me: endpoint({
    id: 'GET /api/v1/me',
    summary: 'Who is calling',
    input: z.object({}),
    output: z.object({
      kind: z.enum(['none', 'guest', 'account']),
      name: z.string().optional(),
      theme: z.enum(['system', 'light', 'dark']),
      classes: z.boolean().describe('Whether they are in a class, or may make one.'),
      grades: z.boolean().describe('Whether they grade in one.'),
    }),
    handle: (caller) => me(caller?.user),
  }),
  exportMe: endpoint({
    id: 'GET /api/v1/me/export',
    summary: 'All that is stored on you',
    input: z.strictObject({}),
    output: z.object({
      exportedAt: z.iso.datetime(),
      leftOut: z.array(z.string()).describe('What is stored and not in here, and why.'),
      account: z.record(z.string(), z.unknown()),
      sessions: Rows,
      tokens: Rows,
      labAttempts: Rows.describe('With their steps, timelines and links to moments.'),
      lessons: z.object({ progress: Rows, answers: Rows, bookmarks: Rows, notes: Rows }),
      misconceptions: Rows.describe('What your steps have shown, each the first time.'),
      quizAttempts: Rows.describe('With answers, and with marks where they may be seen.'),
      classes: Rows,
      marksGiven: Rows.describe('Marks of others’ answers.'),
      log: Rows.describe('What the audit log says of you.'),
    }),
    headers: { 'content-disposition': 'attachment; filename="patchbay-export.json"' },
    handle: (caller) => exportPerson(userOf(caller)),
  }),
  deleteMe: endpoint({
    id: 'DELETE /api/v1/me',
    summary: 'Delete what is stored on you; what counts for a class stays without your name',
    input: DeleteMe,
    output: z.object({ deleted: z.literal(true) }),
    handle: (caller, input) => deleteMe(caller, input),
  }),
} satisfies Record<string, Endpoint>;
