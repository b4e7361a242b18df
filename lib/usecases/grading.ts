import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { refuse, UserError } from '@/lib/auth/user-error';
import { overdueClassesOf } from '@/lib/db/assignments';
import { openAssignmentsOf } from '@/lib/db/classes';
import * as marks from '@/lib/db/marks';
import type { User } from '@/lib/db/users';
import { formerMember, markView } from '@/lib/grading/mark-view';
import { sumPoints } from '@/lib/grading/points';
import { acceptMark, InvalidMark } from '@/lib/grading/rubric';
import type { AnswerToGrade, GradingQueue } from '@/lib/grading/views';
import { maxPoints } from '@/lib/quizzes/question';
import type { MarkView } from '@/lib/quizzes/views';
import type { Keep } from './attempt-view';
import { closeOverdue } from './quiz-closing';
import { quizVersion } from './quiz-versions';

const AnswerId = z.uuid({ error: 'This is not the id of an answer.' });
export const GetAnswerToGrade = z.strictObject({ id: AnswerId });
export const PutMark = z.strictObject({
  answerId: AnswerId,
  rubric: z.record(z.string().max(60), z.number()).describe('Points by criterion, each one of its levels.'),
  points: z.number().optional().describe('Instead of the sum of the rubric.'),
  comment: z
    .string()
    .max(5_000, 'A comment has at most 5,000 characters.')
    .default('')
    .transform((text) => text.trim()),
  version: z.int().min(0).describe('Of the mark that you saw; 0 for none.'),
});

/** A page of work; what is marked makes room for more. */
const queueLength = 500;

/** One answer for an answer that is absent and for one that the person may not mark. */
const noSuchAnswer = (): never => refuse('NotFound', 'There is no answer with this id for you to mark.');

/** The free answers that wait in the classes that a person grades, oldest submission first. */
export async function gradingQueue(user: User): Promise<GradingQueue> {
  for (const classId of await overdueClassesOf(user.id, new Date())) await closeOverdue({ classId });
  const { toMark, items } = await marks.listQueue(user.id, queueLength);
  return {
    toMark,
    items: await Promise.all(
      items.map(async ({ contentHash, learner, submittedAt, ...item }) => ({
        ...item,
        quizTitle: (await quizVersion(contentHash)).title,
        learner: learner ?? formerMember,
        submittedAt: submittedAt.toISOString(),
      })),
    ),
  };
}

/** A free answer of a class that the person grades, beside its rubric. Marked ones too: a mark can be changed. */
export async function getAnswerToGrade(user: User, { id }: z.output<typeof GetAnswerToGrade>): Promise<AnswerToGrade> {
  const found = (await marks.findAnswerToMark(id, user.id)) ?? noSuchAnswer();
  const { assignment } = found;
  const { quiz, question } = await questionOf(found);
  if (!assignment || question.type !== 'free') return noSuchAnswer();
  const [[mark, ...earlier], queue] = await Promise.all([
    marks.listMarks(id),
    marks.queueAfter(user.id, { answerId: id, submittedAt: found.submittedAt }),
  ]);
  const text: unknown = JSON.parse(found.answer);
  return {
    answerId: id,
    classId: assignment.classId,
    className: assignment.className,
    quizTitle: quiz.title,
    learner: found.learner ?? formerMember,
    ...(found.learner === null && { deleted: true as const }),
    submittedAt: found.submittedAt.toISOString(),
    stem: question.stem,
    text: typeof text === 'string' ? text : '',
    rubric: question.rubric,
    sample: question.sample,
    maxPoints: maxPoints(question),
    released: assignment.releasedAt !== null,
    ...(mark && { mark: markView(mark, { practice: false }) }),
    history: earlier.map((each) => markView(each, { practice: false })),
    ...queue,
  };
}

/**
 * Mark a free answer: of one's class's assignment as its grader, or one's own in practice. Adds a version and never overwrites:
 * with a stale `version` 409 and the mark that came between. The same mark sent twice is one.
 */
export async function putMark(user: User, input: z.output<typeof PutMark>, keep: Keep): Promise<MarkView> {
  const { answerId, version, comment } = input;
  const found = (await marks.findAnswerToMark(answerId, user.id)) ?? noSuchAnswer();
  const { question } = await questionOf(found);
  if (question.type !== 'free') refuse('InvalidInput', 'This answer is marked by its key. People mark free answers.');
  const practice = !found.assignment;
  const [open] = practice ? await openAssignmentsOf(user.id, found.quizSlug) : [];
  if (open) {
    refuse(
      'Conflict',
      `This quiz is set in '${open.className}'. You can mark your practice when its marks are released.`,
    );
  }
  const accepted = accept(question.rubric, input);
  if (version > found.markVersion) {
    refuse('Conflict', 'No mark of this answer has that version. Load the answer again and mark what you see.');
  }
  const view = (mark: marks.Mark): MarkView => markView(mark, { practice });
  const idempotency = keep(view);
  const put = await marks.putMark({
    ...accepted,
    answerId,
    actorId: user.id,
    version,
    comment,
    sum: sumPoints,
    ...(idempotency && { idempotency }),
  });
  if (put.ok) return view(put.mark);
  const { current } = put;
  if (!current) return noSuchAnswer();
  const { points, rubric } = accepted;
  const isTwin = isDeepStrictEqual(
    [current.markedBy, current.version, current.points, current.rubric, current.comment],
    [user.id, version + 1, points, rubric, comment],
  );
  if (isTwin) return view(current);
  throw stale(user, view(current), current.markedBy);
}

type FreeQuestion = Extract<Awaited<ReturnType<typeof questionOf>>['question'], { type: 'free' }>;

function accept(rubric: FreeQuestion['rubric'], sent: z.output<typeof PutMark>) {
  try {
    return acceptMark(rubric, sent);
  } catch (error) {
    if (!(error instanceof InvalidMark)) throw error;
    const { path, message } = error;
    throw new UserError('InvalidInput', message, { issues: [{ path, message }] });
  }
}

function stale(user: User, current: MarkView, markedBy: string): UserError {
  const who = markedBy === user.id ? 'You have' : `${current.byName ?? 'Somebody'} has`;
  const what = `${who} marked this answer meanwhile: ${current.points} of ${current.maxPoints} points.`;
  return new UserError('Conflict', `${what} Nothing was overwritten; compare, and mark again if yours should count.`, {
    current,
  });
}

async function questionOf({ contentHash, questionId, answerId }: marks.AnswerToMark) {
  const quiz = await quizVersion(contentHash);
  const question = quiz.questions.find(({ id }) => id === questionId);
  if (!question) throw new Error(`Answer ${answerId} is to a question that its quiz does not have.`);
  return { quiz, question };
}
