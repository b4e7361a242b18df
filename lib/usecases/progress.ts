import 'server-only';
import { listSeen } from '@/lib/db/misconceptions';
import { findDone } from '@/lib/db/progress';
import type { User } from '@/lib/db/users';
import { noFacts, progressView } from '@/lib/progress/progress';
import type { ProgressView } from '@/lib/progress/views';
import { listLabs } from './labs';
import { listLessons } from './lessons';
import { listMisconceptions } from './misconceptions';
import { listQuizzes } from './quizzes';

/** Where a person stands, per lesson, lab, quiz and objective; nobody stands at the beginning. */
export async function progress(user: User | undefined): Promise<ProgressView> {
  const [lessons, labs, quizzes, misconceptions, facts, seen] = await Promise.all([
    listLessons(),
    listLabs(),
    listQuizzes(),
    listMisconceptions(),
    user ? findDone(user.id, new Date()) : noFacts,
    user ? listSeen(user.id) : [],
  ]);
  return progressView({ lessons, labs, quizzes, misconceptions }, { ...facts, misconceptions: seen });
}
