import { store } from '@/lib/db/content-versions';
import type { ClassRole } from '@/lib/db/membership';
import type { User } from '@/lib/db/users';
import type { Quiz } from '@/lib/quizzes/quiz';
import { createClass, getClass, joinClass, setClassRole } from '@/lib/usecases/classes';
import { newPerson } from '../db/suites/classroom';
import { questionOf } from '../quizzes/questions';

/** A quiz of two free questions and a choice, stored as a version. */
export const freeQuiz: Quiz = {
  slug: 'two-texts',
  title: 'Two texts',
  summary: 'Two texts and a choice.',
  minutes: 10,
  questions: [
    { ...questionOf('free'), id: 'free-1' },
    { ...questionOf('free'), id: 'free-2' },
    { ...questionOf('single'), id: 'choice' },
  ],
};
export const freeHash = 'hash-of-two-texts';

export const storeFreeQuiz = (): Promise<void> =>
  store([{ hash: freeHash, kind: 'quiz', slug: freeQuiz.slug, document: JSON.stringify(freeQuiz) }]);

let addresses = 0;
/** Another address for each call, so that no test uses up another's tries. */
export const anAddress = (): string => `198.51.100.${addresses++}`;

/** A class with an instructor, made as people make it. */
export async function newClass(name = 'Networks') {
  const instructor = await newPerson('Iris', { mayMakeClasses: true });
  const { id } = await createClass(instructor, { name });
  const join = async (person: User, role: ClassRole = 'learner'): Promise<User> => {
    const { code } = await getClass(instructor, { id });
    await joinClass(person, { code: code ?? '' }, anAddress());
    if (role !== 'learner') await setClassRole(instructor, { classId: id, userId: person.id, role });
    return person;
  };
  return { id, instructor, join };
}
