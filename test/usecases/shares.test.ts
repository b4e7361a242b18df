import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { SharedMoment as MomentBody } from '@/components/moment/shared-moment';
import { labVersions } from '@/lib/content/labs';
import type { Database } from '@/lib/db/connect';
import { store } from '@/lib/db/content-versions';
import { KeyTaken } from '@/lib/db/errors';
import { createAccount, createGuest, mergeGuest, type User } from '@/lib/db/users';
import { SharedMoment, ShareView } from '@/lib/labs/moment-views';
import type { Keep } from '@/lib/usecases/attempt-view';
import { getAttempt, startAttempt, undo } from '@/lib/usecases/lab-attempts';
import { moment } from '@/lib/usecases/moments';
import { exportPerson } from '@/lib/usecases/person';
import { runCall } from '@/lib/usecases/run-call';
import { runCommand } from '@/lib/usecases/run-command';
import { sharedMoment, sharedMomentPage } from '@/lib/usecases/shared-moment';
import { deleteShare, listShares, share } from '@/lib/usecases/shares';
import { startFromShare } from '@/lib/usecases/start-from-share';
import { freshDatabase } from '../db/databases';

const once = () => undefined;
let database: Database;
let ada: User;
let eve: User;

beforeAll(async () => {
  database = await freshDatabase();
  await store(await labVersions());
  ada = await createAccount({ name: 'C4n4ry-name', email: 'c4n4ry-email@example.org', passwordHash: 'c4n4ry-hash' });
  eve = await createGuest();
});

const sandbox = async (seed?: string) => (await startAttempt(ada, { slug: 'sandbox', ...(seed && { seed }) }, once)).id;
const run = async (id: string, line: string) => {
  const answer = await runCommand(ada, { id, line }, once);
  if (answer.exitCode !== 0 && !line.startsWith('!')) throw new Error(answer.stderr);
  return answer;
};
const vpc = 'aws ec2 create-vpc --cidr-block 10.0.0.0/16';

const noSuchLink = {
  code: 'NotFound',
  message: 'You have no such link of this attempt; it may be gone already.',
};

test('a step has one link, the head’s when no step is named, and an attempt’s are listed', async () => {
  const id = await sandbox();
  await run(id, vpc);
  await run(id, vpc);
  const head = await share(ada, { id }, once);
  expect(ShareView.parse(head)).toMatchObject({ position: 2, token: expect.stringMatching(/^[\w-]{22}$/) });
  expect(head.url).toMatch(new RegExp(`^https?://.*/moments/${head.token}$`));
  const first = await share(ada, { id, seq: 1 }, once);
  const start = await share(ada, { id, seq: 0 }, once);
  expect(await share(ada, { id, seq: 2 }, once)).toEqual(head);
  expect(await listShares(ada, { id })).toEqual([start, first, head]);
  await undo(ada, { id, to: 1 }, once);
  expect(await share(ada, { id }, once)).toEqual(first);
  expect((await sharedMoment({ token: head.token })).steps, 'undoing changes no link').toHaveLength(2);
  await expect(share(ada, { id, seq: 3 }, once)).rejects.toMatchObject({
    code: 'InvalidInput',
    message: 'This attempt has no step 3.',
  });
  expect(await listShares(ada, { id })).toHaveLength(3);
});

test('what is another’s is answered as what is not there, and stays as it was', async () => {
  const id = await sandbox();
  const { token } = await share(ada, { id }, once);
  const absent = '00000000-0000-4000-8000-000000000000';
  for (const other of [id, absent]) {
    for (const work of [
      () => share(eve, { id: other }, once),
      () => share(eve, { id: other, seq: 9 }, once),
      () => listShares(eve, { id: other }),
    ]) {
      await expect(work()).rejects.toMatchObject({ code: 'NotFound', message: 'You have no attempt with this id.' });
    }
  }
  const own = await startAttempt(eve, { slug: 'sandbox' }, once);
  for (const [of, link] of [
    [id, token],
    [absent, token],
    [own.id, token],
    [own.id, 'A'.repeat(22)],
  ] as const)
    await expect(deleteShare(eve, { id: of, token: link }, once), of).rejects.toMatchObject(noSuchLink);
  expect((await sharedMoment({ token })).position, 'a link of another attempt is not taken back').toBe(0);
});

test('a link that was taken back leads nowhere, as one that never was', async () => {
  const id = await sandbox();
  const { token } = await share(ada, { id }, once);
  await sharedMoment({ token });
  expect(await deleteShare(ada, { id, token }, once)).toEqual({ deleted: true });
  await expect(deleteShare(ada, { id, token }, once), 'again').rejects.toMatchObject(noSuchLink);
  expect(await listShares(ada, { id })).toEqual([]);
  for (const gone of [token, 'A'.repeat(22), '', 'x', '../..', "' OR 1=1", '__proto__', 'é'.repeat(22)]) {
    const refusal = { code: 'NotFound', message: expect.stringContaining('leads nowhere') };
    await expect(sharedMoment({ token: gone })).rejects.toMatchObject(refusal);
    await expect(startFromShare(eve, { token: gone }, once, 'here')).rejects.toMatchObject(refusal);
  }
  expect((await share(ada, { id }, once)).token, 'a new link has another token').not.toBe(token);
});

test('an attempt has a hundred links at most', async () => {
  const id = await sandbox();
  await run(id, vpc);
  const shares = Array.from({ length: 99 }, (_, index) => ({ token: `t${index}`, attemptId: id, seq: 1_000 + index }));
  await database.prisma.labShare.createMany({ data: shares });
  const both = await Promise.allSettled([share(ada, { id, seq: 0 }, once), share(ada, { id, seq: 1 }, once)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'Conflict', message: expect.stringContaining('at most 100 links') },
  });
  const [kept] = await listShares(ada, { id });
  expect(await share(ada, { id, seq: kept?.position ?? -1 }, once), 'one that is there is given').toEqual(kept);
  await deleteShare(ada, { id, token: 't5' }, once);
  await share(ada, { id, seq: 1 }, once);
  expect(await listShares(ada, { id })).toHaveLength(100);
});

/** As `route()` does for a request with an Idempotency-Key. */
const keyed =
  (key: string): Keep =>
  (toBody) => ({ key, request: 'r', answer: (result) => ({ status: 201, body: JSON.stringify(toBody(result)) }) });
const stored = async (user: User, key: string) => {
  const row = await database.prisma.idempotentAnswer.findUniqueOrThrow({
    where: { userId_key: { userId: user.id, key } },
  });
  return JSON.parse(row.body);
};

test('a write that is sent twice is done once', async () => {
  const id = await sandbox();
  const made = await share(ada, { id }, keyed('share'));
  await expect(share(ada, { id }, keyed('share'))).rejects.toThrow(KeyTaken);
  expect(await stored(ada, 'share')).toEqual(made);
  const started = await startFromShare(eve, { token: made.token }, keyed('start'), 'here');
  const attempts = () => database.prisma.labAttempt.count({ where: { userId: eve.id } });
  const before = await attempts();
  await expect(startFromShare(eve, { token: made.token }, keyed('start'), 'here')).rejects.toThrow(KeyTaken);
  expect(await attempts()).toBe(before);
  expect(await stored(eve, 'start')).toEqual(started);
  await deleteShare(ada, { id, token: made.token }, keyed('delete'));
  await expect(deleteShare(ada, { id, token: made.token }, keyed('delete'))).rejects.toThrow(KeyTaken);
  expect(await stored(ada, 'delete')).toEqual({ deleted: true });
});

/** An attempt with something of the person in every place that can hold it. */
async function personal() {
  const id = await sandbox('c4n4ry-seed');
  const lines = [
    'C4N4RY_VAR=c4n4ry-value; echo c4n4ry-file > c4n4ry-name.txt; cd /tmp',
    `VPC=$(${vpc} --query Vpc.VpcId --output text) # c4n4ry-comment`,
    'echo "c4n4ry-typed"; : c4n4ry-argument; aws ec2 create-tags --resources $VPC --tags Key=Name,Value=shown-tag',
    '! aws ec2 delete-vpc --vpc-id vpc-00000000000000001 # c4n4ry-refused',
    `aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --query 'Subnet.[SubnetId,"c4n4ry-query"]'`,
    'sleep 60 # c4n4ry-sleep',
    'c4n4ry_function() { echo c4n4ry; }; C4N4RY_TWO=c4n4ry-two',
  ];
  for (const line of lines) await run(id, line);
  return id;
}

test('a shared moment opened by a stranger shows nothing of the person', async () => {
  const id = await personal();
  const { token, createdAt } = await share(ada, { id }, once);
  const page = await sharedMomentPage({ token });
  const moment = await sharedMoment({ token });
  expect(SharedMoment.strict().parse(moment)).toEqual(page.moment);
  const html = renderToStaticMarkup(
    createElement(MomentBody, { ...page, token, start: async () => ({ ok: false as const, message: '' }) }),
  );
  const days = [createdAt.slice(0, 10), new Date().toISOString().slice(0, 10)];
  for (const [where, text] of [
    ['JSON', JSON.stringify(moment)],
    ['HTML', html],
  ] as const) {
    expect(text, where).not.toMatch(/c4n4ry/i);
    for (const own of [ada.id, id, ada.email ?? '', ...days]) expect(text, `${where}: ${own}`).not.toContain(own);
    expect(text, where).toContain('shown-tag');
  }
  expect(
    moment.steps.map(({ text, outcome, codes }) => [text.replace(/vpc-[\da-f]{17}/g, 'vpc'), outcome, codes]),
  ).toEqual([
    ['aws ec2 create-vpc --cidr-block 10.0.0.0/16', 'changed', []],
    ['aws ec2 create-tags --resources vpc --tags Key=Name,Value=shown-tag', 'changed', []],
    ['aws ec2 delete-vpc --vpc-id vpc', 'refused', ['InvalidVpcID.NotFound']],
    ['aws ec2 create-subnet --cidr-block 10.0.1.0/24 --vpc-id vpc', 'changed', []],
  ]);
  // Times in milliseconds too.
  const near = (text: string) =>
    [...text.matchAll(/\d{13}/g)].filter(([time]) => Math.abs(Number(time) - Date.now()) < 1e9);
  expect(near(JSON.stringify(moment))).toEqual([]);
  expect(JSON.stringify(await sharedMoment({ token })), 'the same whenever it is opened').toBe(JSON.stringify(moment));
  expect(html).toMatch(/<svg[^>]*role="img"/);
  expect(html).toContain('Start from here');
});

test('who starts from a moment has its network, and nothing of who shared it', async () => {
  const id = await personal();
  const { token } = await share(ada, { id }, once);
  const started = await startFromShare(eve, { token }, once, 'here');
  expect(started).toMatchObject({ slug: 'sandbox', position: 4, tasks: [] });
  const rows = {
    attempt: await database.prisma.labAttempt.findUniqueOrThrow({ where: { id: started.id } }),
    steps: await database.prisma.labStep.findMany({ where: { attemptId: started.id } }),
    snapshots: await database.prisma.labSnapshot.findMany({ where: { attemptId: started.id } }),
  };
  // The seed is what every id was drawn from.
  const texts = JSON.stringify(rows).replaceAll('c4n4ry-seed', '');
  expect(texts).not.toMatch(/c4n4ry/i);
  for (const own of [ada.id, id, token]) expect(texts).not.toContain(own);
  expect(rows.attempt).toMatchObject({ userId: eve.id, fromShare: true, head: 4, finishedAt: null });
  expect(rows.attempt.bytes).toBeGreaterThan(0);

  const theirs = await getAttempt(eve, { id: started.id });
  expect(theirs).toMatchObject({ position: 4, path: [1, 2, 3, 4], prompt: 'lab$' });
  const shared = await sharedMoment({ token });
  const tablesOf = (world: unknown) =>
    JSON.stringify((world as { tables: object }).tables).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|\d{13}/g, 'time');
  expect(tablesOf(theirs.world)).toBe(tablesOf(shared.world));
  const seen = [theirs, await moment(eve, { id: started.id, seq: 1 }), await exportPerson(eve)];
  expect(JSON.stringify(seen), 'nor is the seed told').not.toContain('c4n4ry');
  const now = (theirs.world as { now: number }).now;
  expect(Math.abs(now - Date.now()), 'it ends now').toBeLessThan(30_000);

  const line =
    'echo "$C4N4RY_VAR$VPC"; pwd; ls; aws ec2 create-vpc --cidr-block 10.1.0.0/16 --query Vpc.VpcId --output text';
  const answer = await runCommand(eve, { id: started.id, line }, once);
  expect(answer.exitCode, answer.stderr).toBe(0);
  expect(answer.stdout).toMatch(/^\n\/home\/user\nvpc-\w+\n$/);
  expect((await getAttempt(ada, { id })).steps, 'theirs stays as it was').toHaveLength(7);
  await deleteShare(ada, { id, token }, once);
  expect((await getAttempt(eve, { id: started.id })).position, 'it is one’s own').toBe(answer.position);
});

test('keys and tokens that somebody typed stay theirs, and a line is safe to copy', async () => {
  const id = await sandbox();
  await run(
    id,
    'C=$(aws ec2 create-customer-gateway --type ipsec.1 --ip-address 1.2.3.4 --bgp-asn 65000 --query CustomerGateway.CustomerGatewayId --output text)',
  );
  await run(id, 'G=$(aws ec2 create-vpn-gateway --type ipsec.1 --query VpnGateway.VpnGatewayId --output text)');
  await run(
    id,
    "aws ec2 create-vpn-connection --type ipsec.1 --customer-gateway-id $C --vpn-gateway-id $G --options 'TunnelOptions=[{PreSharedKey=c4n4ry.key}]'",
  );
  await run(
    id,
    "aws ec2 create-egress-only-internet-gateway --client-token c4n4ry-token --vpc-id $(aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' --output text)",
  );
  const gateway = (await run(id, 'echo -n $G')).stdout;
  const input = { Resources: [gateway], Tags: [{ Key: 'n', Value: '\u001b[201~\u202e' }] };
  await runCall(ada, { id, operation: 'CreateTags', input }, once);
  const { token } = await share(ada, { id }, once);
  const page = await sharedMomentPage({ token });
  const copy = (await startFromShare(eve, { token }, once, 'here')).id;
  const shell = 'aws ec2 describe-vpn-connections';
  const theirs = [await getAttempt(eve, { id: copy }), await runCommand(eve, { id: copy, line: shell }, once)];
  for (const text of [page, theirs].map((shown) => JSON.stringify(shown))) {
    expect(text).toContain('not.shown');
    expect(text).not.toMatch(/c4n4ry/);
  }
  const [step] = page.moment.steps.slice(-1);
  expect(step?.text).toContain('create-tags');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(step?.text).not.toMatch(/[\u001b\u202e]/);
});

test('a network that is too large to be drawn for strangers is said to be so', async () => {
  const id = await sandbox();
  await run(id, "S=$(aws ec2 describe-subnets --query 'Subnets[0].SubnetId' --output text)");
  for (let lines = 0; lines < 10; lines += 1) {
    await run(id, 'for n in $(seq 100); do aws ec2 create-network-interface --subnet-id $S > /dev/null; done');
  }
  const small = await sharedMomentPage({ token: (await share(ada, { id, seq: 2 }, once)).token });
  expect(small.world).toBeDefined();
  const { token } = await share(ada, { id }, once);
  const page = await sharedMomentPage({ token });
  expect(page.world).toBeUndefined();
  const html = renderToStaticMarkup(
    createElement(MomentBody, { ...page, token, start: async () => ({ ok: false as const, message: '' }) }),
  );
  expect(html).toContain('too large to be drawn');
  expect(html).not.toContain('<svg class');
  const [first] = (page.moment.world as { tables: { networkInterfaces: unknown[] } }).tables.networkInterfaces;
  expect(first, 'a program gets it').toBeDefined();
}, 60_000);

test('no id is given twice after a start from a moment, whatever is undone', async () => {
  const id = await sandbox();
  const ids = new Set<string>();
  const made = async (user: User, attempt: string) => {
    const { stdout } = await runCommand(user, { id: attempt, line: `${vpc} --query Vpc.VpcId --output text` }, once);
    expect(ids.has(stdout), stdout).toBe(false);
    ids.add(stdout);
  };
  // Undone ones in between: the path's numbers go further than its length.
  for (let round = 0; round < 4; round += 1) {
    await undo(ada, { id, to: 0 }, once);
    await made(ada, id);
  }
  await made(ada, id);
  const { token } = await share(ada, { id }, once);
  const copy = (await startFromShare(eve, { token }, once, 'here')).id;
  expect((await getAttempt(eve, { id: copy })).path).toEqual([1, 2]);
  for (let round = 0; round < 4; round += 1) {
    await undo(eve, { id: copy, to: 0 }, once);
    await made(eve, copy);
  }
  const again = (await startFromShare(ada, { token: (await share(eve, { id: copy }, once)).token }, once, 'here')).id;
  await undo(ada, { id: again, to: 0 }, once);
  await made(ada, again);
});

test('the start of a lab can be shared and started from', async () => {
  const { id } = await startAttempt(ada, { slug: 'public-web-server' }, once);
  await run(id, 'X=1');
  const { token } = await share(ada, { id }, once);
  const moment = await sharedMoment({ token });
  expect(moment).toMatchObject({ slug: 'public-web-server', position: 1, steps: [] });
  expect(moment.tasks.length).toBeGreaterThan(0);
  const started = await startFromShare(eve, { token }, once, 'here');
  expect(started).toMatchObject({ slug: 'public-web-server', position: 0, tasks: moment.tasks });
  expect(await getAttempt(eve, { id: started.id })).toMatchObject({ steps: [], fromShare: true });
});

test('links go with a guest who signs in, and stand in the export', async () => {
  const guest = await createGuest();
  const { id } = await startAttempt(guest, { slug: 'sandbox' }, once);
  const made = await share(guest, { id }, once);
  const account = await createAccount({ name: 'Grace', email: 'grace@example.org', passwordHash: 'x' });
  await mergeGuest(guest.id, account.id);
  expect(await listShares(account, { id })).toEqual([made]);
  expect((await sharedMoment({ token: made.token })).position).toBe(0);
  const { labAttempts } = await exportPerson(account);
  expect(labAttempts).toMatchObject([{ id, shares: [{ token: made.token, seq: 0 }] }]);
});
