import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Browser } from './browser';
import { guest, run } from './people';
import { startServer } from './start-server';

const rounds = 20;
const commandsEachRound = 30;
const learners = 4;
/** A class waits no longer than this for its server: the one bound on a clock. */
const servingAgainWithinMs = 5_000;

interface Learner {
  readonly browser: Browser;
  readonly attempt: string;
  /** What the server said it had done, by position. */
  readonly acknowledged: Map<number, string>;
  /** Sent, and not answered: done or not, it must end up done once. */
  unanswered: { line: string; key: string } | undefined;
}

test('kill -9 while commands are sent: none lost, none twice', async () => {
  let server = await startServer();
  const { folder } = server;
  const port = Number(new URL(server.url).port);
  const people: Learner[] = await Promise.all(
    Array.from({ length: learners }, async () => {
      const { browser, attempt } = await guest(server.url);
      await run(browser, attempt, 'VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)');
      return { browser, attempt, acknowledged: new Map(), unanswered: undefined };
    }),
  );

  let acknowledged = 0;
  let number = 0;
  let cut = 0;
  const starts: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const until = acknowledged + commandsEachRound;
    await Promise.all(
      people.map(async (learner) => {
        while (acknowledged < until) {
          if (!(await send(learner, `aws ec2 create-tags --resources $VPC --tags Key=n,Value=${number++}`))) break;
          acknowledged += 1;
          // The others are in the middle of theirs.
          if (acknowledged === until) server.process.kill('SIGKILL');
        }
      }),
    );
    await server.stop('SIGKILL');
    expect(integrity(folder)).toBe('ok');

    const began = performance.now();
    server = await startServer({ folder, port });
    starts.push(performance.now() - began);
    for (const learner of people) {
      if (!learner.unanswered) continue;
      const { line, key } = learner.unanswered;
      expect(await send(learner, line, key), 'what was not answered is sent again').toBe(true);
      acknowledged += 1;
      cut += 1;
    }
    await Promise.all(people.map(compare));
  }

  expect(acknowledged).toBeGreaterThanOrEqual(500);
  expect(cut, 'commands were cut off by the kill').toBeGreaterThan(0);
  expect(Math.max(...starts)).toBeLessThan(servingAgainWithinMs);
  await server.stop();
});

/** Sends a line. @returns whether it was acknowledged; when not, it is remembered as unanswered */
async function send(learner: Learner, line: string, key: string = randomUUID()): Promise<boolean> {
  learner.unanswered = { line, key };
  const answer = await run(learner.browser, learner.attempt, line, { 'idempotency-key': key }).catch(() => undefined);
  if (answer === undefined) return false;
  expect(answer.status, answer.text).toBe(200);
  expect(answer.json).toMatchObject({ exitCode: 0, step: { text: line } });
  learner.acknowledged.set(answer.json.position, line);
  learner.unanswered = undefined;
  return true;
}

/** The log holds what was acknowledged, each at its place, and nothing else. */
async function compare({ browser, attempt, acknowledged }: Learner): Promise<void> {
  const { json } = await browser.get(`/api/v1/lab-attempts/${attempt}`);
  // The first step made the VPC.
  const steps: { seq: number; text: string }[] = json.steps.slice(1);
  expect(Object.fromEntries(steps.map(({ seq, text }) => [seq, text]))).toEqual(Object.fromEntries(acknowledged));
  expect(new Set(steps.map(({ text }) => text)).size, 'no line twice').toBe(steps.length);
  expect(json.path, 'and no branch').toHaveLength(steps.length + 1);
  const tags = await run(browser, attempt, 'aws ec2 describe-tags --query "Tags[?Key==\'n\'].Value" --output text');
  const last = steps.at(-1)?.text.replace(/.*Value=/, '') ?? '';
  expect(tags.json.stdout.trim(), 'the account is what the log says').toBe(last);
}

function integrity(folder: string): unknown {
  // Not read-only: what the killed server left in the WAL is to be read, as its successor does.
  const db = new Sqlite(join(folder, 'patchbay.db'));
  try {
    return db.pragma('integrity_check', { simple: true });
  } finally {
    db.close();
  }
}
