import { expect, test } from 'vitest';
import * as assignments from '@/lib/db/assignments';
import { list as listAudit } from '@/lib/db/audit';
import * as classes from '@/lib/db/classes';
import { LastInstructor } from '@/lib/db/errors';
import { create } from '@/lib/db/quiz-attempts';
import { countStatements, type Open } from '../databases';
import { handedIn, newClassroom, newPerson } from './classroom';

const hour = 3_600_000;
const actions = async () => (await listAudit()).map(({ action }) => action);

export function classesSuite(open: Open): void {
  test('a class is its people’s alone, and its code its instructors’', async () => {
    await open();
    const { id, code, instructor, grader, lea, assignmentId } = await newClassroom();
    const stranger = await newPerson('Eve');
    expect(await classes.findClass(id, instructor.id)).toEqual({ id, name: 'Networks', role: 'instructor', code });
    expect(await classes.findClass(id, grader.id)).toEqual({ id, name: 'Networks', role: 'grader' });
    expect(await classes.findClass(id, lea.id)).toEqual({ id, name: 'Networks', role: 'learner' });
    expect(await classes.findClass(id, stranger.id)).toBeUndefined();
    expect(await assignments.findAssignment(assignmentId, stranger.id)).toBeUndefined();
    expect(await assignments.findAssignment(assignmentId, lea.id)).toMatchObject({
      classId: id,
      role: 'learner',
      dueAt: null,
    });
    expect(await classes.listClasses(lea.id)).toEqual([{ id, name: 'Networks', role: 'learner', assignments: 1 }]);
    expect(await classes.listClasses(stranger.id)).toEqual([]);
  });

  test('joining twice, or at once, is joining once, and takes nobody’s role', async () => {
    const { prisma } = await open();
    const { id, code, instructor } = await newClassroom();
    const eve = await newPerson('Eve');
    expect(await Promise.all(Array.from({ length: 8 }, () => classes.joinClass(code, eve.id)))).toEqual(
      Array(8).fill({ id, name: 'Networks' }),
    );
    await classes.joinClass(code, instructor.id);
    expect(await prisma.enrolment.count({ where: { classId: id } })).toBe(5);
    expect(await classes.findClass(id, instructor.id)).toMatchObject({ role: 'instructor' });
    expect(await classes.joinClass(`${code}X`, eve.id)).toBeUndefined();
  });

  test('a new code ends the old one, and is not in the log', async () => {
    await open();
    const { id, code, instructor, grader, lea } = await newClassroom();
    for (const { id: actorId } of [grader, lea, await newPerson('Eve')])
      expect(await classes.renewCode({ classId: id, actorId, code: 'STOLEN' })).toBe(false);
    expect(await classes.renewCode({ classId: id, actorId: instructor.id, code: 'RENEWED' })).toBe(true);
    const late = await newPerson('Late');
    expect(await classes.joinClass(code, late.id)).toBeUndefined();
    expect(await classes.joinClass('RENEWED', late.id)).toMatchObject({ id });
    const [logged] = await listAudit({ subject: `class:${id}` });
    expect(logged).toMatchObject({ action: 'class.renew-code', actorId: instructor.id });
    expect(JSON.stringify(logged)).not.toContain('RENEWED');
  });

  test('roles are changed by instructors, and a class keeps one, also when two demote each other at once', async () => {
    await open();
    const { id, instructor, grader, lea } = await newClassroom();
    const set = (actorId: string, userId: string, role: 'learner' | 'instructor') =>
      classes.setClassRole({ classId: id, actorId, userId, role });
    expect(await set(grader.id, grader.id, 'instructor')).toBe('forbidden');
    expect(await set(lea.id, lea.id, 'instructor')).toBe('forbidden');
    expect(await set(instructor.id, (await newPerson('Eve')).id, 'instructor')).toBe('absent');
    await expect(set(instructor.id, instructor.id, 'learner')).rejects.toBeInstanceOf(LastInstructor);
    expect(await classes.findClass(id, instructor.id)).toMatchObject({ role: 'instructor' });
    expect(await set(instructor.id, lea.id, 'instructor')).toBe('changed');
    for (let round = 0; round < 8; round += 1) {
      await Promise.allSettled([set(instructor.id, lea.id, 'learner'), set(lea.id, instructor.id, 'learner')]);
      const [left, ...more] = (await classes.listPeople(id)).filter(({ role }) => role === 'instructor');
      expect([left?.role, more]).toEqual(['instructor', []]);
      const other = left?.userId === lea.id ? instructor : lea;
      expect(await set(left?.userId ?? '', other.id, 'instructor')).toBe('changed');
    }
    const [logged] = await listAudit({ subject: `class:${id}` });
    expect(logged).toMatchObject({
      action: 'class.set-role',
      before: { role: 'learner' },
      after: { role: 'instructor' },
    });
  });

  test('an instructor who left the site does not count as one', async () => {
    const { prisma } = await open();
    const { id, instructor, lea } = await newClassroom();
    await classes.setClassRole({ classId: id, actorId: instructor.id, userId: lea.id, role: 'instructor' });
    await prisma.user.updateMany({ where: { id: lea.id }, data: { deletedAt: new Date(), name: null, email: null } });
    const down = { classId: id, actorId: instructor.id, userId: instructor.id, role: 'learner' as const };
    await expect(classes.setClassRole(down)).rejects.toBeInstanceOf(LastInstructor);
    expect((await classes.listPeople(id)).map(({ userId }) => userId)).not.toContain(lea.id);
  });

  test('a quiz is set twice only when the first is released, also when many set it at once', async () => {
    const { prisma } = await open();
    const { id, instructor, grader, assignmentId } = await newClassroom();
    const set = (quizSlug: string, actorId = instructor.id) =>
      assignments.createAssignment({ classId: id, actorId, quizSlug, contentHash: 'quiz-hash-1', dueAt: null });
    expect(await set('second', grader.id)).toBe('forbidden');
    expect(await set('first')).toBe('open');
    const many = await Promise.all(Array.from({ length: 12 }, () => set('second')));
    expect(many.filter((made) => made === 'open')).toHaveLength(11);
    await assignments.release({ id: assignmentId, actorId: instructor.id });
    expect(await set('first')).toMatchObject({ id: expect.any(String) });
    expect(await prisma.assignment.count({ where: { classId: id } })).toBe(3);
  });

  test('what a learner has to do of a quiz, in one statement; nobody else has it', async () => {
    await open();
    const room = await newClassroom({ name: 'One' });
    const other = await newClassroom({ name: 'Two', dueAt: new Date('2030-01-01T12:00:00.000Z') });
    await other.join(room.lea);
    const { result, statements } = await countStatements(() => classes.openAssignmentsOf(room.lea.id, 'first'));
    expect(statements).toHaveLength(1);
    expect(result.map(({ className, dueAt }) => ({ className, dueAt }))).toEqual([
      { className: 'One', dueAt: null },
      { className: 'Two', dueAt: new Date('2030-01-01T12:00:00.000Z') },
    ]);
    for (const { id } of [room.instructor, room.grader])
      expect(await classes.openAssignmentsOf(id, 'first')).toEqual([]);
    expect(await classes.openAssignmentsOf(room.lea.id, 'second')).toEqual([]);
    await assignments.release({ id: room.assignmentId, actorId: room.instructor.id });
    expect(await classes.openAssignmentsOf(room.lea.id, 'first')).toMatchObject([{ classId: other.id }]);
  });

  test('a due date is moved by instructors until the marks are out, and the log says from where to where', async () => {
    await open();
    const { id, instructor, grader, assignmentId } = await newClassroom();
    const dueAt = new Date('2030-01-01T12:00:00.000Z');
    expect(await assignments.setDueDate({ id: assignmentId, actorId: grader.id, dueAt })).toBe('forbidden');
    expect(await assignments.setDueDate({ id: assignmentId, actorId: instructor.id, dueAt })).toBe('changed');
    expect(await assignments.setDueDate({ id: assignmentId, actorId: instructor.id, dueAt: null })).toBe('changed');
    expect(await listAudit({ subject: `assignment:${assignmentId}` })).toMatchObject([
      { before: { dueAt: dueAt.toISOString() }, after: { dueAt: null } },
      { before: { dueAt: null }, after: { dueAt: dueAt.toISOString() } },
      { action: 'assignment.create', after: { classId: id } },
    ]);
    await assignments.release({ id: assignmentId, actorId: instructor.id });
    expect(await assignments.setDueDate({ id: assignmentId, actorId: instructor.id, dueAt })).toBe('released');
  });

  test('marks are not released while somebody works; released once, however often', async () => {
    await open();
    const { instructor, grader, lea, lou, assignmentId, id } = await newClassroom();
    const release = (actorId = instructor.id) => assignments.release({ id: assignmentId, actorId });
    await handedIn(lea, assignmentId);
    await create({
      userId: lou.id,
      quizSlug: 'first',
      contentHash: 'quiz-hash-1',
      seed: 's',
      engine: '1',
      assignmentId,
    });
    expect(await release()).toEqual({ open: 1 });
    expect(await actions()).not.toContain('assignment.release');
    expect(await release(grader.id)).toBe('forbidden');
    expect(await release(lea.id)).toBe('forbidden');
    const counts = (await assignments.countWork(id)).get(assignmentId);
    expect(counts).toEqual({ started: 2, submitted: 1, toMark: 2 });

    const other = await newClassroom();
    await handedIn(other.lea, other.assignmentId);
    const twice = await Promise.all(
      [1, 2, 3].map(() => assignments.release({ id: other.assignmentId, actorId: other.instructor.id })),
    );
    expect(twice).toEqual(Array(3).fill({ unmarked: 2 }));
    expect((await actions()).filter((action) => action === 'assignment.release')).toHaveLength(1);
  });

  test('overdue work is found in the classes that one grades', async () => {
    const { prisma } = await open();
    const due = new Date(Date.now() + hour);
    const { id, instructor, grader, lea, assignmentId } = await newClassroom({ dueAt: due });
    await create({
      userId: lea.id,
      quizSlug: 'first',
      contentHash: 'quiz-hash-1',
      seed: 's',
      engine: '1',
      assignmentId,
    });
    expect(await assignments.overdueClassesOf(grader.id, new Date())).toEqual([]);
    const later = new Date(Date.now() + 2 * hour);
    expect(await assignments.overdueClassesOf(grader.id, later)).toEqual([id]);
    expect(await assignments.overdueClassesOf(instructor.id, later)).toEqual([id]);
    expect(await assignments.overdueClassesOf(lea.id, later)).toEqual([]);
    await prisma.quizAttempt.updateMany({ data: { submittedAt: new Date() } });
    expect(await assignments.overdueClassesOf(grader.id, later)).toEqual([]);
  });

  test('a list of work has one’s own attempt, and a gradebook everybody’s', async () => {
    await open();
    const { id, lea, lou, grader, assignmentId } = await newClassroom();
    const { attemptId } = await handedIn(lea, assignmentId);
    const [mine] = await assignments.listAssignments(id, lea.id);
    expect(mine).toMatchObject({ id: assignmentId, own: { attemptId, points: 1.5, maxPoints: 10 } });
    expect(mine?.own?.submittedAt).toBeInstanceOf(Date);
    for (const { id: userId } of [lou, grader])
      expect((await assignments.listAssignments(id, userId))[0]?.own).toBeUndefined();
    expect(await assignments.listGrades(id)).toEqual([
      { attemptId, assignmentId, userId: lea.id, submittedAt: expect.any(Date), points: 1.5, unmarked: 2 },
    ]);
  });
}
