import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadQuizzes } from '@/lib/content/quizzes';
import { createAssignment, listAssignments } from '@/lib/db/assignments';
import { closeDatabase, database } from '@/lib/db/database';
import { createAccount, type User } from '@/lib/db/users';
import { ClassView, Gradebook } from '@/lib/grading/views';
import { assignQuiz, changeDueDate, releaseMarks } from '@/lib/usecases/assignments';
import { createClass, getClass, joinClass, listClasses, renewCode, setClassRole } from '@/lib/usecases/classes';
import { gradebook } from '@/lib/usecases/gradebook';
import { getAnswerToGrade, gradingQueue, putMark } from '@/lib/usecases/grading';
import { startQuizAttempt, submitQuizAttempt } from '@/lib/usecases/quiz-attempts';
import { countStatements, freshDatabase } from '../db/databases';
import { handedIn, newPerson } from '../db/suites/classroom';
import { anAddress, freeHash, newClass, storeFreeQuiz } from './class-of';

const once = () => undefined;
const absent = '00000000-0000-4000-8000-000000000000';
let slug: string;

beforeAll(async () => {
  await freshDatabase();
  await storeFreeQuiz();
  [slug = ''] = (await loadQuizzes()).keys();
});
afterAll(closeDatabase);

const refusal = (code: string, message: RegExp | string = /./) => ({ code, message: expect.stringMatching(message) });
const free = async (classId: string, by: User, dueAt: Date | null = null): Promise<string> => {
  const set = { classId, actorId: by.id, quizSlug: 'two-texts', contentHash: freeHash, dueAt };
  const made = await createAssignment(set);
  if (typeof made === 'string') throw new Error(made);
  return made.id;
};

test('classes are made by whoever has the right to', async () => {
  const plain = await newPerson('Plain');
  await expect(createClass(plain, { name: 'Mine' })).rejects.toMatchObject(refusal('Forbidden', 'administrator'));
  const root = await createAccount({
    name: 'Root',
    email: 'root@example.org',
    passwordHash: 'h',
    role: 'administrator',
  });
  const { id } = await createClass(root, { name: 'Theirs' });
  const view = await getClass(root, { id });
  expect(view).toMatchObject({
    id,
    name: 'Theirs',
    role: 'instructor',
    assignments: [],
    people: [{ email: 'root@example.org' }],
  });
  expect(view.code).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
  expect(ClassView.parse(view)).toEqual(view);
});

test('joining by code, however it is typed; a code guessed a hundred times is refused after twenty', async () => {
  const { id, instructor } = await newClass();
  const code = (await getClass(instructor, { id })).code ?? '';
  const [eve, lea, mo] = [await newPerson('Eve'), await newPerson('Lea'), await newPerson('Mo')];
  const school = anAddress();
  const tries: string[] = [];
  for (let number = 0; number < 100; number += 1)
    await joinClass(eve, { code: String(number).padStart(16, '0') }, school).catch((error) => tries.push(error.code));
  expect(tries).toEqual([...Array(20).fill('NotFound'), ...Array(80).fill('TooManyRequests')]);
  await expect(joinClass(eve, { code }, school)).rejects.toMatchObject({
    code: 'TooManyRequests',
    details: { retryAfterSeconds: expect.any(Number) },
  });
  expect(await joinClass(lea, { code: code.toLowerCase().replaceAll('-', ' ') }, school)).toEqual({
    id,
    name: 'Networks',
  });
  for (let again = 0; again < 30; again += 1) await joinClass(mo, { code }, school);
  expect(await listClasses(mo)).toEqual([{ id, name: 'Networks', role: 'learner', assignments: 0 }]);
  expect(await listClasses(eve)).toEqual([]);
  await expect(joinClass(mo, { code: 'ABCD' }, school)).rejects.toMatchObject(
    refusal('NotFound', 'No class has this code'),
  );
});

test('a class of 300 behind one address joins at once, and strangers there use up the address', async () => {
  const { id, instructor } = await newClass();
  const code = (await getClass(instructor, { id })).code ?? '';
  const people = await Promise.all(Array.from({ length: 300 }, () => newPerson('L')));
  const school = anAddress();
  await Promise.all(people.map((person) => joinClass(person, { code }, school)));
  expect((await getClass(instructor, { id })).people).toHaveLength(301);
  const { prisma } = await database();
  const counter = { key: { endsWith: `:${school}` } };
  expect(await prisma.rateLimiterFlexible.findMany({ where: counter }), 'right codes are given back').toMatchObject([
    { points: 0 },
  ]);
  await prisma.rateLimiterFlexible.updateMany({ where: counter, data: { points: 600 } });
  const fresh = people.at(-1) ?? instructor;
  await expect(joinClass(fresh, { code: 'x' }, school)).rejects.toMatchObject(refusal('TooManyRequests'));
  await expect(joinClass(fresh, { code: 'x' }, anAddress())).rejects.toMatchObject(refusal('NotFound'));
}, 120_000);

describe('what is another class’s', () => {
  const due = { dueAt: '', none: 'on', zone: '' } as const;
  const calls: Record<
    string,
    (user: User, ids: { id: string; assignmentId: string; answerId: string; userId: string }) => Promise<unknown>
  > = {
    getClass: (user, { id }) => getClass(user, { id }),
    gradebook: (user, { id }) => gradebook(user, { id }),
    renewCode: (user, { id }) => renewCode(user, { classId: id }),
    setClassRole: (user, { id, userId }) => setClassRole(user, { classId: id, userId, role: 'grader' }),
    assignQuiz: (user, { id }) => assignQuiz(user, { classId: id, quizSlug: slug, ...due }),
    changeDueDate: (user, { assignmentId }) => changeDueDate(user, { assignmentId, ...due }),
    releaseMarks: (user, { assignmentId }) => releaseMarks(user, { assignmentId }),
    getAnswerToGrade: (user, { answerId }) => getAnswerToGrade(user, { id: answerId }),
    putMark: (user, { answerId }) => putMark(user, { answerId, rubric: {}, points: 0, comment: '', version: 0 }, once),
  };
  /** All rows that a call could change. */
  const rows = async () => {
    const { prisma } = await database();
    return Promise.all([
      prisma.class.findMany(),
      prisma.enrolment.findMany(),
      prisma.assignment.findMany(),
      prisma.quizAttempt.findMany(),
      prisma.quizAnswer.findMany(),
      prisma.mark.findMany(),
      prisma.auditEvent.count(),
    ]);
  };
  /** What each of them may do in a class of their own. */
  const allowed: Record<string, string[]> = {
    learner: ['getClass'],
    grader: ['getClass', 'gradebook', 'getAnswerToGrade', 'putMark'],
  };

  test('is answered as what is not there, and nothing changes', async () => {
    const [mine, other] = [await newClass('Mine'), await newClass('Other')];
    const people = {
      nobody: await newPerson('Eve'),
      administrator: await createAccount({
        name: 'Root',
        email: 'r2@example.org',
        passwordHash: 'h',
        role: 'administrator',
      }),
      learner: await other.join(await newPerson('Lou')),
      grader: await other.join(await newPerson('Greg'), 'grader'),
      instructor: other.instructor,
    };
    const lea = await mine.join(await newPerson('Lea'));
    const assignmentId = await free(mine.id, mine.instructor);
    const { answer } = await handedIn(lea, assignmentId, { quizSlug: 'two-texts', contentHash: freeHash });
    const ids = { id: mine.id, assignmentId, answerId: answer('free-1'), userId: lea.id };
    const before = await rows();
    for (const [name, call] of Object.entries(calls)) {
      for (const [who, user] of Object.entries(people)) {
        const none = await call(user, { id: absent, assignmentId: absent, answerId: absent, userId: absent }).catch(
          (error) => error,
        );
        expect(none, `${who} calls ${name} of nothing`).toMatchObject(refusal('NotFound'));
        const refused = await call(user, ids).catch((error) => error);
        expect(refused, `${who} calls ${name}`).toEqual(none);
      }
    }
    expect(await gradingQueue(other.instructor)).toEqual({ toMark: 0, items: [] });
    // A person of one class under the other, by whom each is taught.
    await expect(
      setClassRole(other.instructor, { classId: other.id, userId: lea.id, role: 'grader' }),
    ).rejects.toMatchObject(refusal('NotFound', 'not in the class'));
    expect(await rows()).toEqual(before);
  });

  test('and in one’s own class each role does its part, no more', async () => {
    const { id, instructor, join } = await newClass();
    const people: Record<string, User> = {
      learner: await join(await newPerson('Lea')),
      grader: await join(await newPerson('Grace'), 'grader'),
    };
    const lou = await join(await newPerson('Lou'));
    const assignmentId = await free(id, instructor);
    const { answer } = await handedIn(lou, assignmentId, { quizSlug: 'two-texts', contentHash: freeHash });
    const ids = { id, assignmentId, answerId: answer('free-1'), userId: lou.id };
    for (const [role, user] of Object.entries(people)) {
      for (const [name, call] of Object.entries(calls)) {
        const outcome = await call(user, ids).then(
          () => 'done',
          (error) => error.code,
        );
        const refused = name === 'getAnswerToGrade' || name === 'putMark' ? 'NotFound' : 'Forbidden';
        expect(outcome, `${role} calls ${name}`).toBe(allowed[role]?.includes(name) ? 'done' : refused);
      }
    }
    for (const [name, call] of Object.entries(calls)) if (name !== 'putMark') await call(instructor, ids);
  });
});

test('learners see themselves, graders the people, instructors their addresses and the code', async () => {
  const { id, instructor, join } = await newClass();
  const lea = await join(await newPerson('Lea'));
  const lou = await join(await newPerson('Lou'));
  const grace = await join(await newPerson('Grace'), 'grader');
  const assignmentId = await free(id, instructor);
  const { attemptId } = await handedIn(lea, assignmentId, { quizSlug: 'two-texts', contentHash: freeHash });

  const learners = await getClass(lou, { id });
  expect(learners).toEqual({
    id,
    name: 'Networks',
    role: 'learner',
    assignments: [{ id: assignmentId, quizSlug: 'two-texts', title: 'Two texts' }],
  });
  const own = await getClass(lea, { id });
  expect(own.assignments[0]?.own).toEqual({ attemptId, state: 'submitted', submittedAt: expect.any(String) });
  expect(JSON.stringify([learners, own])).not.toMatch(/Grace|example\.org/);

  const graders = await getClass(grace, { id });
  expect(graders.people?.map(({ name, role }) => `${name} ${role}`)).toEqual([
    'Iris instructor',
    'Lea learner',
    'Lou learner',
    'Grace grader',
  ]);
  expect(graders.assignments[0]?.counts).toEqual({ learners: 2, started: 1, submitted: 1, toMark: 2 });
  expect(JSON.stringify([graders, await gradebook(grace, { id })])).not.toContain('example.org');
  expect(graders.code).toBeUndefined();

  const instructors = await getClass(instructor, { id });
  expect(instructors.people?.[1]).toMatchObject({ userId: lea.id, email: lea.email });
  expect(instructors.code).toBeDefined();

  await releaseMarks(instructor, { assignmentId });
  expect((await getClass(lea, { id })).assignments[0]).toMatchObject({
    releasedAt: expect.any(String),
    own: { points: 1.5, maxPoints: 10 },
  });
});

test('a code is renewed, and only the new one lets in', async () => {
  const { id, instructor } = await newClass();
  const old = (await getClass(instructor, { id })).code ?? '';
  const { code } = await renewCode(instructor, { classId: id });
  expect((await getClass(instructor, { id })).code).toBe(code);
  const late = await newPerson('Late');
  await expect(joinClass(late, { code: old }, anAddress())).rejects.toMatchObject(refusal('NotFound'));
  expect(await joinClass(late, { code }, anAddress())).toMatchObject({ id });
});

test('a sole instructor cannot step down, and who is demoted can do nothing more', async () => {
  const { id, instructor, join } = await newClass();
  const grace = await join(await newPerson('Grace'), 'grader');
  const assignmentId = await free(id, instructor);
  const { answer } = await handedIn(await join(await newPerson('Lea')), assignmentId, {
    quizSlug: 'two-texts',
    contentHash: freeHash,
  });
  const answerId = answer('free-1');
  await expect(setClassRole(instructor, { classId: id, userId: instructor.id, role: 'grader' })).rejects.toMatchObject(
    refusal('Conflict', 'needs an instructor'),
  );
  expect((await gradingQueue(grace)).toMark).toBe(2);
  await setClassRole(instructor, { classId: id, userId: grace.id, role: 'learner' });
  expect(await gradingQueue(grace)).toEqual({ toMark: 0, items: [] });
  await expect(getAnswerToGrade(grace, { id: answerId })).rejects.toMatchObject(refusal('NotFound'));
  await expect(gradebook(grace, { id })).rejects.toMatchObject(refusal('Forbidden'));
  await expect(
    putMark(grace, { answerId, rubric: {}, points: 1, comment: '', version: 0 }, once),
  ).rejects.toMatchObject(refusal('NotFound'));
  await setClassRole(instructor, { classId: id, userId: grace.id, role: 'instructor' });
  await setClassRole(grace, { classId: id, userId: instructor.id, role: 'learner' });
  await expect(renewCode(instructor, { classId: id })).rejects.toMatchObject(refusal('Forbidden', 'Only instructors'));
});

test('a quiz is set in the version it has now, until a moment to come', async () => {
  const { id, instructor } = await newClass();
  const set = (dueAt: string, zone = '', quizSlug = slug) =>
    assignQuiz(instructor, { classId: id, quizSlug, dueAt, zone });
  const year = new Date().getUTCFullYear();
  await expect(set('', '', 'no-such-quiz')).rejects.toMatchObject(refusal('NotFound', 'no quiz'));
  const issue = (path: string) => ({
    code: 'InvalidInput',
    details: { issues: [{ path, message: expect.any(String) }] },
  });
  await expect(set('2020-01-01T10:00')).rejects.toMatchObject(issue('dueAt'));
  await expect(set(new Date().toISOString().slice(0, 16)), 'this minute').rejects.toMatchObject(issue('dueAt'));
  await expect(set(`${year + 1}-02-30T10:00`)).rejects.toMatchObject(issue('dueAt'));
  await expect(set('soon')).rejects.toMatchObject(issue('dueAt'));
  await expect(set(''), 'a field left half filled in').rejects.toMatchObject(issue('dueAt'));
  for (const far of [year + 6, 9999]) {
    await expect(set(`${far}-01-01T10:00`), String(far)).rejects.toMatchObject(issue('dueAt'));
  }
  await expect(set(`${year + 1}-01-01T10:00`, 'Mars/Olympus')).rejects.toMatchObject(issue('zone'));
  expect((await getClass(instructor, { id })).assignments).toEqual([]);

  const made = await set(`${year + 1}-07-01T10:00`, 'Europe/Vienna');
  expect((await getClass(instructor, { id })).assignments).toMatchObject([
    { id: made.id, quizSlug: slug, dueAt: `${year + 1}-07-01T08:00:00.000Z` },
  ]);
  const [stored] = await listAssignments(id, instructor.id);
  expect(stored?.contentHash).toMatch(/^[0-9a-f]{64}$/);
  await expect(set(`${year + 1}-07-01T10:00`)).rejects.toMatchObject(refusal('Conflict', 'set to this class already'));
  const later = { assignmentId: made.id, dueAt: `${year + 2}-01-01T10:00`, zone: '' };
  const held = [{ dueAt: `${year + 2}-01-01T10:00:00.000Z` }];
  await changeDueDate(instructor, later);
  expect((await getClass(instructor, { id })).assignments).toMatchObject(held);
  const past = { assignmentId: made.id, dueAt: '2021-01-01T10:00', zone: '' };
  await expect(changeDueDate(instructor, past)).rejects.toMatchObject(issue('dueAt'));
  const emptied = { assignmentId: made.id, dueAt: '', zone: '' };
  await expect(changeDueDate(instructor, emptied), 'emptied by a slip').rejects.toMatchObject(issue('dueAt'));
  expect((await getClass(instructor, { id })).assignments).toMatchObject(held);
  await changeDueDate(instructor, { ...emptied, none: 'on' });
  expect((await getClass(instructor, { id })).assignments[0]).not.toHaveProperty('dueAt');
  await releaseMarks(instructor, { assignmentId: made.id });
  await expect(changeDueDate(instructor, later)).rejects.toMatchObject(refusal('Conflict', 'released'));
  await assignQuiz(instructor, { classId: id, quizSlug: slug, dueAt: '', none: 'on', zone: '' });
});

test('marks are not released while somebody works; what is overdue is handed in', async () => {
  const { id, instructor, join } = await newClass();
  const [lea, lou] = [await join(await newPerson('Lea')), await join(await newPerson('Lou'))];
  const set = { classId: id, quizSlug: slug, dueAt: '', none: 'on', zone: '' } as const;
  const { id: assignmentId } = await assignQuiz(instructor, set);
  const start = async (user: User) => (await startQuizAttempt(user, { slug, assignmentId }, once, new Date())).id;
  const done = await start(lea);
  await submitQuizAttempt(lea, { id: done }, new Date());
  await start(lou);
  const release = () => releaseMarks(instructor, { assignmentId });
  await expect(release()).rejects.toMatchObject(refusal('Conflict', 'One learner still works on it. Set a due date'));
  const dueAt = `${new Date().getUTCFullYear() + 2}-01-01T00:00`;
  await changeDueDate(instructor, { assignmentId, dueAt, zone: '' });
  await expect(release()).rejects.toMatchObject(refusal('Conflict', 'Wait for the due date'));
  const { prisma } = await database();
  const due = (secondsAgo: number) =>
    prisma.assignment.updateMany({
      where: { id: assignmentId },
      data: { dueAt: new Date(Date.now() - secondsAgo * 1000) },
    });
  await due(5);
  await expect(release()).rejects.toMatchObject(refusal('Conflict', 'within a minute'));
  await due(300);
  expect(await release()).toEqual({ unmarked: 0 });
  expect(await release(), 'again').toEqual({ unmarked: 0 });
  expect((await gradebook(instructor, { id })).learners.map(({ grades }) => grades[0]?.state)).toEqual([
    'submitted',
    'submitted',
  ]);
});

/** So many learners; every second one has handed in two free answers. */
async function crowd(classId: string, assignmentId: string, learners: number): Promise<void> {
  const { prisma } = await database();
  const people = Array.from({ length: learners }, (_, number) => ({ number, id: crypto.randomUUID() }));
  const work = people.filter(({ number }) => number % 2).map(({ id }) => ({ userId: id, id: crypto.randomUUID() }));
  const attempt = {
    assignmentId,
    quizSlug: 'two-texts',
    contentHash: freeHash,
    seed: 's',
    engine: '1',
    points: 1,
    unmarked: 2,
  };
  await prisma.user.createMany({ data: people.map(({ id, number }) => ({ id, kind: 'account', name: `L${number}` })) });
  await prisma.enrolment.createMany({ data: people.map(({ id }) => ({ classId, userId: id, role: 'learner' })) });
  await prisma.quizAttempt.createMany({ data: work.map((own) => ({ ...own, ...attempt, submittedAt: new Date() })) });
  await prisma.quizAnswer.createMany({
    data: work.flatMap(({ id }) =>
      ['free-1', 'free-2'].map((questionId) => ({
        id: crypto.randomUUID(),
        attemptId: id,
        questionId,
        version: 1,
        answer: '"x"',
      })),
    ),
  });
}

test('the queue, the gradebook and the class cost the same for 300 learners as for three', async () => {
  const cost = async (learners: number) => {
    const { id, instructor } = await newClass(`Of ${learners}`);
    const assignmentId = await free(id, instructor, new Date(Date.now() + 3_600_000));
    await crowd(id, assignmentId, learners);
    const queue = await countStatements(() => gradingQueue(instructor));
    const book = await countStatements(() => gradebook(instructor, { id }));
    const view = await countStatements(() => getClass(instructor, { id }));
    expect(queue.result.toMark).toBe(2 * Math.floor(learners / 2));
    expect(book.result.learners).toHaveLength(learners);
    expect(Gradebook.parse(book.result)).toEqual(book.result);
    expect(view.result.people).toHaveLength(learners + 1);
    const [first] = queue.result.items;
    const answer = await countStatements(() => getAnswerToGrade(instructor, { id: first?.answerId ?? '' }));
    return [queue, book, view, answer].map(({ statements }) => statements.length);
  };
  const few = await cost(3);
  const many = await cost(300);
  expect(many).toEqual(few);
  for (const statements of many) expect(statements).toBeLessThanOrEqual(6);
}, 120_000);
