import 'server-only';
import type { LabAttempt } from '@/lib/db/lab-attempts';

/** Whether a finish of this attempt is recorded: not once its solution was shown, nor where it began with somebody else's steps. */
export const mayFinish = ({ solutionShownAt, fromShare }: Pick<LabAttempt, 'solutionShownAt' | 'fromShare'>): boolean =>
  solutionShownAt === null && !fromShare;
