import { afterAll, beforeAll, expect, test } from 'vitest';
import { labVersions } from '@/lib/content/labs';
import { loadMisconceptions } from '@/lib/content/misconceptions';
import { store } from '@/lib/db/content-versions';
import { closeDatabase } from '@/lib/db/database';
import { listSeen } from '@/lib/db/misconceptions';
import { createGuest, type User } from '@/lib/db/users';
import { AttemptView, CommandAnswer } from '@/lib/labs/views';
import { getAttempt, startAttempt, undo } from '@/lib/usecases/lab-attempts';
import { progress } from '@/lib/usecases/progress';
import { runCommand } from '@/lib/usecases/run-command';
import { type Ec2Server, startEc2Server } from '../clients/ec2-server';
import { action, send } from '../clients/sign';
import { countStatements } from '../db/databases';

let server: Ec2Server;
beforeAll(async () => {
  server = await startEc2Server();
  await store(await labVersions());
});
afterAll(async () => {
  await server.close();
  await closeDatabase();
});

const once = () => undefined;
const begin = async (user: User, slug = 'sandbox') => (await startAttempt(user, { slug }, once)).id;
const run = (user: User, id: string, line: string) => runCommand(user, { id, line }, once);
const shows = '! aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.7.0/24 --availability-zone us-west-3a';
const vpc = 'VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)';
const id = 'zones-of-everywhere';

test('a step that shows a belief tells it, once to each person, whatever comes after', async () => {
  const [ada, eve] = [await createGuest(), await createGuest()];
  const attempt = await begin(ada);
  expect((await run(ada, attempt, vpc)).misconception).toBeUndefined();
  const told = await run(ada, attempt, shows);
  expect(CommandAnswer.parse(told)).toEqual(told);
  const one = (await loadMisconceptions()).byId.get(id);
  const note = { id, belief: one?.belief, say: one?.say, ...one?.right, source: one?.source };
  expect(told.misconception).toEqual(note);

  expect((await run(ada, attempt, shows)).misconception, 'the same again, which is counted').toBeUndefined();
  await undo(ada, { id: attempt, to: 1 }, once);
  expect((await run(ada, attempt, shows)).misconception, 'on another branch').toBeUndefined();
  const second = await begin(ada);
  await run(ada, second, vpc);
  expect((await run(ada, second, shows)).misconception, 'in another attempt').toBeUndefined();
  expect(await listSeen(ada.id)).toMatchObject([{ misconception: id, attemptId: attempt, seq: 2 }]);

  const view = await getAttempt(ada, { id: attempt });
  expect(AttemptView.parse(view).misconceptions).toEqual([note]);
  expect((await getAttempt(ada, { id: second })).misconceptions).toEqual([]);
  expect((await progress(ada)).misconceptions).toEqual([{ ...note, seenAt: expect.any(String) }]);

  const hers = await begin(eve);
  await run(eve, hers, vpc);
  expect((await run(eve, hers, shows)).misconception?.id).toBe(id);
});

test('a line that shows two tells one, and the other when it shows again', async () => {
  const user = await createGuest();
  const attempt = await begin(user);
  await run(user, attempt, vpc);
  const other = 'for n in 1 2 3 4 5 6; do aws ec2 allocate-address --domain vpc; done';
  expect((await run(user, attempt, `${shows}; ${other}`)).misconception?.id).toBe(id);
  expect((await run(user, attempt, '! aws ec2 allocate-address --domain vpc')).misconception?.id).toBe(
    'any-number-of-elastic-ips',
  );
  expect((await getAttempt(user, { id: attempt })).misconceptions).toHaveLength(2);
});

test('what a lab makes everybody do is told to nobody there, and is told elsewhere', async () => {
  const user = await createGuest();
  const detach = [
    "ATTACHMENT=$(aws ec2 describe-network-interfaces --filters Name=attachment.device-index,Values=0 --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)",
    '! aws ec2 detach-network-interface --attachment-id $ATTACHMENT',
  ].join('\n');
  const lab = await begin(user, 'one-interface-two-instances');
  const refused = await run(user, lab, detach);
  expect(refused.step?.codes).toEqual(['OperationNotPermitted']);
  expect(refused.misconception).toBeUndefined();
  expect(await listSeen(user.id)).toEqual([]);
  const web = await begin(user, 'public-web-server');
  expect((await run(user, web, detach)).misconception?.id).toBe('primary-comes-off');
});

test('a call of a real client is kept, and the attempt’s page learns of it', async () => {
  const { id: attempt, credentials } = await server.start();
  const made = await send(credentials, action('CreateVpc', { CidrBlock: '10.0.0.0/16' }));
  const [, vpcId = ''] = made.text.match(/<vpcId>(.*?)<\/vpcId>/) ?? [];
  const zone = action('CreateSubnet', { VpcId: vpcId, CidrBlock: '10.0.7.0/24', AvailabilityZone: 'us-west-3a' });
  const { status } = await send(credentials, zone);
  expect(status).toBe(400);
  expect((await server.view(attempt)).misconceptions).toMatchObject([{ id }]);
});

test('a step that shows nothing costs no statement more, nor does one that a lab expects', async () => {
  const user = await createGuest();
  const attempt = await begin(user);
  await run(user, attempt, vpc);
  const count = async (line: string) =>
    (await countStatements(() => run(user, attempt, line))).statements.filter((sql) => /MisconceptionSeen/.test(sql));
  expect(await count('aws ec2 create-tags --resources $VPC --tags Key=a,Value=1')).toEqual([]);
  expect(await count('! aws ec2 delete-vpc --vpc-id vpc-0123456789abcdef0')).toEqual([]);
  expect(await count('! aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.7.0/24 --availability-zone x')).toEqual(
    [],
  );
  expect(await count('aws ec2 describe-vpcs')).toEqual([]);
  expect(await count(shows), 'asked, then kept').toHaveLength(2);
  expect(await count(shows), 'a repeat is told nothing').toEqual([]);
  await run(user, attempt, 'aws ec2 create-tags --resources $VPC --tags Key=b,Value=1');
  expect(await count(shows), 'asked').toHaveLength(1);
});
