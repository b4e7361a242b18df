import 'server-only';
import { quizVersions } from '@/lib/content/quizzes';
import { store } from '@/lib/db/content-versions';
import { createAccount, findAccountByEmail, type User } from '@/lib/db/users';
import type { Answer } from '@/lib/quizzes/answer';
import type { Question } from '@/lib/quizzes/question';
import { assignQuiz } from '@/lib/usecases/assignments';
import { createClass, getClass, joinClass } from '@/lib/usecases/classes';
import { saveAnswer, startQuizAttempt, submitQuizAttempt } from '@/lib/usecases/quiz-attempts';
import { quizVersion } from '@/lib/usecases/quiz-versions';
import type { DemoLearner } from './demo-learners';

const weekMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Makes a class of the learners with a quiz to do, due in a week. Who has begun the lab has handed the quiz in, right as far as
 * they came in the lab, so that free answers wait for a mark; who has not is still at it.
 * @returns how many answers wait
 */
export async function makeClass(
  name: string,
  instructor: { name: string; email: string },
  learners: readonly DemoLearner[],
  passwordHash: string,
): Promise<number> {
  const versions = await quizVersions();
  await store(versions);
  const quizzes = await Promise.all(versions.map(({ hash }) => quizVersion(hash)));
  const quiz = quizzes.find(({ questions }) => questions.some(({ type }) => type === 'free'));
  if (!quiz) throw new Error('no quiz of content/quizzes has a free question');
  const teacher = await createAccount({ ...instructor, passwordHash, mayMakeClasses: true });
  const { id: classId } = await createClass(teacher, { name });
  const { code = '' } = await getClass(teacher, { id: classId });
  const dueAt = new Date(Date.now() + weekMs).toISOString().slice(0, 16);
  const { id: assignmentId } = await assignQuiz(teacher, { classId, quizSlug: quiz.slug, dueAt, zone: '' });
  for (const { email, done } of learners) {
    const learner = (await findAccountByEmail(email))?.user;
    if (!learner) throw new Error(`${email} is not there`);
    await joinClass(learner, { code }, 'demo');
    const right = Math.ceil(quiz.questions.length * done);
    await answerQuiz(learner, quiz.slug, assignmentId, quiz.questions, right);
  }
  const { assignments } = await getClass(teacher, { id: classId });
  return assignments[0]?.counts?.toMark ?? 0;
}

async function answerQuiz(
  learner: User,
  slug: string,
  assignmentId: string,
  questions: readonly Question[],
  right: number,
): Promise<void> {
  const { id } = await startQuizAttempt(learner, { slug, assignmentId }, () => undefined, new Date());
  for (const [index, question] of questions.entries()) {
    const answer = index < right || question.type === 'free' ? rightAnswer(question) : wrongAnswer(question);
    // Whoever has nothing right is at the first question still.
    if (right === 0 && index > 0) return;
    await saveAnswer(learner, { id, questionId: question.id, answer, version: 0 }, new Date());
  }
  await submitQuizAttempt(learner, { id }, new Date());
}

function rightAnswer(question: Question): Answer {
  switch (question.type) {
    case 'single':
      return question.choices.find(({ correct }) => correct)?.id ?? null;
    case 'multiple':
      return question.choices.filter(({ correct }) => correct).map(({ id }) => id);
    case 'ordering':
      return question.items.map(({ id }) => id);
    case 'matching':
      return Object.fromEntries(question.prompts.map(({ id, option }) => [id, option]));
    case 'numeric':
      return String(question.answer);
    case 'cli':
      return question.solution;
    case 'free':
      // The beginning of a good answer, so that there is something to take off.
      return question.sample.split('\n\n')[0] ?? null;
  }
}

/** What somebody says who does not know; nothing, where there is no telling what that would be. */
function wrongAnswer(question: Question): Answer {
  switch (question.type) {
    case 'single':
      return question.choices.find(({ correct }) => !correct)?.id ?? null;
    case 'multiple':
      return question.choices.filter(({ correct }) => !correct).map(({ id }) => id);
    case 'ordering':
      return question.items.map(({ id }) => id).reverse();
    default:
      return null;
  }
}
