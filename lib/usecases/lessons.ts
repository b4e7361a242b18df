import 'server-only';
import { z } from 'zod';
import { refuse } from '@/lib/auth/user-error';
import { findLesson, lessonDocument, loadLessons } from '@/lib/content/lessons';
import * as lessons from '@/lib/db/lessons';
import type { User } from '@/lib/db/users';
import type { Lesson } from '@/lib/lessons/lesson';
import { experimentsIn } from '@/lib/lessons/parts';
import type { LessonFeedback, LessonProgress, LessonSummary } from '@/lib/lessons/views';
import { acceptAnswer, InvalidAnswer } from '@/lib/quizzes/accept-answer';
import { Answer } from '@/lib/quizzes/answer';
import { markAnswer } from '@/lib/quizzes/mark-answer';
import { maxPoints, type Question } from '@/lib/quizzes/question';
import { questionView } from '@/lib/quizzes/question-view';
import type { QuestionView } from '@/lib/quizzes/views';
import { type StartedExperiment, startExperiment } from './experiments';
import { lessonVersion } from './lesson-versions';
import { noteView } from './notes';

const Slug = z.string().max(100);

export const GetLessonProgress = z.strictObject({ slug: Slug });
export const SetLessonProgress = z.strictObject({ slug: Slug, finished: z.boolean() });
export const AnswerLessonQuestion = z.strictObject({ slug: Slug, questionId: z.string().max(60), answer: Answer });

/** The same two as forms send them: texts only, and a choice that was not made is not sent at all. */
export const FinishLessonForm = z.strictObject({
  slug: Slug,
  finished: z.enum(['true', 'false']).transform((text) => text === 'true'),
});
export const AnswerLessonForm = AnswerLessonQuestion.extend({ answer: Answer.default(null) });

const summary = ({ slug, title, summary, minutes, objectives, questions }: Lesson): LessonSummary => ({
  slug,
  title,
  summary,
  minutes,
  objectives,
  questions: questions.length,
});

/** Every lesson, in the order of the course. */
export async function listLessons(): Promise<LessonSummary[]> {
  return [...(await loadLessons()).values()].map(summary);
}

/** What a lesson's page says, the same for everyone: its questions without their keys. */
export interface LessonPage extends Omit<LessonSummary, 'questions'>, Pick<Lesson, 'next' | 'proved'> {
  /** MDX of our own. */
  readonly body: string;
  readonly questions: readonly QuestionView[];
  readonly experiments: readonly StartedExperiment[];
}

export async function findLessonPage(slug: string): Promise<LessonPage | undefined> {
  const lesson = await findLesson(slug);
  if (!lesson) return undefined;
  const { body, next, proved } = lesson;
  const questions = lesson.questions.map((question) => questionView(question, slug));
  const experiments = await Promise.all(experimentsIn(body).map(startExperiment));
  return { ...summary(lesson), body, next, proved, questions, experiments };
}

const getLesson = async (slug: string): Promise<Lesson> =>
  (await findLesson(slug)) ?? refuse('NotFound', `There is no lesson '${slug}'.`);

/** How far the viewer is; nobody has begun nothing. An answer is judged by the version that it was given to. */
export async function getLessonProgress(
  user: User | undefined,
  { slug }: z.output<typeof GetLessonProgress>,
): Promise<LessonProgress> {
  await getLesson(slug);
  if (!user) return { slug, answers: [], bookmarks: [] };
  const state = await lessons.findLessonState({ userId: user.id, slug });
  const answers = state.answers.map(async ({ questionId, contentHash, answer }) => {
    const { questions } = await lessonVersion(contentHash);
    const question = questions.find(({ id }) => id === questionId);
    if (!question) throw new Error(`lesson ${contentHash} has no question ${questionId}`);
    return feedback(question, Answer.parse(JSON.parse(answer)));
  });
  return {
    slug,
    ...(state.finishedAt && { finishedAt: state.finishedAt.toISOString() }),
    answers: await Promise.all(answers),
    bookmarks: state.bookmarks,
    ...(state.note && { note: noteView(state.note) }),
  };
}

/** Mark a lesson as read, or take that back. */
export async function setLessonProgress(
  user: User,
  { slug, finished }: z.output<typeof SetLessonProgress>,
): Promise<LessonProgress> {
  await getLesson(slug);
  await lessons.setLessonFinished({ userId: user.id, slug, finished });
  return getLessonProgress(user, { slug });
}

/** Answer a question of a lesson's text. It is marked at once, and another answer takes the place of this one. */
export async function answerLessonQuestion(
  user: User,
  { slug, questionId, answer }: z.output<typeof AnswerLessonQuestion>,
): Promise<LessonFeedback> {
  const lesson = await getLesson(slug);
  const question =
    lesson.questions.find(({ id }) => id === questionId) ?? refuse('NotFound', 'This lesson has no such question.');
  const accepted = accept(question, answer);
  const given = feedback(question, accepted);
  const { hash } = lessonDocument(lesson);
  await lessons.saveLessonAnswer({
    userId: user.id,
    slug,
    questionId,
    contentHash: hash,
    answer: JSON.stringify(accepted),
    score: given.score,
  });
  return given;
}

/** Unlike in a quiz, there is nothing to leave blank: who does not know reads on. */
function accept(question: Question, answer: Answer): Answer {
  try {
    return acceptAnswer(question, answer) ?? refuse('InvalidInput', 'Choose an answer first.');
  } catch (error) {
    if (error instanceof InvalidAnswer) refuse('InvalidInput', error.message);
    throw error;
  }
}

function feedback(question: Question, answer: Answer): LessonFeedback {
  const { score, ...marked } = markAnswer(question, answer);
  if (score === undefined) throw new Error(`a lesson asks nothing that a person marks, such as ${question.id}`);
  const { id: questionId, explain, sources } = question;
  return { questionId, answer, score, maxPoints: maxPoints(question), explain, sources, ...marked };
}
