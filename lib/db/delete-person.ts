import 'server-only';
import { auditRow } from './audit';
import { database } from './database';
import type { Prisma } from './generated/sqlite/client';
import { lockClass } from './membership';
import { administratorsLock } from './users';

/** What stands in the way of a deletion; nothing was changed then. `classes` are names. */
export type Kept = { because: 'administrator' } | { because: 'instructor'; classes: string[] };

/**
 * Deletes what is stored on a person, in one transaction. A guest goes as a whole. Of an account a row without name, address and password
 * stays, so that what counts for others keeps a pseudonym: points under a class's assignment (without the texts of answers and
 * comments), marks given, the audit log. Classes with nobody else in them go. Undefined when it is done, again too; `Kept` when an
 * installation would be left without an administrator, or a class with people in it without an instructor.
 */
export async function deletePerson(id: string): Promise<Kept | undefined> {
  const { prisma, provider } = await database();
  return prisma.$transaction(async (tx) => {
    if (provider === 'postgresql') await tx.$executeRaw`SELECT pg_advisory_xact_lock(${administratorsLock})`;
    const person = await tx.user.findUnique({ where: { id, deletedAt: null } });
    if (!person) return undefined;
    if (person.kind === 'guest') {
      await tx.user.deleteMany({ where: { id } });
      await forgetTries(tx, [id]);
      return undefined;
    }
    const others = { role: 'administrator', kind: 'account', deletedAt: null, id: { not: id } };
    if (person.role === 'administrator' && (await tx.user.count({ where: others })) === 0) {
      return { because: 'administrator' as const };
    }
    const classes = await classesOf(tx, id);
    const kept = classes.filter(({ people, instructors }) => people > 0 && instructors === 0);
    if (kept.length > 0) return { because: 'instructor' as const, classes: kept.map(({ name }) => name) };

    await deleteClasses(
      tx,
      classes.filter(({ people }) => people === 0).map((each) => each.id),
    );
    await deleteWork(tx, id);
    await tx.user.updateMany({
      where: { id },
      data: {
        name: null,
        email: null,
        passwordHash: null,
        role: 'user',
        mayMakeClasses: false,
        theme: 'system',
        deletedAt: new Date(),
      },
    });
    await forgetTries(tx, [id, ...(person.email ? [person.email] : [])]);
    if (person.email) await strikeFromLog(tx, person.email);
    await tx.auditEvent.createMany({ data: auditRow({ actorId: id, action: 'user.delete', subject: `user:${id}` }) });
    return undefined;
  });
}

/** The classes where the person is an instructor, held until the end of the transaction, with who else is there. */
async function classesOf(tx: Prisma.TransactionClient, userId: string) {
  const mine = await tx.enrolment.findMany({
    where: { userId, role: 'instructor' },
    select: { classId: true, class: { select: { name: true } } },
    // Two who delete themselves at once lock in one order.
    orderBy: { classId: 'asc' },
  });
  const classes = [];
  for (const { classId, class: found } of mine) {
    await lockClass(tx, classId);
    const others = await tx.enrolment.findMany({
      where: { classId, userId: { not: userId }, user: { deletedAt: null } },
      select: { role: true },
    });
    const instructors = others.filter(({ role }) => role === 'instructor').length;
    classes.push({ id: classId, name: found.name, people: others.length, instructors });
  }
  return classes;
}

/** Nobody can see these classes any more, nor the work under them, whose people have left before. */
async function deleteClasses(tx: Prisma.TransactionClient, ids: string[]): Promise<void> {
  await tx.quizAttempt.deleteMany({ where: { assignment: { classId: { in: ids } } } });
  await tx.class.deleteMany({ where: { id: { in: ids } } });
}

async function deleteWork(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  const own = { where: { userId } };
  await tx.session.deleteMany(own);
  await tx.apiToken.deleteMany(own);
  await tx.labAttempt.deleteMany(own);
  await tx.lessonProgress.deleteMany(own);
  await tx.lessonAnswer.deleteMany(own);
  await tx.lessonBookmark.deleteMany(own);
  await tx.lessonNote.deleteMany(own);
  await tx.misconceptionSeen.deleteMany(own);
  await tx.idempotentAnswer.deleteMany(own);
  await tx.enrolment.deleteMany(own);
  // Practice, and work that was never handed in.
  await tx.quizAttempt.deleteMany({ where: { userId, OR: [{ assignmentId: null }, { submittedAt: null }] } });
  // Without their texts, answers that wait for a mark have nothing in them to mark.
  await tx.quizAttempt.updateMany({ ...own, data: { unmarked: 0 } });
  await tx.quizAnswer.updateMany({ where: { attempt: { userId } }, data: { answer: 'null' } });
  await tx.mark.updateMany({ where: { answer: { attempt: { userId } } }, data: { comment: '' } });
}

/** Counters of tries are kept under addresses and ids. */
async function forgetTries(tx: Prisma.TransactionClient, keys: string[]): Promise<void> {
  for (const key of keys) {
    await tx.$executeRaw`
      DELETE FROM "RateLimiterFlexible"
      WHERE "key" LIKE ${`%:${literal(key)}`} ESCAPE '!' OR "key" LIKE ${`%:${literal(key)}/%`} ESCAPE '!'`;
  }
}

/** The log keeps what was done; an address that somebody wrote into it, as a reason say, is struck out. */
async function strikeFromLog(tx: Prisma.TransactionClient, email: string): Promise<void> {
  const anywhere = `%${literal(email)}%`;
  await tx.$executeRaw`
    UPDATE "AuditEvent" SET "before" = REPLACE("before", ${email}, 'deleted'), "after" = REPLACE("after", ${email}, 'deleted'),
      "reason" = REPLACE("reason", ${email}, 'deleted')
    WHERE "before" LIKE ${anywhere} ESCAPE '!' OR "after" LIKE ${anywhere} ESCAPE '!' OR "reason" LIKE ${anywhere} ESCAPE '!'`;
}

/** For LIKE, with `!` as its escape. */
const literal = (text: string): string => text.replace(/[!%_]/g, '!$&');
