import 'server-only';
import { z } from 'zod';
import type { LoadedAttempt, QuizAttempt, QuizMark, QuizAttemptSummary as SummaryRow } from '@/lib/db/quiz-attempts';
import { markView } from '@/lib/grading/mark-view';
import { maxPoints, type Question } from '@/lib/quizzes/question';
import { asAsked, questionView } from '@/lib/quizzes/question-view';
import type { Quiz } from '@/lib/quizzes/quiz';
import type {
  MarkView,
  QuestionResult,
  QuestionView,
  QuizAttemptSummary,
  QuizAttemptView,
  SavedAnswer,
} from '@/lib/quizzes/views';
import { givenOf } from './cli-answers';
import { marked, savedAnswer } from './quiz-closing';
import { quizVersion } from './quiz-versions';

const Rubric = z.record(z.string(), z.number());

/** The questions as an attempt with that seed asks them: no keys. */
export const questionViews = ({ questions }: Quiz, seed: string): Promise<QuestionView[]> =>
  Promise.all(questions.map(async (question) => questionView(question, seed, await givenOf(question))));

/**
 * Why the marks of an attempt may not be seen; undefined when they may. Before it is submitted there are none. Those of an
 * assignment wait for their release, and so do those of practice while a class of the person's has the same quiz to do: the
 * quiz must not give its own key away.
 */
function withheldBecause({ assignment, setBy }: Pick<QuizAttempt, 'assignment' | 'setBy'>): string | undefined {
  if (assignment) {
    return assignment.releasedAt
      ? undefined
      : 'Your answers are handed in. You see your marks when they are released to the class.';
  }
  return setBy === null
    ? undefined
    : `Your class “${setBy}” has this quiz to do. You see these marks when those of the class are released.`;
}

const headOf = (attempt: QuizAttempt, quiz: Quiz) => ({
  id: attempt.id,
  slug: attempt.quizSlug,
  title: quiz.title,
  state: attempt.submittedAt ? ('submitted' as const) : ('open' as const),
  startedAt: attempt.createdAt.toISOString(),
  ...(attempt.submittedAt && { submittedAt: attempt.submittedAt.toISOString() }),
  ...(attempt.assignment?.dueAt && { dueAt: attempt.assignment.dueAt.toISOString() }),
  ...(attempt.assignment && {
    assignment: {
      id: attempt.assignment.id,
      classId: attempt.assignment.classId,
      className: attempt.assignment.className,
    },
  }),
});

const totalsOf = ({ points, maxPoints, unmarked }: QuizAttempt) => ({
  points: points ?? 0,
  maxPoints: maxPoints ?? 0,
  unmarked,
});

/** An attempt as a list shows it to its owner. */
export async function attemptSummary(attempt: SummaryRow): Promise<QuizAttemptSummary> {
  const quiz = await quizVersion(attempt.contentHash);
  const isShown = attempt.submittedAt !== null && withheldBecause(attempt) === undefined;
  return {
    ...headOf(attempt, quiz),
    answered: attempt.answered,
    questions: quiz.questions.length,
    ...(isShown && totalsOf(attempt)),
  };
}

/** An attempt as its owner may see it now. */
export async function attemptView(attempt: LoadedAttempt): Promise<QuizAttemptView> {
  const quiz = await quizVersion(attempt.contentHash);
  const withheld = attempt.submittedAt ? withheldBecause(attempt) : undefined;
  const questions = await questionViews(quiz, attempt.seed);
  return {
    ...headOf(attempt, quiz),
    ...(attempt.closedBy && { closedBy: attempt.closedBy }),
    questions,
    answers: quiz.questions.map(({ id }) => savedView(attempt, id)),
    ...(attempt.submittedAt && withheld === undefined && { result: await resultOf(attempt, quiz, questions) }),
    ...(withheld !== undefined && { withheld }),
  };
}

function savedView(attempt: LoadedAttempt, questionId: string): SavedAnswer {
  const saved = attempt.answers.find((answer) => answer.questionId === questionId);
  if (!saved || saved.version === 0) return { questionId, version: 0, answer: null };
  const answer = savedAnswer(attempt, questionId);
  return { questionId, version: saved.version, answer, savedAt: saved.savedAt.toISOString() };
}

async function resultOf(
  attempt: LoadedAttempt,
  quiz: Quiz,
  views: readonly QuestionView[],
): Promise<QuizAttemptView['result']> {
  const questions = await Promise.all(
    quiz.questions.map((question, index) => questionResult(attempt, question, views[index])),
  );
  return { ...totalsOf(attempt), questions: questions.flatMap((result) => result ?? []) };
}

async function questionResult(
  attempt: LoadedAttempt,
  question: Question,
  view: QuestionView | undefined,
): Promise<QuestionResult | undefined> {
  const saved = attempt.answers.find(({ questionId }) => questionId === question.id);
  if (!saved || !view) return undefined;
  const { parts, solution, output } = await marked(question, savedAnswer(attempt, question.id));
  const isPractice = attempt.assignment === null;
  return {
    questionId: question.id,
    answerId: saved.id,
    ...(saved.mark && { mark: ownMark(saved.mark, isPractice, attempt.assignment?.releasedAt) }),
    maxPoints: maxPoints(question),
    explain: question.explain,
    sources: question.sources,
    parts: asAsked(view, parts),
    ...(solution !== undefined && { solution }),
    ...(output !== undefined && { output }),
    ...(question.type === 'free' && { rubric: question.rubric }),
    // In practice the writer is the marker.
    ...(question.type === 'free' && (saved.mark || isPractice) && { sample: question.sample }),
  };
}

/** A mark as its learner sees it: one given in place of another that they could see already says so. */
const ownMark = (mark: QuizMark, practice: boolean, releasedAt: Date | null | undefined): MarkView => ({
  ...markView({ ...mark, rubric: Rubric.parse(JSON.parse(mark.rubric)) }, { practice }),
  ...(mark.version > 1 && releasedAt && mark.markedAt > releasedAt && { changed: true as const }),
});
