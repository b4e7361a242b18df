import 'server-only';
import { z } from 'zod';
import type { TextFile } from '@/lib/auth/endpoint';
import { findAttempt } from '@/lib/db/lab-attempts';
import { listPath } from '@/lib/db/lab-log';
import type { User } from '@/lib/db/users';
import { transcript } from '@/lib/labs/transcript';
import { AttemptId, noSuchAttempt } from './attempt-view';
import { labVersion } from './lab-versions';
import { toStep } from './live-attempts';

export const GetTranscript = z.strictObject({ id: AttemptId });

/** What led to where the attempt stands, as a text file. */
export async function attemptTranscript(user: User, { id }: z.output<typeof GetTranscript>): Promise<TextFile> {
  const { head, labSlug, contentHash } = (await findAttempt(id, user.id)) ?? noSuchAttempt();
  const [{ title }, path] = await Promise.all([labVersion(contentHash), listPath(id, head)]);
  // A slug is letters, digits and dashes; whatever was stored, the name of a file is no more than that.
  const fileName = `${labSlug.replace(/[^a-z0-9-]/g, '')}-transcript.txt`;
  return { fileName, text: transcript(title, path.map(toStep), head) };
}
