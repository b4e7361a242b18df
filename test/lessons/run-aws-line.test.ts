import { beforeEach, expect, test } from 'vitest';
import { createAccount } from '@/lib/engine/create-account';
import { toJson, type World } from '@/lib/engine/world';
import { isAsSaid, runAwsLine } from '@/lib/lessons/run-aws-line';
import { runLine } from '@/lib/shell/run-line';
import { newShell } from '@/lib/shell/shell-state';

let world: World;
beforeEach(() => {
  world = createAccount({ seed: 'line', now: Date.UTC(2026, 0, 5, 9) });
});
const run = (line: string, variables: Record<string, string> = {}) => runAwsLine(world, variables, line);

test('a line does and prints what it does in the shell of a lab', async () => {
  const lines = [
    'aws ec2 create-vpc --cidr-block 10.0.0.0/16',
    'aws ec2 create-vpc --cidr-block 10.0.0.0/8',
    `aws ec2 describe-vpcs --query 'Vpcs[].CidrBlock' --output text`,
    'aws ec2 describe-vpcs --no-such-option',
    'aws s3 ls',
    'aws ec2 describe-vpcs help',
    'aws ec2 wait vpc-available',
    'sleep 30',
    'sleep 1.5m .5',
    'sleep',
    'sleep soon',
    'sleep 2d',
  ];
  const twin = createAccount({ seed: 'line', now: Date.UTC(2026, 0, 5, 9) });
  for (const line of lines) {
    const { stdout, stderr, exitCode } = await runLine(twin, newShell(), line);
    expect(await run(line), line).toMatchObject({ stdout, stderr, exitCode });
  }
  expect(toJson(world)).toEqual(toJson(twin));
});

test('it says which records it touched, and nothing for a read', async () => {
  const made = await run('aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text');
  expect(made.changed).toContain(made.stdout.trim());
  expect(new Set(made.changed).size).toBe(made.changed.length);
  expect((await run('aws ec2 describe-vpcs')).changed).toEqual([]);
});

test.each([
  ['sleep 90', 90],
  ['sleep 0', undefined],
  ['sleep soon', undefined],
  ['aws ec2 describe-vpcs', undefined],
])('%s: simulated seconds that went by', async (line, seconds) => {
  const before = world.now;
  const { waitedSeconds } = await run(line);
  expect(waitedSeconds).toBe(seconds);
  if (seconds !== undefined) expect(world.now).toBe(before + seconds * 1000);
});

test('what falls due while it sleeps has happened, with no call more', async () => {
  const subnet = world.subnets.list()[0]?.SubnetId ?? '';
  const image = await run(
    `aws ec2 describe-images --owners amazon --query "Images[?Architecture=='x86_64'].ImageId | [0]" --output text`,
  );
  const launched = await run(
    `aws ec2 run-instances --image-id ${image.stdout.trim()} --instance-type t3.small --subnet-id ${subnet} --query Instances[0].InstanceId --output text`,
  );
  const id = launched.stdout.trim();
  await run(`aws ec2 terminate-instances --instance-ids ${id}`);
  const attached = () => world.networkInterfaces.by('InstanceId', id).length;
  expect(attached()).toBe(1);
  expect((await run('sleep 600')).changed).not.toEqual([]);
  expect(attached()).toBe(0);
});

test('a refusal has AWS’s code and leaves the account as it was', async () => {
  const { tables } = toJson(world);
  const refused = await run('aws ec2 delete-vpc --vpc-id $NONE', { NONE: 'vpc-00000000000000001' });
  expect(refused).toMatchObject({ refused: 'InvalidVpcID.NotFound', exitCode: 254, stdout: '', changed: [] });
  expect(toJson(world).tables).toEqual(tables);
});

test('a line that is wrong, or not modelled, is no refusal of AWS', async () => {
  for (const line of ['aws ec2 describe-vpc', 'aws ec2', 'aws s3 ls', 'aws ec2 create-fleet', 'aws configure']) {
    const result = await run(line);
    expect(result.exitCode, line).toBeGreaterThan(0);
    expect(result.refused, line).toBeUndefined();
  }
});

test.each([
  ['ls', /Only aws and sleep run here, and this line begins with ls\./],
  ['ID=1 aws ec2 describe-vpcs', /begins with ID=1/],
  ['', /Nothing to run/],
  ['  # a remark', /Nothing to run/],
  ['aws ec2 describe-vpcs | jq .', /a pipe/],
])('%j is answered on stderr, and nothing happens', async (line, message) => {
  const before = toJson(world);
  const result = await run(line);
  expect(result).toMatchObject({ stdout: '', stderr: expect.stringMatching(message), exitCode: 252, changed: [] });
  expect(result.refused).toBeUndefined();
  expect(toJson(world)).toEqual(before);
});

test('what is said of a line holds for that alone', async () => {
  const refused = await run('aws ec2 delete-vpc --vpc-id vpc-00000000000000001');
  const printed = await run('aws ec2 describe-vpcs --query Vpcs[0].CidrBlock --output text');
  const wrong = await run('aws ec2 describe-vpc');
  const said = [{ refused: 'InvalidVpcID.NotFound' }, { prints: '172.31.0.0/16' }, { accepted: true }] as const;
  expect(said.map((one) => isAsSaid(one, refused))).toEqual([true, false, false]);
  expect(said.map((one) => isAsSaid(one, printed))).toEqual([false, true, true]);
  expect(said.map((one) => isAsSaid(one, wrong))).toEqual([false, false, false]);
  expect(isAsSaid({ refused: 'Invalid' }, refused), 'a code is the whole of it').toBe(false);
  expect(isAsSaid({ prints: '10.0.0.0/8' }, printed)).toBe(false);
});
