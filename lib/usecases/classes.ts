import 'server-only';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Name } from '@/lib/auth/fields';
import { take } from '@/lib/auth/limits';
import { refuse } from '@/lib/auth/user-error';
import { countWork, listAssignments } from '@/lib/db/assignments';
import * as classes from '@/lib/db/classes';
import { LastInstructor } from '@/lib/db/errors';
import { giveBack, type RateLimit } from '@/lib/db/rate-limits';
import type { User } from '@/lib/db/users';
import { classCode, formatCode, normaliseCode } from '@/lib/grading/class-code';
import { formerMember } from '@/lib/grading/mark-view';
import { type AssignmentView, ClassRole, type ClassSummary, type ClassView } from '@/lib/grading/views';
import { closeOverdue } from './quiz-closing';
import { quizVersion } from './quiz-versions';

export const ClassId = z.uuid({ error: 'This is not the id of a class.' });

export const GetClass = z.strictObject({ id: ClassId });
export const CreateClass = z.strictObject({ name: Name });
export const JoinClass = z.strictObject({ code: z.string().max(100, 'A code has 16 letters and digits.') });
export const RenewCode = z.strictObject({ classId: ClassId });
export const SetClassRole = z.strictObject({ classId: ClassId, userId: z.string().max(100), role: ClassRole });

/** Wrong codes; right ones are given back. An address is a school's: a class of 300 may ask at once before one is given back. */
const wrongCodes = {
  person: { name: 'class-code-person', points: 20, durationSeconds: 3_600 },
  address: { name: 'class-code-address', points: 600, durationSeconds: 3_600 },
} as const satisfies Record<string, RateLimit>;

/** One answer for a class that is absent and for one that the person is not in. */
export const noSuchClass = (): never => refuse('NotFound', 'You are in no class with this id.');
export const onlyInstructors = (): never => refuse('Forbidden', 'Only instructors of this class may do this.');

const newCode = () => classCode(randomBytes(16));

/** The classes that a person is in, by name. */
export const listClasses = (user: User): Promise<ClassSummary[]> => classes.listClasses(user.id);

/** A class as its people may see it: learners their own work, graders the people too, instructors addresses and the code. */
export async function getClass(user: User, { id }: z.output<typeof GetClass>): Promise<ClassView> {
  const { code, ...found } = (await classes.findClass(id, user.id)) ?? noSuchClass();
  await closeOverdue({ classId: id });
  const teaches = found.role !== 'learner';
  const [assignments, people, counts] = await Promise.all([
    listAssignments(id, user.id),
    teaches ? classes.listPeople(id) : undefined,
    teaches ? countWork(id) : undefined,
  ]);
  const learners = people?.filter(({ role }) => role === 'learner').length ?? 0;
  const none = { started: 0, submitted: 0, toMark: 0 };
  return {
    ...found,
    ...(code !== undefined && { code: formatCode(code) }),
    assignments: await Promise.all(
      assignments.map(async (row) => ({
        ...(await assignmentView(row)),
        ...(counts && { counts: { learners, ...(counts.get(row.id) ?? none) } }),
      })),
    ),
    ...(people && {
      people: people.map(({ userId, name, email, role, joinedAt }) => ({
        userId,
        name: name ?? formerMember,
        ...(found.role === 'instructor' && email !== null && { email }),
        role,
        joinedAt: joinedAt.toISOString(),
      })),
    }),
  };
}

type AssignmentRow = Awaited<ReturnType<typeof listAssignments>>[number];

async function assignmentView(row: AssignmentRow): Promise<AssignmentView> {
  const { id, quizSlug, contentHash, dueAt, releasedAt, own } = row;
  return {
    id,
    quizSlug,
    title: (await quizVersion(contentHash)).title,
    ...(dueAt && { dueAt: dueAt.toISOString() }),
    ...(releasedAt && { releasedAt: releasedAt.toISOString() }),
    ...(own && {
      own: {
        attemptId: own.attemptId,
        state: own.submittedAt ? ('submitted' as const) : ('open' as const),
        ...(own.submittedAt && { submittedAt: own.submittedAt.toISOString() }),
        ...(releasedAt && own.points !== null && { points: own.points }),
        ...(releasedAt && own.maxPoints !== null && { maxPoints: own.maxPoints }),
      },
    }),
  };
}

/** Make a class and be its instructor. */
export async function createClass(user: User, { name }: z.output<typeof CreateClass>): Promise<{ id: string }> {
  if (!user.mayMakeClasses && user.role !== 'administrator') {
    refuse('Forbidden', 'Your account may not make classes. An administrator of this site can give you that right.');
  }
  return classes.createClass({ name, code: newCode(), userId: user.id });
}

/** Join the class of a code as a learner; whoever is in it already keeps their role. `address` is where the call comes from. */
export async function joinClass(
  user: User,
  { code: typed }: z.output<typeof JoinClass>,
  address: string,
): Promise<{ id: string; name: string }> {
  await take(wrongCodes.person, user.id);
  await take(wrongCodes.address, address);
  const code = normaliseCode(typed);
  const joined =
    (code && (await classes.joinClass(code, user.id))) ||
    refuse('NotFound', 'No class has this code. Compare it with what your instructor gave you.');
  await giveBack(wrongCodes.person, user.id);
  await giveBack(wrongCodes.address, address);
  return joined;
}

/** Another code for the class; whoever has only the old one cannot join any more. */
export async function renewCode(user: User, { classId }: z.output<typeof RenewCode>): Promise<{ code: string }> {
  if (!(await classes.findClass(classId, user.id))) noSuchClass();
  const code = newCode();
  if (!(await classes.renewCode({ classId, actorId: user.id, code }))) onlyInstructors();
  return { code: formatCode(code) };
}

/** Make a person of the class its learner, grader or instructor. */
export async function setClassRole(user: User, input: z.output<typeof SetClassRole>): Promise<void> {
  if (!(await classes.findClass(input.classId, user.id))) noSuchClass();
  try {
    const outcome = await classes.setClassRole({ ...input, actorId: user.id });
    if (outcome === 'forbidden') onlyInstructors();
    if (outcome === 'absent') refuse('NotFound', 'This person is not in the class.');
  } catch (error) {
    if (!(error instanceof LastInstructor)) throw error;
    refuse('Conflict', 'A class needs an instructor. Make somebody else one first.');
  }
}
