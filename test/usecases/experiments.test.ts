import { expect, test } from 'vitest';
import { startLab } from '@/lib/labs/start-lab';
import { experimentJob } from '@/lib/usecases/experiments';

const start = `
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)
aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 \\
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=a}]'`;

test('an experiment’s account has the surroundings and the service interfaces that its file gives it', async () => {
  const surroundings = { hosts: [{ name: 'web-1', forwards: 'nat' }] } as const;
  const serviceInterfaces = [{ service: 'network-load-balancer', name: 'net/web/1', subnet: 'a' } as const];
  const { lab, ...job } = experimentJob('x', { start, surroundings, serviceInterfaces });
  const { world, shell } = await startLab(lab, job);
  expect(world.surroundings).toEqual(surroundings);
  expect(world.networkInterfaces.list().map(({ Description }) => Description)).toEqual([
    expect.stringContaining('net/web/1'),
  ]);
  expect(Object.keys(shell.env)).toContain('VPC');
});

test('and none where it gives none', async () => {
  const { lab, ...job } = experimentJob('x', { start });
  const { world } = await startLab(lab, job);
  expect([world.surroundings, world.networkInterfaces.list()]).toEqual([undefined, []]);
});
