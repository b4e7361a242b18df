import { randomUUID } from 'node:crypto';
import { join as path } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { QuestionView } from '@/lib/quizzes/views';
import { someAnswer } from '../build/quiz-answers';
import { Browser } from './browser';
import { assigned, join } from './classroom';
import { signUp } from './people';
import { startServer } from './start-server';
import { query } from './stored';

const rounds = 20;
const writesEachRound = 30;
const savers = 4;
const submitters = 3;
const slug = 'interfaces-and-attachments';

/** One thing that is written again and again, each time on the version before. */
interface Writer {
  readonly browser: Browser;
  readonly kind: 'answer' | 'mark';
  readonly id: string;
  readonly to: string;
  /** What the newest acknowledged write stored, by version. */
  readonly acknowledged: Map<number, string>;
  version: number;
  /** Sent and not answered: done or not, it must end up done once. */
  unanswered: { body: { version: number }; said: string; key: string } | undefined;
}

test('kill -9 while answers are saved and graded, some gradings rolling back: none lost, none twice', async () => {
  let server = await startServer();
  const { folder } = server;
  const port = Number(new URL(server.url).port);
  const room = await assigned(server, slug);
  const { instructor } = room;

  const learners = await Promise.all(
    Array.from({ length: savers + submitters }, async (_, index) => {
      const browser = new Browser(server.url);
      await signUp(browser, `learner-${index}@example.org`, `Learner ${index}`);
      await join(browser, room.code);
      const started = await browser.post(`/api/v1/quizzes/${slug}/attempts`, { assignmentId: room.assignmentId });
      expect(started.status, started.text).toBe(201);
      const free = (started.json.questions as QuestionView[]).find(({ type }) => type === 'free');
      if (!free) throw new Error('the quiz has no free question');
      return { browser, attempt: started.json.id as string, free };
    }),
  );
  const writers: Writer[] = learners.slice(0, savers).map(({ browser, attempt, free }) => ({
    browser,
    kind: 'answer',
    id: attempt,
    to: `/api/v1/quiz-attempts/${attempt}/answers/${free.id}`,
    acknowledged: new Map(),
    version: 0,
    unanswered: undefined,
  }));
  for (const { browser, attempt, free } of learners.slice(savers)) {
    const to = `/api/v1/quiz-attempts/${attempt}/answers/${free.id}`;
    await browser.ask(to, { method: 'PUT', body: { answer: someAnswer(free), version: 0 } });
    expect((await browser.post(`/api/v1/quiz-attempts/${attempt}/submit`, {})).status).toBe(200);
  }
  const { items } = (await instructor.get('/api/v1/grading/queue')).json as { items: { answerId: string }[] };
  expect(items).toHaveLength(submitters);
  for (const { answerId } of items) {
    const to = `/api/v1/marks/${answerId}`;
    const about = { browser: instructor, kind: 'mark' as const, id: answerId, to };
    writers.push({ ...about, acknowledged: new Map(), version: 0, unanswered: undefined });
  }

  let acknowledged = 0;
  let rolledBack = 0;
  let cut = 0;
  let number = 0;
  for (let round = 0; round < rounds; round += 1) {
    const until = acknowledged + writesEachRound;
    await Promise.all(
      writers.map(async (writer) => {
        while (acknowledged < until) {
          number += 1;
          // Every other grading is one that lost: it has begun its transaction, and must leave nothing.
          if (writer.kind === 'mark' && writer.version > 0 && number % 2 === 0) {
            const stale = await writer.browser
              .ask(writer.to, { method: 'PUT', body: mark(number, 0), headers: { 'idempotency-key': randomUUID() } })
              .catch(() => undefined);
            if (!stale) break;
            expect(stale.status, stale.text).toBe(409);
            rolledBack += 1;
          }
          const body = writer.kind === 'mark' ? mark(number, writer.version) : answer(number, writer.version);
          if (!(await send(writer, body))) break;
          acknowledged += 1;
          // The others are in the middle of theirs.
          if (acknowledged === until) server.process.kill('SIGKILL');
        }
      }),
    );
    await server.stop('SIGKILL');
    expect(integrity(folder)).toBe('ok');
    server = await startServer({ folder, port });
    for (const writer of writers) {
      if (!writer.unanswered) continue;
      const { body, key } = writer.unanswered;
      expect(await send(writer, body, key), 'what was not answered is sent again').toBe(true);
      acknowledged += 1;
      cut += 1;
    }
    for (const writer of writers) compare(folder, writer);
  }
  expect(acknowledged).toBeGreaterThanOrEqual(500);
  expect(cut, 'writes were cut off by the kill').toBeGreaterThan(0);
  expect(rolledBack, 'gradings were rolled back').toBeGreaterThan(50);
  await server.stop();
}, 600_000);

const answer = (n: number, version: number) => ({ answer: `text ${n}`, version });
const mark = (n: number, version: number) => ({
  rubric: {},
  points: n % 5,
  comment: `comment ${n}`,
  version,
});

async function send(writer: Writer, body: { version: number }, key: string = randomUUID()): Promise<boolean> {
  const said = 'answer' in body ? JSON.stringify(body.answer) : 'comment' in body ? String(body.comment) : '';
  writer.unanswered = { body, said, key };
  const reply = await writer.browser
    .ask(writer.to, { method: 'PUT', body, headers: { 'idempotency-key': key } })
    .catch(() => undefined);
  if (!reply) return false;
  expect(reply.status, reply.text).toBe(200);
  expect(reply.json.version, 'each write is one version').toBe(body.version + 1);
  writer.version = reply.json.version;
  writer.acknowledged.set(writer.version, said);
  writer.unanswered = undefined;
  return true;
}

/** The newest answer, and every mark, are those that were acknowledged, and there is none besides. */
function compare(folder: string, writer: Writer): void {
  if (writer.version === 0) return;
  if (writer.kind === 'answer') {
    const rows = query<{ version: number; answer: string }>(
      folder,
      'SELECT "version", "answer" FROM "QuizAnswer" WHERE "attemptId" = ?',
      writer.id,
    );
    expect(rows).toEqual([{ version: writer.version, answer: writer.acknowledged.get(writer.version) }]);
    return;
  }
  const rows = query<{ version: number; comment: string }>(
    folder,
    'SELECT "version", "comment" FROM "Mark" WHERE "answerId" = ? ORDER BY "version"',
    writer.id,
  );
  expect(Object.fromEntries(rows.map(({ version, comment }) => [version, comment]))).toEqual(
    Object.fromEntries(writer.acknowledged),
  );
  const [held] = query<{ markVersion: number }>(
    folder,
    'SELECT "markVersion" FROM "QuizAnswer" WHERE "id" = ?',
    writer.id,
  );
  expect(held?.markVersion).toBe(writer.version);
  const [audited] = query<{ count: number }>(
    folder,
    `SELECT COUNT(*) AS count FROM "AuditEvent" WHERE "subject" LIKE '%' || ?`,
    writer.id,
  );
  expect(audited?.count, 'each mark is in the audit log once').toBe(writer.version);
}

function integrity(folder: string): unknown {
  const db = new Sqlite(path(folder, 'patchbay.db'));
  try {
    return db.pragma('integrity_check', { simple: true });
  } finally {
    db.close();
  }
}
