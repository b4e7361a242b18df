import { beforeEach, expect, test } from 'vitest';
import { Program } from './program';

let aws: Program;
let image: string;
beforeEach(async () => {
  aws = new Program();
  image = (await aws.print('ec2 describe-images --owners amazon --query Images[0].ImageId --output text')).trim();
});

const launch = async () =>
  (
    await aws.print(
      `ec2 run-instances --image-id ${image} --instance-type t3.micro --query Instances[0].InstanceId --output text`,
    )
  ).trim();

const stateOf = async (id: string) =>
  (
    await aws.print(
      `ec2 describe-instances --instance-ids ${id} --query Reservations[].Instances[].State.Name --output text`,
    )
  ).trim();

test('waiting for an instance to run lets simulated time pass, and only that', async () => {
  const id = await launch();
  expect(await stateOf(id)).toBe('pending');
  expect(await aws.run(`ec2 wait instance-running --instance-ids ${id}`)).toEqual({
    stdout: '',
    stderr: '',
    exitCode: 0,
  });
  expect(await stateOf(id)).toBe('running');
});

test('polls as often as AWS’s waiter says, and then gives up', async () => {
  const id = await launch();
  const interfaces = await aws.print(
    `ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=${id} --query NetworkInterfaces[0].NetworkInterfaceId --output text`,
  );
  aws.calls.length = 0;
  const before = aws.account.world.now;
  expect(await aws.fail(`ec2 wait network-interface-available --network-interface-ids ${interfaces.trim()}`)).toEqual([
    '\nWaiter NetworkInterfaceAvailable failed: Max attempts exceeded\n',
    255,
  ]);
  expect(aws.calls).toHaveLength(10);
  expect(aws.account.world.now - before).toBe((10 + 9 * 20) * 1000);
});

test('a condition that cannot come true ends it', async () => {
  const id = await launch();
  await aws.print(`ec2 wait instance-running --instance-ids ${id}`);
  await aws.print(`ec2 terminate-instances --instance-ids ${id}`);
  expect(await aws.fail(`ec2 wait instance-running --instance-ids ${id}`)).toEqual([
    '\nWaiter InstanceRunning failed: Waiter encountered a terminal failure state: For expression "Reservations[].Instances[].State.Name" we matched expected path: "shutting-down" at least once\n',
    255,
  ]);
});

test('a refusal ends it, unless the waiter expects it', async () => {
  expect(await aws.fail('ec2 wait subnet-available --subnet-ids subnet-1')).toEqual([
    "\nWaiter SubnetAvailable failed: An error occurred (InvalidSubnetID.NotFound): The subnet ID 'subnet-1' does not exist\n",
    255,
  ]);
  aws.calls.length = 0;
  expect(await aws.fail('ec2 wait vpc-exists --vpc-ids vpc-1')).toEqual([
    '\nWaiter VpcExists failed: Max attempts exceeded. Previously accepted state: Matched expected service error code: InvalidVpcID.NotFound\n',
    255,
  ]);
  expect(aws.calls).toHaveLength(5);
});

test('what is gone already is deleted, also when the service says so by a refusal', async () => {
  for (const line of [
    'nat-gateway-deleted --nat-gateway-ids nat-0123456789abcdef0',
    'vpc-peering-connection-deleted --vpc-peering-connection-ids pcx-0123456789abcdef0',
  ]) {
    expect(await aws.run(`ec2 wait ${line}`)).toEqual({ stdout: '', stderr: '', exitCode: 0 });
  }
});

test('nothing found is not yet what all of them must be', async () => {
  expect(await aws.fail('ec2 wait vpc-available --filters Name=vpc-id,Values=vpc-1')).toEqual([
    '\nWaiter VpcAvailable failed: Max attempts exceeded\n',
    255,
  ]);
});

test('a parameter that is not modelled ends it with that sentence', async () => {
  expect(await aws.fail('ec2 wait image-available --executable-users self')).toEqual([
    '\nThis simulator does not model the parameter ExecutableUsers.\n',
    254,
  ]);
});
