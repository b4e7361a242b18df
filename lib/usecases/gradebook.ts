import 'server-only';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { refuse } from '@/lib/auth/user-error';
import { type Assignment, listAnswersTo, listAssignments, listGrades } from '@/lib/db/assignments';
import { findClass, listPeople } from '@/lib/db/classes';
import type { User } from '@/lib/db/users';
import { formerMember } from '@/lib/grading/mark-view';
import { sumPoints } from '@/lib/grading/points';
import type { Gradebook } from '@/lib/grading/views';
import { maxPoints } from '@/lib/quizzes/question';
import { ClassId, noSuchClass } from './classes';
import { closeOverdue } from './quiz-closing';
import { quizVersion } from './quiz-versions';

export const GetGradebook = z.strictObject({
  id: ClassId,
  format: z.enum(['json', 'csv']).optional().describe('As `Accept: text/csv`, for a link that saves it as a file.'),
});

/** What every learner of a class has, for its graders; addresses for its instructors only. */
export async function gradebook(user: User, { id }: z.output<typeof GetGradebook>): Promise<Gradebook> {
  const found = (await findClass(id, user.id)) ?? noSuchClass();
  if (found.role === 'learner') refuse('Forbidden', 'Only graders and instructors of this class see its gradebook.');
  await closeOverdue({ classId: id });
  const [assignments, people, rows] = await Promise.all([listAssignments(id, user.id), listPeople(id), listGrades(id)]);
  const set = await Promise.all(assignments.map(quizOf));
  const answers = await listAnswersTo(id, [...new Set(set.flatMap(({ free }) => free))]);
  const answerKey = (attemptId: string, questionId: string) => `${attemptId}/${questionId}`;
  const answerIds = new Map(answers.map((row) => [answerKey(row.attemptId, row.questionId), row.id]));
  const key = (userId: string, assignmentId: string) => `${assignmentId}/${userId}`;
  const byKey = new Map(rows.map((row) => [key(row.userId, row.assignmentId), row]));
  const gradeOf = (userId: string, { head, free }: (typeof set)[number]) => {
    const assignmentId = head.id;
    const row = byKey.get(key(userId, assignmentId));
    if (!row) return { assignmentId, state: 'none' as const };
    const { attemptId, submittedAt, points, unmarked } = row;
    if (!submittedAt) return { assignmentId, attemptId, state: 'open' as const };
    return {
      assignmentId,
      attemptId,
      state: 'submitted' as const,
      submittedAt: submittedAt.toISOString(),
      ...(points !== null && { points }),
      unmarked,
      answers: free.flatMap((questionId) => answerIds.get(answerKey(attemptId, questionId)) ?? []),
    };
  };
  return {
    classId: id,
    className: found.name,
    assignments: set.map(({ head }) => head),
    learners: [...people.filter(({ role }) => role === 'learner'), ...whoLeft(people, rows)]
      .map(({ userId, name, email }) => ({
        userId,
        name: name ?? formerMember,
        ...(found.role === 'instructor' && email !== null && { email }),
        grades: set.map((each) => gradeOf(userId, each)),
      }))
      .sort((a, b) => byName.compare(a.name, b.name)),
  };
}

/** The head of an assignment's column, and which of its questions people mark. */
async function quizOf({ id, contentHash, dueAt, releasedAt }: Assignment) {
  const { title, questions } = await quizVersion(contentHash);
  const head = {
    id,
    title,
    maxPoints: sumPoints(questions.map(maxPoints)),
    ...(dueAt && { dueAt: dueAt.toISOString() }),
    ...(releasedAt && { releasedAt: releasedAt.toISOString() }),
  };
  return { head, free: questions.flatMap((question) => (question.type === 'free' ? [question.id] : [])) };
}

/** Whose work is here and who are not: their grades stay, without a name. */
function whoLeft(people: readonly { userId: string }[], rows: readonly { userId: string }[]) {
  const here = new Set(people.map(({ userId }) => userId));
  const left = new Set(rows.map(({ userId }) => userId).filter((userId) => !here.has(userId)));
  return [...left].map((userId) => ({ userId, name: null, email: null }));
}

const byName = new Intl.Collator('en');

/** The gradebook as a table for a spreadsheet: a learner in each line, RFC 4180, no cell that a spreadsheet would calculate. */
export function gradebookCsv({ className, assignments, learners }: Gradebook): { fileName: string; text: string } {
  const withEmail = learners.some(({ email }) => email !== undefined);
  const header = assignments.flatMap(({ title, maxPoints: most }, index) => {
    const what = `${index + 1}. ${title}`;
    return [`${what}: points of ${most}`, `${what}: submitted at`, `${what}: answers to mark`];
  });
  const lines = learners.map(({ name, email, grades }) => [
    name,
    ...(withEmail ? [email ?? ''] : []),
    ...grades.flatMap(({ points, submittedAt, unmarked }) => [points ?? '', submittedAt ?? '', unmarked ?? '']),
  ]);
  return {
    fileName: `gradebook-${slugOf(className)}.csv`,
    text: stringify([['Name', ...(withEmail ? ['E-mail'] : []), ...header], ...lines], {
      escape_formulas: true,
      record_delimiter: 'windows',
      // A carriage return alone is not quoted otherwise, and spreadsheets begin a line after it.
      quoted_match: /[\r\n]/,
    }),
  };
}

/** Letters, digits and dashes of ASCII, safe in a header and in any file system. */
const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '') || 'class';
