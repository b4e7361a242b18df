import 'server-only';
import { z } from 'zod';
import { refuse, UserError } from '@/lib/auth/user-error';
import { findQuiz, quizDocument } from '@/lib/content/quizzes';
import * as assignments from '@/lib/db/assignments';
import { findClass } from '@/lib/db/classes';
import { store } from '@/lib/db/content-versions';
import type { User } from '@/lib/db/users';
import { isTimeZone, momentOf } from '@/lib/grading/local-time';
import { ClassId, noSuchClass, onlyInstructors } from './classes';
import { closeOverdue } from './quiz-closing';

const AssignmentId = z.uuid({ error: 'This is not the id of an assignment.' });
/** The value of a datetime-local field. A browser sends nothing for one that is half filled in. */
const DueAt = z.string().max(30, 'Write a date and a time such as 2026-12-31T18:00.').default('');
/** An IANA name such as `Europe/Vienna`, filled in by script; without it the time is UTC. */
const Zone = z.string().max(60, 'This is no time zone.').default('');
/** A ticked box: no due date. Said on purpose, so that none is lost by a field that was left half filled in. */
const None = z.literal('on', 'Tick the box or leave it.').optional();
/** Further ahead is a slip of the keys, such as the year 9999. */
const yearsAhead = 5;

export const AssignQuiz = z.strictObject({
  classId: ClassId,
  quizSlug: z.string().max(100),
  dueAt: DueAt,
  none: None,
  zone: Zone,
});
export const ChangeDueDate = z.strictObject({ assignmentId: AssignmentId, dueAt: DueAt, none: None, zone: Zone });
export const ReleaseMarks = z.strictObject({ assignmentId: AssignmentId });

/** Set a quiz to a class, in the version it has now, until `dueAt`; without one it is open until its marks are released. */
export async function assignQuiz(user: User, input: z.output<typeof AssignQuiz>): Promise<{ id: string }> {
  const { classId, quizSlug } = input;
  const { role } = (await findClass(classId, user.id)) ?? noSuchClass();
  if (role !== 'instructor') onlyInstructors();
  const quiz = (await findQuiz(quizSlug)) ?? refuse('NotFound', `There is no quiz '${quizSlug}'.`);
  const version = quizDocument(quiz);
  const dueAt = momentSent(input);
  // A server stores its versions when it starts; while developing, content changes under it.
  await store([version]);
  const set = { classId, actorId: user.id, quizSlug, contentHash: version.hash, dueAt };
  const made = await assignments.createAssignment(set);
  if (made === 'forbidden') return onlyInstructors();
  if (made === 'open') {
    refuse('Conflict', `'${quiz.title}' is set to this class already. Release its marks before you set it again.`);
  }
  return made;
}

/** Move the due date of an assignment, or take it away. Attempts that the old one closed stay closed. */
export async function changeDueDate(user: User, input: z.output<typeof ChangeDueDate>): Promise<void> {
  await requireInstructor(user, input.assignmentId);
  const changed = await assignments.setDueDate({ id: input.assignmentId, actorId: user.id, dueAt: momentSent(input) });
  if (changed === 'forbidden') onlyInstructors();
  if (changed === 'released') {
    refuse('Conflict', 'The marks of this assignment are released, so nobody can work on it any more.');
  }
}

/**
 * Let the learners see their marks. Refused while some still work on it, because those who are done would see the key.
 * Again changes nothing.
 * @returns how many answers nobody has marked yet
 */
export async function releaseMarks(user: User, { assignmentId }: z.output<typeof ReleaseMarks>) {
  const { classId, dueAt } = await requireInstructor(user, assignmentId);
  await closeOverdue({ classId });
  const released = await assignments.release({ id: assignmentId, actorId: user.id });
  if (released === 'forbidden') return onlyInstructors();
  if ('unmarked' in released) return released;
  const { open } = released;
  const who = open === 1 ? 'One learner still works on it' : `${open} learners still work on it`;
  const what =
    dueAt && dueAt.getTime() <= Date.now()
      ? 'What they saved is handed in within a minute. Release the marks then.'
      : `${dueAt ? 'Wait for the due date or set an earlier one' : 'Set a due date'}; what they have saved then is handed in.`;
  return refuse('Conflict', `${who}. ${what}`);
}

async function requireInstructor(user: User, assignmentId: string) {
  const found =
    (await assignments.findAssignment(assignmentId, user.id)) ??
    refuse('NotFound', 'No class of yours has an assignment with this id.');
  return found.role === 'instructor' ? found : onlyInstructors();
}

/** The moment that a form's fields mean; null where that is `none`. Refuses what is no date, past, or years away. */
function momentSent({
  dueAt,
  none,
  zone,
}: Pick<z.output<typeof ChangeDueDate>, 'dueAt' | 'none' | 'zone'>): Date | null {
  if (none) return null;
  const wrong = (path: string, message: string) =>
    new UserError('InvalidInput', message, { issues: [{ path, message }] });
  if (dueAt.trim() === '') throw wrong('dueAt', 'Write the whole date and time, or tick “No due date”.');
  if (zone !== '' && !isTimeZone(zone)) throw wrong('zone', 'This is no time zone that the server knows.');
  const moment = momentOf(dueAt.trim(), zone || 'UTC');
  if (moment === undefined) throw wrong('dueAt', 'Write a date and a time such as 2026-12-31T18:00.');
  if (moment <= Date.now()) throw wrong('dueAt', 'This moment is past. Choose one that is to come.');
  const latest = new Date();
  latest.setUTCFullYear(latest.getUTCFullYear() + yearsAhead);
  if (moment > latest.getTime()) throw wrong('dueAt', `Choose a moment within the next ${yearsAhead} years.`);
  return new Date(moment);
}
