import { beforeAll, expect, test } from 'vitest';
import { newToken, tokenHash } from '@/lib/auth/tokens';
import { labVersions } from '@/lib/content/labs';
import { findByHash } from '@/lib/db/api-tokens';
import { store } from '@/lib/db/content-versions';
import type { Remember } from '@/lib/db/idempotency';
import { createSession, findSession } from '@/lib/db/sessions';
import { createAccount, type User } from '@/lib/db/users';
import type { Keep } from '@/lib/usecases/attempt-view';
import { complete, getAttempt, listAttempts, startAttempt } from '@/lib/usecases/lab-attempts';
import { listLabs } from '@/lib/usecases/labs';
import { forget } from '@/lib/usecases/live-attempts';
import { me } from '@/lib/usecases/person';
import { progress } from '@/lib/usecases/progress';
import { runCommand } from '@/lib/usecases/run-command';
import { settings } from '@/lib/usecases/settings';
import { countStatements, freshDatabase } from '../db/databases';

const most = 5;
let session: string;
let user: User;
let attempt: string;
let keys = 0;

/** As `route()` does for a request with an Idempotency-Key. */
const keep: Keep = <T>(toBody: (result: T) => unknown): Remember<T> => ({
  key: `key-${keys++}`,
  request: 'digest',
  answer: (result) => ({ status: 200, body: JSON.stringify(toBody(result)) }),
});

beforeAll(async () => {
  await freshDatabase();
  await store(await labVersions());
  user = await createAccount({ email: 'ada@example.org', name: 'Ada', passwordHash: 'x' });
  session = await createSession(user.id);
  attempt = (await startAttempt(user, { slug: 'sandbox' }, keep)).id;
  await run('VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)');
});

const run = (line: string, position?: number) =>
  runCommand(user, { id: attempt, line, ...(position !== undefined && { position }) }, keep);

/** A request of a signed-in browser: who it is, then the work. */
const request = (work: (viewer: User) => Promise<unknown>) =>
  countStatements(async () => {
    const found = await findSession(session);
    if (!found) throw new Error('nobody is signed in');
    return work(found.user);
  });

test.each<[string, () => Promise<unknown>]>([
  ['a command that changes something', () => run('aws ec2 create-tags --resources $VPC --tags Key=a,Value=1')],
  ['a command that is refused', () => run('aws ec2 delete-vpc --vpc-id vpc-0123456789abcdef0')],
  ['the same refusal again', () => run('aws ec2 delete-vpc --vpc-id vpc-0123456789abcdef0')],
  ['a command that only reads', () => run('aws ec2 describe-vpcs')],
  ['a completion', () => complete(user, { id: attempt, line: 'aws ec2 desc' })],
  ['the attempt, warm', () => getAttempt(user, { id: attempt })],
  ['the attempts', () => listAttempts(user, {})],
  ['the labs', () => listLabs()],
  ['settings', () => settings(user)],
  ['who am I', () => me(user)],
  ['progress', () => progress(user)],
])('%s', async (_name, work) => {
  const { statements } = await request(work);
  expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(most);
  expect(statements.length, 'counting works').toBeGreaterThan(0);
});

test('the attempt, cold, and the first command on it', async () => {
  forget(attempt);
  const cold = await request((viewer) => getAttempt(viewer, { id: attempt }));
  expect(cold.statements.length, cold.statements.join('\n')).toBeLessThanOrEqual(most);
  forget(attempt);
  const command = await request(() => run('aws ec2 create-tags --resources $VPC --tags Key=b,Value=1'));
  // Only the first command after a restart: what it stands on is read, then it is written.
  expect(command.statements.length, command.statements.join('\n')).toBeLessThanOrEqual(most + 2);
});

test('a list costs the same however long it is', async () => {
  const before = await request((viewer) => listAttempts(viewer, {}));
  for (let count = 0; count < 20; count += 1) await startAttempt(user, { slug: 'sandbox' }, keep);
  const after = await request((viewer) => listAttempts(viewer, {}));
  expect(after.statements.length).toBe(before.statements.length);
});

test('a token is found in one statement, but for once an hour', async () => {
  const token = await newToken(user.id, 'program');
  await findByHash(tokenHash(token));
  const { statements } = await countStatements(() => findByHash(tokenHash(token)));
  expect(statements).toHaveLength(1);
});
