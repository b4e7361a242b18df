import { expect, test } from 'vitest';
import { appendStep, moveHead } from '@/lib/db/lab-attempts';
import { findDone } from '@/lib/db/progress';
import { createGuest } from '@/lib/db/users';
import { countStatements, type Open } from '../databases';
import { newAttempt, step } from './attempts';
import { answerLesson, newAccount, newAssignment, newClass, newQuizAttempt, readLesson } from './whole-person';

const now = new Date('2026-11-21T12:00:00.000Z');
const later = new Date('2026-11-22T12:00:00.000Z');
const earlier = new Date('2026-11-20T12:00:00.000Z');

/** What a person's progress is made of. */
export function progressSuite(open: Open): void {
  test('nobody has done nothing', async () => {
    await open();
    const guest = await createGuest();
    expect(await findDone(guest.id, now)).toEqual({ lessons: [], labs: [], quizzes: [], marks: [] });
  });

  test('a lesson counts its answers; it is read once it was marked so', async () => {
    const { prisma } = await open();
    const { id } = await newAccount();
    await readLesson(prisma, id, 'eni', earlier, now);
    await readLesson(prisma, id, 'begun', earlier);
    await answerLesson(prisma, id, 'q1', 'a', now);
    await answerLesson(prisma, id, 'q2', 'b', now);
    await answerLesson(prisma, (await newAccount()).id, 'q3', 'of another', now);
    const { lessons } = await findDone(id, now);
    expect(lessons).toHaveLength(2);
    expect(lessons).toEqual(
      expect.arrayContaining([
        { slug: 'eni', finishedAt: now, answered: 2 },
        { slug: 'begun', answered: 0 },
      ]),
    );
  });

  test('of a lab’s attempts the one counts where most holds; its first finish is kept', async () => {
    await open();
    const { own, owner } = await newAttempt();
    await newAttempt(owner);
    const { own: most } = await newAttempt(owner);
    await appendStep({ ...most, expectedHead: 0, step: step({ ticked: ['a', 'b'] }) });
    await appendStep({ ...most, expectedHead: 1, step: step({ ticked: ['a', 'b', 'c'] }) });
    await moveHead({ ...most, to: 1 });
    await appendStep({ ...own, expectedHead: 0, step: step({ ticked: ['z'] }) });
    expect((await findDone(owner.id, now)).labs).toEqual([{ slug: 'first', passed: 2 }]);
    const second = await newAttempt(owner);
    await appendStep({ ...second.own, expectedHead: 0, step: step({ ticked: ['a', 'b', 'c'] }), finishedAt: now });
    await moveHead({ ...second.own, to: 0 });
    expect((await findDone(owner.id, now)).labs).toEqual([
      { slug: 'first', passed: 2, finishedAt: now, finishedAttempt: second.own.attemptId },
    ]);
  });

  test('of several finishes the first is when, and the newest is where to look', async () => {
    await open();
    const { owner } = await newAttempt();
    const finish = async (finishedAt: Date, user = owner) => {
      const { own } = await newAttempt(user);
      await appendStep({ ...own, expectedHead: 0, step: step({ ticked: [finishedAt.toISOString()] }), finishedAt });
      return own.attemptId;
    };
    await finish(now);
    const newest = await finish(later);
    await finish(earlier);
    await finish(new Date('2026-11-23T12:00:00.000Z'), (await newAttempt()).owner);
    expect((await findDone(owner.id, now)).labs).toEqual([
      { slug: 'first', passed: 1, finishedAt: earlier, finishedAttempt: newest },
    ]);
  });

  test('the best grade of practice counts, and an attempt that is open is said to be', async () => {
    const { prisma } = await open();
    const { id } = await newAccount();
    for (const points of [4, 8.5, 2]) await newQuizAttempt(prisma, id, { points });
    await newQuizAttempt(prisma, id);
    await newQuizAttempt(prisma, (await newAccount()).id, { points: 10 });
    const { quizzes, marks } = await findDone(id, now);
    expect(quizzes).toEqual([{ slug: 'quiz', attempts: 4, open: true, best: 0.85 }]);
    expect(marks).toEqual([]);
  });

  test('only marks that may be seen count', async () => {
    const { prisma } = await open();
    const [{ id }, teacher] = [await newAccount(), await newAccount()];
    await newQuizAttempt(prisma, id, { points: 9 });
    const classId = await newClass(prisma, { [teacher.id]: 'instructor', [id]: 'learner' });
    const assignmentId = await newAssignment(prisma, classId);
    await newQuizAttempt(prisma, id, { assignmentId, points: 7, unmarked: 1 });
    const bestOf = async () => (await findDone(id, now)).quizzes[0]?.best;
    expect(await findDone(id, now), 'neither the class’s work nor practice of the same quiz').toEqual({
      lessons: [],
      labs: [],
      quizzes: [{ slug: 'quiz', attempts: 2, open: false }],
      marks: [],
    });
    await prisma.enrolment.updateMany({ where: { userId: id }, data: { role: 'grader' } });
    expect(await bestOf(), 'who does not learn there practises').toBe(0.9);
    await prisma.enrolment.updateMany({ where: { userId: id }, data: { role: 'learner' } });
    await prisma.assignment.updateMany({ data: { quizSlug: 'another' } });
    expect(await bestOf(), 'another quiz is open').toBe(0.9);

    await prisma.assignment.updateMany({ data: { quizSlug: 'quiz', releasedAt: now } });
    await prisma.quizAttempt.updateMany({ where: { assignmentId: null }, data: { points: 3 } });
    expect(await bestOf(), 'the better of both').toBe(0.7);
    await prisma.quizAttempt.updateMany({ where: { assignmentId: null }, data: { points: 9 } });
    const released = await findDone(id, now);
    expect(released.quizzes).toEqual([{ slug: 'quiz', attempts: 2, open: false, best: 0.9 }]);
    expect(released.marks).toEqual([
      { quizSlug: 'quiz', className: `Class ${classId}`, points: 7, maxPoints: 10, unmarked: 1 },
    ]);
  });

  test('work is open until it is due or released', async () => {
    const { prisma } = await open();
    const { id } = await newAccount();
    const classId = await newClass(prisma, { [id]: 'learner' });
    const assignmentId = await newAssignment(prisma, classId, { dueAt: later });
    await newQuizAttempt(prisma, id, { assignmentId });
    const isOpen = async () => (await findDone(id, now)).quizzes[0]?.open;
    expect(await isOpen()).toBe(true);
    await prisma.assignment.updateMany({ data: { dueAt: earlier } });
    expect(await isOpen(), 'overdue').toBe(false);
    await prisma.assignment.updateMany({ data: { dueAt: null } });
    expect(await isOpen()).toBe(true);
  });

  test('it costs three statements, and no more rows, however much was done', async () => {
    const { prisma } = await open();
    const { id } = await newAccount();
    const { owner } = await newAttempt(await newAccount());
    for (let round = 0; round < 30; round += 1) {
      await newQuizAttempt(prisma, id, { points: round % 10 });
      await newAttempt(owner);
    }
    for (const userId of [id, owner.id]) {
      const { result, statements } = await countStatements(() => findDone(userId, now));
      expect(statements).toHaveLength(3);
      expect(result.quizzes.length + result.labs.length).toBe(1);
    }
  });
}
