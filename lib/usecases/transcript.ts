import 'server-only';
import { z } from 'zod';
import type { TextFile } from '@/lib/auth/endpoint';
import { findAttempt } from '@/lib/db/lab-attempts';
import { listPath } from '@/lib/db/lab-log';
import type { User } from '@/lib/db/users';
import { transcript } from '@/lib/labs/transcript';
import { AttemptId, noSuchAttempt } from './attempt-view';
import { breathe } from './breathe';
import { labVersion } from './lab-versions';
import { toSteps } from './live-attempts';
import { inLongTurn } from './long-calls';

export const GetTranscript = z.strictObject({ id: AttemptId });

/** What led to where the attempt stands, as a text file. */
export async function attemptTranscript(user: User, { id }: z.output<typeof GetTranscript>): Promise<TextFile> {
  const { head, labSlug, contentHash, bytes } = (await findAttempt(id, user.id)) ?? noSuchAttempt();
  const { title } = await labVersion(contentHash);
  // A slug is letters, digits and dashes; whatever was stored, the name of a file is no more than that.
  const fileName = `${labSlug.replace(/[^a-z0-9-]/g, '')}-transcript.txt`;
  return inLongTurn(bytes, user.id, async () => {
    const steps = await toSteps(await listPath(id, head));
    await breathe();
    return { fileName, text: transcript(title, steps, head) };
  });
}
