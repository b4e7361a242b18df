import 'server-only';
import { loadLabProof } from '@/lib/content/lab-proofs';
import { labVersions } from '@/lib/content/labs';
import { store } from '@/lib/db/content-versions';
import { createAccount } from '@/lib/db/users';
import { scriptLines } from '@/lib/labs/script';
import { startAttempt } from '@/lib/usecases/lab-attempts';
import { runCommand } from '@/lib/usecases/run-command';

const lab = 'one-interface-two-instances';

export interface DemoLearner {
  readonly name: string;
  readonly email: string;
  /** How much of the first lab they have done, 0 to 1. */
  readonly done: number;
}

/** Makes learners who have typed the first lines of the lab's solution, as far as each one came. */
export async function makeLearners(learners: readonly DemoLearner[], passwordHash: string): Promise<void> {
  await store(await labVersions());
  const lines = scriptLines((await loadLabProof(lab)).solution);
  for (const { name, email, done } of learners) {
    const user = await createAccount({ name, email, passwordHash });
    const { id } = await startAttempt(user, { slug: lab }, notKept);
    for (const { text } of lines.slice(0, lines.length * done)) await runCommand(user, { id, line: text }, notKept);
  }
}

/** Nobody sends these writes a second time. */
const notKept = () => undefined;
