import { createAssignment } from '@/lib/db/assignments';
import { createClass, joinClass, setClassRole } from '@/lib/db/classes';
import { store } from '@/lib/db/content-versions';
import type { ClassRole } from '@/lib/db/membership';
import { closeAttempt, type QuestionMark, saveAnswer } from '@/lib/db/quiz-answers';
import { create, loadAttempt } from '@/lib/db/quiz-attempts';
import { createAccount, type User } from '@/lib/db/users';

const hash = 'quiz-hash-1';
let made = 0;

export const newPerson = (name: string, rights: { mayMakeClasses?: boolean } = {}): Promise<User> =>
  createAccount({ name, email: `${name.toLowerCase()}-${made++}@example.org`, passwordHash: 'h', ...rights });

/** A class with an instructor, a grader and two learners, and a quiz set to it. */
export async function newClassroom({ name = 'Networks', dueAt = null as Date | null } = {}) {
  await store([{ hash, kind: 'quiz', slug: 'first', document: '{}' }]);
  const instructor = await newPerson('Iris', { mayMakeClasses: true });
  const code = `CODE${made++}`;
  const { id } = await createClass({ name, code, userId: instructor.id });
  const join = async (person: User, role: ClassRole = 'learner'): Promise<User> => {
    await joinClass(code, person.id);
    if (role !== 'learner') await setClassRole({ classId: id, actorId: instructor.id, userId: person.id, role });
    return person;
  };
  const grader = await join(await newPerson('Grace'), 'grader');
  const [lea, lou] = [await join(await newPerson('Lea')), await join(await newPerson('Lou'))];
  const assign = async (quizSlug: string) => {
    const set = await createAssignment({ classId: id, actorId: instructor.id, quizSlug, contentHash: hash, dueAt });
    if (typeof set === 'string') throw new Error(set);
    return set.id;
  };
  return { id, code, instructor, grader, lea, lou, join, assign, assignmentId: await assign('first') };
}

/** An attempt with answers to `free-1` and `free-2`, which people mark, and one that the engine has marked with 1.5 of 2. */
export async function handedIn(
  user: User,
  assignmentId?: string,
  {
    quizSlug = 'first',
    contentHash = hash,
    submittedAt = new Date(),
    marks = undefined as QuestionMark[] | undefined,
  } = {},
) {
  const started = await create({
    userId: user.id,
    quizSlug,
    contentHash,
    seed: 's',
    engine: '1',
    ...(assignmentId !== undefined && { assignmentId }),
  });
  if (!started) throw new Error('nothing was started');
  const attemptId = started.id;
  const given: QuestionMark[] = marks ?? [
    { questionId: 'choice', version: 0, points: 1.5, maxPoints: 2 },
    { questionId: 'free-1', version: 1, points: undefined, maxPoints: 4 },
    { questionId: 'free-2', version: 1, points: undefined, maxPoints: 4 },
  ];
  for (const { questionId } of given.filter(({ points }) => points === undefined))
    await saveAnswer({
      attemptId,
      userId: user.id,
      questionId,
      version: 0,
      answer: JSON.stringify(`${user.name} writes ${questionId}`),
      savedAt: submittedAt,
      dueSince: new Date(0),
    });
  const closed = await closeAttempt({ attemptId, userId: user.id, closedBy: 'person', submittedAt, marks: given });
  if (closed !== 'closed') throw new Error(closed);
  const load = async () => {
    const attempt = await loadAttempt(attemptId, user.id);
    if (!attempt) throw new Error('there is no such attempt');
    return attempt;
  };
  const ids = new Map((await load()).answers.map((answer) => [answer.questionId, answer.id]));
  return { attemptId, load, answer: (questionId: string) => ids.get(questionId) ?? '' };
}
