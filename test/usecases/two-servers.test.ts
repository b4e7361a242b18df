import { beforeEach, expect, test, vi } from 'vitest';
import { labVersions } from '@/lib/content/labs';
import { store } from '@/lib/db/content-versions';
import { createGuest, type User } from '@/lib/db/users';
import { freshDatabase } from '../db/databases';

/** The use cases of one server: what it keeps in memory is its own. */
async function server() {
  vi.resetModules();
  const attempts = await import('@/lib/usecases/lab-attempts');
  const { runCommand } = await import('@/lib/usecases/run-command');
  return {
    start: async (slug = 'sandbox') => (await attempts.startAttempt(user, { slug }, notKept)).id,
    run: (id: string, line: string, position?: number) =>
      runCommand(user, { id, line, ...(position !== undefined && { position }) }, notKept),
    get: async (id: string) => {
      const view = await attempts.getAttempt(user, { id });
      // Plain data by its own schema; its clock follows ours.
      return { ...view, world: { ...(view.world as object), now: 0 } };
    },
    undo: (id: string, to: number) => attempts.undo(user, { id, to }, notKept),
  };
}
const notKept = () => undefined;
let user: User;

beforeEach(async () => {
  await freshDatabase();
  await store(await labVersions());
  user = await createGuest();
});

const create = 'VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)';
const tag = (value: number) => `aws ec2 create-tags --resources $VPC --tags Key=n,Value=${value}`;

test('any server takes the next step of any attempt', async () => {
  const [one, two] = [await server(), await server()];
  const id = await one.start();
  await one.run(id, create);
  for (let value = 0; value < 6; value += 1) {
    const answer = await (value % 2 === 0 ? two : one).run(id, tag(value));
    expect(answer).toMatchObject({ exitCode: 0, position: value + 2 });
  }
  expect(await one.get(id)).toEqual(await two.get(id));
  await two.undo(id, 3);
  expect((await one.run(id, 'aws ec2 describe-tags --query "Tags[?Key==\'n\'].Value" --output text')).stdout).toBe(
    '1\n',
  );
  expect((await one.get(id)).path).toEqual([1, 2, 3]);
});

test('a step for a position that another server has passed is refused', async () => {
  const [one, two] = [await server(), await server()];
  const id = await one.start();
  await one.run(id, create);
  await two.run(id, tag(1), 1);
  await expect(one.run(id, tag(2), 1)).rejects.toMatchObject({
    code: 'Conflict',
    details: { current: { position: 2 } },
  });
  expect((await one.get(id)).steps.map(({ text }) => text)).toEqual([create, tag(1)]);
});

test('what memory holds is what the log gives back', async () => {
  const one = await server();
  const id = await one.start('one-interface-two-instances');
  for (const line of [
    'W=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-1 --query "Reservations[0].Instances[0].InstanceId" --output text)',
    'S=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=subnet-a --query "Subnets[0].SubnetId" --output text)',
    'E=$(aws ec2 create-network-interface --subnet-id $S --query NetworkInterface.NetworkInterfaceId --output text)',
    'aws ec2 attach-network-interface --network-interface-id $E --instance-id $W --device-index 1',
    'aws ec2 attach-network-interface --network-interface-id $E --instance-id $W --device-index 2',
    'echo "$E" > note',
    'aws ec2 stop-instances --instance-ids $W',
  ]) {
    await one.run(id, line);
  }
  const cold = await server();
  expect(await cold.get(id)).toEqual(await one.get(id));
  expect((await cold.run(id, 'cat note; echo $E')).stdout).toBe((await one.run(id, 'cat note; echo $E')).stdout);
});
