import { expect, test } from 'vitest';
import { list as listAudit } from '@/lib/db/audit';
import { setClassRole } from '@/lib/db/classes';
import { KeyTaken } from '@/lib/db/errors';
import { findAnswer, type Remember } from '@/lib/db/idempotency';
import * as marks from '@/lib/db/marks';
import type { User } from '@/lib/db/users';
import { countStatements, type Open } from '../databases';
import { handedIn, newClassroom, newPerson } from './classroom';

const sum = (points: number[]): number => points.reduce((total, each) => total + each, 0);

const put = (
  by: User,
  answerId: string,
  changes: Partial<Parameters<typeof marks.putMark>[0]> = {},
): ReturnType<typeof marks.putMark> =>
  marks.putMark({
    answerId,
    actorId: by.id,
    version: 0,
    points: 3,
    maxPoints: 4,
    rubric: { depth: 3 },
    comment: 'Good.',
    sum,
    ...changes,
  });

const keyed = (key: string): Remember<marks.Mark> => ({
  key,
  request: 'sha-256 of the request',
  answer: ({ version }) => ({ status: 200, body: JSON.stringify({ version }) }),
});

const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 12, minute));

export function marksSuite(open: Open): void {
  test('a mark comes back as it was given, with the sums of its attempt and a line in the log', async () => {
    await open();
    const { grader, lea, assignmentId } = await newClassroom();
    const { answer, load } = await handedIn(lea, assignmentId);
    const id = answer('free-1');
    const comment = `it's "said" \u{1F600}\n--`;
    const { result, statements } = await countStatements(() => put(grader, id, { comment, idempotency: keyed('k1') }));
    expect(result).toEqual({
      ok: true,
      mark: {
        answerId: id,
        version: 1,
        points: 3,
        maxPoints: 4,
        rubric: { depth: 3 },
        comment,
        markedBy: grader.id,
        markerName: 'Grace',
        markedAt: expect.any(Date),
      },
    });
    expect(statements.length).toBeLessThanOrEqual(10);
    expect(await load()).toMatchObject({ points: 4.5, unmarked: 1 });
    await put(grader, answer('free-2'), { points: 0.5 });
    expect(await load()).toMatchObject({ points: 5, unmarked: 0 });
    const [logged] = await listAudit({ subject: `answer:${id}` });
    expect(logged).toMatchObject({
      action: 'mark.put',
      actorId: grader.id,
      after: { version: 1, points: 3, rubric: { depth: 3 } },
    });
    expect(JSON.stringify(await listAudit())).not.toMatch(/writes|said/);
    expect(await findAnswer(grader.id, 'k1')).toMatchObject({ body: '{"version":1}' });
  });

  test('of twenty marks on one version exactly one wins, and the others get it and change nothing', async () => {
    const { prisma } = await open();
    const { instructor, grader, lea, assignmentId } = await newClassroom();
    const { answer, load } = await handedIn(lea, assignmentId);
    const id = answer('free-1');
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        put(index % 2 ? grader : instructor, id, {
          points: index / 5,
          comment: `${index}`,
          idempotency: keyed(`k${index}`),
        }),
      ),
    );
    const [won] = results.flatMap((result) => (result.ok ? [result.mark] : []));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap((result) => (result.ok ? [] : [result.current]))).toEqual(Array(19).fill(won));
    expect(await prisma.mark.findMany({ where: { answerId: id } })).toMatchObject([
      { version: 1, points: won?.points },
    ]);
    expect(await prisma.auditEvent.count({ where: { subject: `answer:${id}` } })).toBe(1);
    expect(await prisma.idempotentAnswer.count()).toBe(1);
    expect(await load()).toMatchObject({ points: 1.5 + (won?.points ?? 0), unmarked: 1 });
  });

  test('two graders on two answers of one attempt at once: the sums have both', async () => {
    await open();
    const { instructor, grader, lea, lou, assignmentId } = await newClassroom();
    for (const learner of [lea, lou]) {
      const { answer, load } = await handedIn(learner, assignmentId);
      await Promise.all([
        put(grader, answer('free-1'), { points: 4 }),
        put(instructor, answer('free-2'), { points: 2 }),
      ]);
      expect(await load()).toMatchObject({ points: 7.5, unmarked: 0 });
    }
  });

  test('a mark is never changed: another one is another version, and the first stays', async () => {
    await open();
    const { instructor, grader, lea, assignmentId } = await newClassroom();
    const { answer, load } = await handedIn(lea, assignmentId);
    const id = answer('free-1');
    await put(grader, id, { points: 4 });
    await put(instructor, id, { version: 1, points: 1, comment: 'Less.' });
    expect(await marks.listMarks(id)).toMatchObject([
      { version: 2, points: 1, comment: 'Less.', markerName: 'Iris' },
      { version: 1, points: 4, comment: 'Good.', markerName: 'Grace' },
    ]);
    const attempt = await load();
    expect(attempt).toMatchObject({ points: 2.5, unmarked: 1 });
    expect(attempt.answers.find((each) => each.id === id)?.mark).toMatchObject({ version: 2, points: 1 });
    const [logged] = await listAudit({ subject: `answer:${id}` });
    expect(logged).toMatchObject({ before: { version: 1, points: 4 }, after: { version: 2, points: 1 } });
  });

  test('the engine’s mark of a blank answer is overruled like any other', async () => {
    await open();
    const { grader, lea, assignmentId } = await newClassroom();
    const blank = [{ questionId: 'free-1', version: 0, points: 0, maxPoints: 4 }];
    const { answer, load } = await handedIn(lea, assignmentId, { marks: blank });
    const id = answer('free-1');
    expect(await put(grader, id)).toMatchObject({
      ok: false,
      current: { version: 1, markedBy: 'engine', markerName: null },
    });
    expect(await put(grader, id, { version: 1 })).toMatchObject({ ok: true, mark: { version: 2 } });
    expect(await load()).toMatchObject({ points: 3, unmarked: 0 });
  });

  test('a mark that is undone leaves nothing', async () => {
    const { prisma } = await open();
    const { grader, lea, assignmentId } = await newClassroom();
    const { answer, load } = await handedIn(lea, assignmentId);
    const before = await load();
    const events = await prisma.auditEvent.count();
    const failing = () => {
      throw new Error('no sum');
    };
    await expect(put(grader, answer('free-1'), { sum: failing })).rejects.toThrow('no sum');
    await put(grader, answer('free-2'), { idempotency: keyed('k1') });
    await expect(put(grader, answer('free-1'), { idempotency: keyed('k1') })).rejects.toBeInstanceOf(KeyTaken);
    await expect(put(grader, answer('free-2'), { idempotency: keyed('k1') })).rejects.toBeInstanceOf(KeyTaken);
    const after = await load();
    expect(after.answers.filter(({ questionId }) => questionId !== 'free-2')).toEqual(
      before.answers.filter(({ questionId }) => questionId !== 'free-2'),
    );
    expect(after).toMatchObject({ points: 4.5, unmarked: 1 });
    expect(await prisma.mark.count()).toBe(2);
    expect(await prisma.auditEvent.count()).toBe(events + 1);
  });

  test('gradings that fail while others are kept: none is lost, none stored twice', async () => {
    const { prisma } = await open();
    const { grader, assignmentId, join } = await newClassroom();
    const answers: string[] = [];
    for (let learner = 0; learner < 6; learner += 1) {
      const { answer } = await handedIn(await join(await newPerson('Learner')), assignmentId);
      answers.push(answer('free-1'), answer('free-2'));
    }
    const failing = () => {
      throw new Error('no sum');
    };
    const results = await Promise.allSettled(
      answers.flatMap((id) => [put(grader, id, { sum: failing }), put(grader, id), put(grader, id, { sum: failing })]),
    );
    const kept = results.filter((result) => result.status === 'fulfilled' && result.value.ok);
    expect(kept).toHaveLength(answers.length);
    expect(await prisma.mark.count({ where: { markedBy: grader.id } })).toBe(answers.length);
    expect(await prisma.quizAttempt.count({ where: { unmarked: 0, points: 7.5 } })).toBe(6);
  });

  test('who may mark what', async () => {
    const { prisma } = await open();
    const room = await newClassroom();
    const other = await newClassroom();
    const { instructor, grader, lea, lou, assignmentId, id: classId } = room;
    const work = (await handedIn(lea, assignmentId)).answer('free-1');
    const practice = (await handedIn(lea, undefined, { quizSlug: 'other' })).answer('free-1');
    const refused = { ok: false, current: undefined };
    const deny = async (by: User, id: string, why: string) => {
      expect(await marks.findAnswerToMark(id, by.id), why).toBeUndefined();
      expect(await put(by, id), why).toEqual(refused);
    };
    await deny(lea, work, 'her own, under an assignment');
    await deny(lou, work, 'a learner');
    await deny(other.instructor, work, 'an instructor of another class');
    await deny(other.grader, work, 'a grader of another class');
    for (const by of [instructor, grader, lou, other.instructor]) await deny(by, practice, 'practice is its writer’s');
    await deny(grader, 'nothing', 'no such answer');

    // One who works here and grades too does not grade herself.
    const own = (await handedIn(grader, assignmentId)).answer('free-1');
    await deny(grader, own, 'a grader’s own');
    expect(await put(instructor, own)).toMatchObject({ ok: true });

    expect(await marks.findAnswerToMark(work, grader.id)).toMatchObject({
      questionId: 'free-1',
      quizSlug: 'first',
      learner: 'Lea',
      markVersion: 0,
      answer: '"Lea writes free-1"',
      assignment: { id: assignmentId, classId, className: 'Networks', releasedAt: null },
    });
    expect(await marks.findAnswerToMark(practice, lea.id)).not.toHaveProperty('assignment');
    expect(await put(lea, practice)).toMatchObject({ ok: true, mark: { markedBy: lea.id } });
    expect(await listAudit({ subject: `answer:${practice}` }), 'what one does in practice is no event').toEqual([]);

    await setClassRole({ classId, actorId: instructor.id, userId: grader.id, role: 'learner' });
    await deny(grader, work, 'a grader no more');
    await prisma.quizAttempt.updateMany({ data: { submittedAt: null } });
    await deny(instructor, work, 'not handed in');
    await deny(lea, practice, 'not handed in');
  });

  test('the queue has what waits, oldest first, of the classes that one grades', async () => {
    const { prisma } = await open();
    const one = await newClassroom({ name: 'One' });
    const two = await newClassroom({ name: 'Two' });
    await two.join(one.grader, 'grader');
    const late = await handedIn(one.lea, one.assignmentId, { submittedAt: at(3) });
    const early = await handedIn(two.lea, two.assignmentId, { submittedAt: at(1) });
    await handedIn(two.lou, undefined, { quizSlug: 'other', submittedAt: at(2) });
    await handedIn(one.grader, one.assignmentId, { submittedAt: at(0) });
    const { result, statements } = await countStatements(() => marks.listQueue(one.grader.id, 100));
    expect(statements).toHaveLength(1);
    expect(result.toMark).toBe(4);
    expect(result.items.map(({ className, learner, submittedAt }) => [className, learner, submittedAt])).toEqual([
      ['Two', 'Lea', at(1)],
      ['Two', 'Lea', at(1)],
      ['One', 'Lea', at(3)],
      ['One', 'Lea', at(3)],
    ]);
    expect(await marks.listQueue(one.grader.id, 1)).toEqual({ toMark: 4, items: [result.items[0]] });
    expect((await marks.listQueue(two.grader.id, 100)).toMark).toBe(2);
    expect(await marks.listQueue(one.lea.id, 100)).toEqual({ toMark: 0, items: [] });

    const ids = result.items.map(({ answerId }) => answerId);
    const after = (index: number, submittedAt: Date) =>
      marks.queueAfter(one.grader.id, { answerId: ids[index] ?? '', submittedAt });
    expect(await after(0, at(1))).toEqual({ next: ids[1], left: 4 });
    expect(await after(1, at(1))).toEqual({ next: ids[2], left: 4 });
    expect(await after(3, at(3)), 'after the last the first').toEqual({ next: ids[0], left: 4 });
    for (const id of [early.answer('free-1'), early.answer('free-2'), late.answer('free-1')]) await put(one.grader, id);
    const last = late.answer('free-2');
    expect(await marks.queueAfter(one.grader.id, { answerId: last, submittedAt: at(3) })).toEqual({ left: 1 });
    await prisma.user.updateMany({ where: { id: one.lea.id }, data: { deletedAt: new Date() } });
    expect((await marks.listQueue(one.grader.id, 100)).items).toMatchObject([{ answerId: last, learner: null }]);
  });
}
