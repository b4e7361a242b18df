import { createAccount } from '@/lib/engine/create-account';
import { execute } from '@/lib/engine/execute';
import { setTime, type World } from '@/lib/engine/world';

/** Run a call that must be accepted; answers its output. Time moves on by a second. */
export function call<T = Record<string, unknown>>(world: World, operation: string, input: object): T {
  setTime(world, world.now + 1000);
  const outcome = execute(world, { operation, input });
  if (!outcome.ok) throw outcome.error;
  // The caller names the members it reads.
  return outcome.output as T;
}

export interface Bench {
  readonly world: World;
  readonly subnet: string;
  readonly instance: string;
}

/** A running instance in a /16 and `interfaces` loose interfaces around it. */
export function worldWith(interfaces: number): Bench {
  const world = createAccount({ seed: 'bench', now: 0, quotas: { networkInterfacesPerRegion: 100_000 } });
  const { Vpc } = call<{ Vpc: { VpcId: string } }>(world, 'CreateVpc', { CidrBlock: '10.0.0.0/16' });
  const { Subnet } = call<{ Subnet: { SubnetId: string } }>(world, 'CreateSubnet', {
    VpcId: Vpc.VpcId,
    CidrBlock: '10.0.0.0/16',
  });
  const { Images } = call<{ Images: { ImageId: string }[] }>(world, 'DescribeImages', {});
  const { Instances } = call<{ Instances: { InstanceId: string }[] }>(world, 'RunInstances', {
    ImageId: Images[0]?.ImageId,
    InstanceType: 't3.small',
    MinCount: 1,
    MaxCount: 1,
    SubnetId: Subnet.SubnetId,
  });
  for (let made = 0; made < interfaces; made += 1) call(world, 'CreateNetworkInterface', { SubnetId: Subnet.SubnetId });
  setTime(world, world.now + 60_000);
  return { world, subnet: Subnet.SubnetId, instance: Instances[0]?.InstanceId ?? '' };
}
