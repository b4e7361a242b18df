import { describe, expect, test } from 'vitest';
import { execute } from '@/lib/engine/execute';
import { fromJson, toJson } from '@/lib/engine/world';
import { ServiceInterface } from '@/lib/labs/service-interfaces';
import { startLab } from '@/lib/labs/start-lab';
import { runLine } from '@/lib/shell/run-line';
import { newShell } from '@/lib/shell/shell-state';
import { began } from '../build/attempt';

const start = `
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)
aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 \\
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=app-a}]'
aws ec2 create-security-group --group-name functions --description functions --vpc-id $VPC
`;
const lab = (...serviceInterfaces: ServiceInterface[]) => ({ slug: 'services', start, serviceInterfaces });
const seeded = { seed: 'seed', now: began };
const lambda: ServiceInterface = {
  service: 'lambda',
  name: 'resize-1a2b',
  subnet: 'app-a',
  groups: ['functions'],
  privateIpAddress: '10.0.1.77',
};
const fargate: ServiceInterface = { service: 'ecs-task', name: '5f2a', subnet: 'app-a', groups: ['functions'] };
const balancer: ServiceInterface = { service: 'network-load-balancer', name: 'web/50dc6c49', subnet: 'app-a' };

test("a lab's account has the interfaces of its services, which a learner sees and cannot manage", async () => {
  const { world } = await startLab(lab(lambda, fargate, balancer), seeded);
  const run = (line: string) => runLine(world, newShell(), line);
  const seen = await run(
    "aws ec2 describe-network-interfaces --query 'NetworkInterfaces[].[InterfaceType,Description,Groups[0].GroupName]' --output text",
  );
  expect(seen.stdout.split('\n')).toEqual([
    'lambda\tAWS Lambda VPC ENI-resize-1a2b\tfunctions',
    'interface\tarn:aws:ecs:us-east-1:111122223333:attachment/5f2a\tfunctions',
    'network_load_balancer\tELB net/web/50dc6c49\tNone',
    '',
  ]);
  for (const eni of world.networkInterfaces.list()) {
    const { NetworkInterfaceId } = eni;
    const outcome = (operation: string, input: object) => execute(world, { operation, input });
    expect(outcome('CreateTags', { Resources: [NetworkInterfaceId], Tags: [{ Key: 'a', Value: 'b' }] }).ok).toBe(true);
    expect(
      outcome('ModifyNetworkInterfaceAttribute', { NetworkInterfaceId, SourceDestCheck: { Value: false } }),
    ).toMatchObject({ ok: false, error: { code: 'AuthFailure' } });
    expect(outcome('DetachNetworkInterface', { AttachmentId: eni.Attachment?.AttachmentId, Force: true }).ok).toBe(
      false,
    );
    expect(outcome('DeleteNetworkInterface', { NetworkInterfaceId })).toMatchObject({
      ok: false,
      error: { message: `Network interface '${NetworkInterfaceId}' is currently in use.` },
    });
  }
});

test('the same lab and seed give the same bytes, which can be stored', async () => {
  const [one, other] = await Promise.all([startLab(lab(lambda), seeded), startLab(lab(lambda), seeded)]);
  const bytes = JSON.stringify(toJson(one.world));
  expect(JSON.stringify(toJson(other.world))).toBe(bytes);
  expect(JSON.stringify(toJson(fromJson(toJson(one.world))))).toBe(bytes);
});

describe('a lab does not start with', () => {
  test.each([
    ['a subnet that is not there', { ...lambda, subnet: 'app-b' }, 'lambda resize-1a2b: no subnet is named app-b'],
    ['a group that is not there', { ...lambda, groups: ['x'] }, "no security group of app-a's VPC is named x"],
    ['an address outside the subnet', { ...lambda, privateIpAddress: '10.0.2.1' }, "subnet's address range"],
  ])('%s', async (_, wanted, message) => {
    await expect(startLab(lab(wanted), seeded)).rejects.toThrow(message);
  });
});

test('a service of another name is no part of a lab', () => {
  expect(ServiceInterface.safeParse({ ...lambda, service: 'nat_gateway' }).success).toBe(false);
  expect(ServiceInterface.safeParse(lambda).success).toBe(true);
});
