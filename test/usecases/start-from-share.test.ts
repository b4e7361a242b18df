import { beforeAll, expect, test } from 'vitest';
import { labVersions } from '@/lib/content/labs';
import type { Database } from '@/lib/db/connect';
import { store } from '@/lib/db/content-versions';
import { findAttempt } from '@/lib/db/lab-attempts';
import { createGuest, type User } from '@/lib/db/users';
import { toJson } from '@/lib/engine/world';
import { callEc2 } from '@/lib/usecases/ec2-call';
import { getAttempt, startAttempt } from '@/lib/usecases/lab-attempts';
import { forget, loadAt } from '@/lib/usecases/live-attempts';
import { runCommand } from '@/lib/usecases/run-command';
import { sharedMoment, sharedMomentPage } from '@/lib/usecases/shared-moment';
import { share } from '@/lib/usecases/shares';
import { startFromShare } from '@/lib/usecases/start-from-share';
import { countStatements, freshDatabase } from '../db/databases';

const once = () => undefined;
let database: Database;
let ada: User;
let eve: User;
let id: string;
let vpc: string;

beforeAll(async () => {
  database = await freshDatabase();
  await store(await labVersions());
  ada = await createGuest();
  eve = await createGuest();
  ({ id } = await startAttempt(ada, { slug: 'sandbox' }, once));
  const line = 'VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text); echo $VPC';
  vpc = (await runCommand(ada, { id, line }, once)).stdout.trim();
  for (let made = 0; made < 150; made += 1) {
    await tag(made);
    // Steps of the shell alone are not copied, wherever a snapshot lies.
    if (made > 90) for (const more of ['X', 'Y']) await runCommand(ada, { id, line: `sleep 5; ${more}=${made}` }, once);
  }
}, 120_000);

const header = async (attempt: string, user: User) => {
  const found = await findAttempt(attempt, user.id);
  if (!found) throw new Error('the attempt is gone');
  return found;
};
const tag = async (value: number) => {
  const input = { Resources: [vpc], Tags: [{ Key: 'n', Value: String(value) }] };
  const outcome = await callEc2(await header(id, ada), { operation: 'CreateTags', input }, 'boto3/1.2');
  expect(outcome.ok).toBe(true);
};
const tablesOf = async (attempt: string, user: User, at: number) => {
  const { moment } = await loadAt(await header(attempt, user), at, 0);
  return JSON.stringify(toJson(moment.world).tables).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|\d{13}/g, 'time');
};

test('a copy has the original’s account at each of its steps, and none lies further than fifty from a snapshot', async () => {
  const { token } = await share(ada, { id }, once);
  const copy = (await startFromShare(eve, { token }, once, 'here')).id;
  const [original, copied] = await Promise.all(
    [id, copy].map((attemptId) => database.prisma.labStep.findMany({ where: { attemptId }, orderBy: { seq: 'asc' } })),
  );
  const withCalls = original?.filter(({ calls }) => calls !== '[]') ?? [];
  expect(copied).toHaveLength(151);
  expect(
    copied?.map(({ seq, parent, sequence, via, engine, shell }) => [seq, parent, sequence, via, engine, shell]),
  ).toEqual(withCalls.map(({ sequence, via, engine }, index) => [index + 1, index, sequence, via, engine, null]));
  expect(copied?.every(({ text }) => !text.includes('boto3'))).toBe(true);
  const snapshots = await database.prisma.labSnapshot.findMany({ where: { attemptId: copy }, orderBy: { seq: 'asc' } });
  const kept = snapshots.map(({ seq }) => seq);
  expect(kept[0]).toBe(0);
  for (const [index, seq] of kept.entries()) expect((kept[index + 1] ?? 151) - seq).toBeLessThanOrEqual(50);
  expect(new Set(snapshots.map(({ shell }) => shell)).size, 'the shell of the start').toBe(1);
  const { bytes } = await header(copy, eve);
  const sum = (texts: string[]) => texts.reduce((all, text) => all + Buffer.byteLength(text), 0);
  expect(bytes).toBe(
    sum((copied ?? []).flatMap(({ text, calls }) => [text, calls])) +
      sum(snapshots.filter(({ seq }) => seq > 0).flatMap(({ world, shell }) => [world, shell])),
  );

  for (const at of [1, 42, 50, 51, 52, 99, 100, 101, 150, 151]) {
    const there = withCalls[at - 1]?.seq ?? 0;
    expect(await tablesOf(copy, eve, at), `step ${at}`).toBe(await tablesOf(id, ada, there));
  }
  // Time lies as far apart, what the shell waited included, wherever it is read from.
  const nowOf = async (attempt: string, user: User, at: number) =>
    (await loadAt(await header(attempt, user), at, 0)).moment.world.now;
  const later = async (at: number) =>
    (await nowOf(copy, eve, at)) - (await nowOf(id, ada, (withCalls[at]?.seq ?? 0) - 1));
  const base = await later(1);
  for (const at of [...kept.slice(1).filter((seq) => seq < 151), 42, 50, 60, 150])
    expect(await later(at), `step ${at}`).toBe(base);
  expect(await tablesOf(copy, eve, 0)).toBe(await tablesOf(id, ada, 0));
  await database.prisma.labSnapshot.deleteMany({ where: { attemptId: copy, seq: { gt: 0 } } });
  expect(await tablesOf(copy, eve, 151), 'the log alone gives the same').toBe(
    await tablesOf(id, ada, withCalls[150]?.seq ?? 0),
  );
});

test('opening a copy costs what opening any attempt does', async () => {
  const { token } = await share(ada, { id }, once);
  const copy = (await startFromShare(eve, { token }, once, 'here')).id;
  forget(copy);
  const { rows } = await countStatements(async () => loadAt(await header(copy, eve), 151));
  expect(rows).toBeLessThan(60);
  const at = (await getAttempt(eve, { id: copy })).world as { now: number };
  expect(Math.abs(at.now - Date.now())).toBeLessThan(10_000);
});

test('looking costs the same however long the log is, and lists the last calls', async () => {
  const early = await share(ada, { id, seq: 20 }, once);
  const late = await share(ada, { id }, once);
  const [short, long] = [
    await countStatements(() => sharedMoment({ token: early.token })),
    await countStatements(() => sharedMoment({ token: late.token })),
  ];
  expect(long.statements).toHaveLength(short.statements.length);
  expect(long.statements.length).toBeLessThanOrEqual(5);
  expect((await sharedMomentPage({ token: late.token })).isCut).toBe(false);
  const again = await countStatements(() => Promise.all([0, 1, 2].map(() => sharedMoment({ token: late.token }))));
  expect(again.statements.every((sql) => /LabShare|LabAttempt/.test(sql) && !sql.includes('LabStep'))).toBe(true);
  for (let made = 0; made < 160; made += 1) await tag(1_000 + made);
  const cut = await sharedMomentPage({ token: (await share(ada, { id }, once)).token });
  expect(cut.isCut).toBe(true);
  expect(cut.moment.steps.length).toBeLessThanOrEqual(300);
  expect(cut.moment.steps.at(-1)?.text).toContain('Value=1159');
}, 60_000);

test('what is too much to copy is said so, and nothing is made', async () => {
  const { token } = await share(ada, { id, seq: 100 }, once);
  const before = await database.prisma.labAttempt.count();
  const [step] = await database.prisma.labStep.findMany({ where: { attemptId: id, seq: 60 } });
  await database.prisma.labStep.update({
    where: { attemptId_seq: { attemptId: id, seq: 60 } },
    data: { calls: `${step?.calls}${' '.repeat(16_777_216)}` },
  });
  const tooLong = { code: 'Conflict', message: expect.stringContaining('looked at only') };
  await expect(startFromShare(eve, { token }, once, 'here')).rejects.toMatchObject(tooLong);
  await database.prisma.labStep.update({
    where: { attemptId_seq: { attemptId: id, seq: 60 } },
    data: { calls: step?.calls ?? '[]' },
  });
  const { lastSeq } = await header(id, ada);
  await database.prisma.$executeRaw`
    INSERT INTO "LabStep" ("attemptId", "seq", "parent", "at", "actor", "via", "text", "calls", "sequence", "engine")
    WITH RECURSIVE "n"("i") AS (SELECT 1 UNION ALL SELECT "i" + 1 FROM "n" WHERE "i" < 5001)
    SELECT ${id}, ${lastSeq} + "i", ${lastSeq} + "i" - 1, ${new Date()}, ${ada.id}, 'shell', '', '[]', 0, '1' FROM "n"`;
  await database.prisma.labAttempt.update({
    where: { id },
    data: { head: lastSeq + 5_001, lastSeq: lastSeq + 5_001 },
  });
  forget(id);
  const far = await share(ada, { id }, once);
  await expect(startFromShare(eve, { token: far.token }, once, 'here')).rejects.toMatchObject(tooLong);
  expect(await database.prisma.labAttempt.count()).toBe(before);
  expect((await sharedMoment({ token: far.token })).steps, 'it can be looked at').toEqual([]);
}, 60_000);
