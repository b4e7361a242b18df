import { beforeAll, expect, test } from 'vitest';
import { labVersions } from '@/lib/content/labs';
import type { Database } from '@/lib/db/connect';
import { store } from '@/lib/db/content-versions';
import { createGuest } from '@/lib/db/users';
import { startAttempt } from '@/lib/usecases/lab-attempts';
import { share } from '@/lib/usecases/shares';
import { startFromShare } from '@/lib/usecases/start-from-share';
import { takeCopy, takeStart } from '@/lib/usecases/start-limits';
import { freshDatabase } from '../db/databases';

const once = () => undefined;
const refusal = { code: 'TooManyRequests', details: { retryAfterSeconds: expect.any(Number) } };
const megabyte = 1_048_576;
let database: Database;

beforeAll(async () => {
  database = await freshDatabase();
  await store(await labVersions());
});

test('a person begins so many attempts in an hour, and others theirs', async () => {
  const [ada, eve] = [await createGuest(), await createGuest()];
  const { id } = await startAttempt(ada, { slug: 'sandbox' }, once);
  const { token } = await share(ada, { id }, once);
  for (let begun = 1; begun < 300; begun += 1) await takeStart(ada);
  const before = await database.prisma.labAttempt.count();
  await expect(startAttempt(ada, { slug: 'sandbox' }, once)).rejects.toMatchObject(refusal);
  await expect(startFromShare(ada, { token }, once, 'here')).rejects.toMatchObject(refusal);
  expect(await database.prisma.labAttempt.count()).toBe(before);
  await startFromShare(eve, { token }, once, 'here');
});

test('copies are counted by what they take: a person’s, and an address’s', async () => {
  const ada = await createGuest();
  for (let made = 0; made < 8; made += 1) await takeCopy(ada, 'school', 16 * megabyte);
  await expect(takeCopy(ada, 'school', 1)).rejects.toMatchObject(refusal);
  const eve = await createGuest();
  await takeCopy(eve, 'school', 16 * megabyte);
  const { id } = await startAttempt(eve, { slug: 'sandbox' }, once);
  const { token } = await share(eve, { id }, once);
  for (let made = 0; made < 119; made += 1) await takeCopy(await createGuest(), 'school', 16 * megabyte);
  await expect(startFromShare(eve, { token }, once, 'school')).rejects.toMatchObject(refusal);
  await startFromShare(eve, { token }, once, 'elsewhere');
});
