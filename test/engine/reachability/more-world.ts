import { execute } from '@/lib/engine/execute';
import { routeTableOf } from '@/lib/engine/route-table/route-table';
import { setTime, type World } from '@/lib/engine/world';
import type { Choices } from '@/test/build/choices';
import { imageFor } from '@/test/build/instance';

/** Make a call that may be refused. */
function attempt(world: World, operation: string, input: object): void {
  setTime(world, world.now + 1000);
  execute(world, { operation, input });
}

/**
 * Routes to blocks one inside the other, of which the longer ones hide the shorter, in tables that hosts use. Some tables lose
 * their way to everywhere first, and some hosts get a public address, which nothing but a route then keeps from the internet.
 */
export function layRoutes(world: World, choose: Choices): void {
  world.quotas = { ...world.quotas, elasticIpsPerRegion: 50 };
  for (let times = 0; times < 4; times += 1) {
    const subnet = world.subnets.get(choose.row(world.instances)?.SubnetId ?? '');
    if (!subnet) continue;
    const { VpcId } = subnet;
    if (choose.chance(50)) {
      const { RouteTableId } = routeTableOf(world, subnet);
      attempt(world, 'DeleteRoute', { RouteTableId, DestinationCidrBlock: '0.0.0.0/0' });
      attempt(world, 'AllocateAddress', {});
      attempt(world, 'AssociateAddress', {
        AllocationId: world.addresses.list().at(-1)?.AllocationId,
        NetworkInterfaceId: choose.id(world.networkInterfaces, (eni) => eni.SubnetId === subnet.SubnetId),
      });
    }
    attempt(world, 'CreateRoute', {
      RouteTableId: routeTableOf(world, subnet).RouteTableId,
      DestinationCidrBlock: choose.one([
        '0.0.0.0/0',
        '203.0.113.0/24',
        '203.0.113.10/32',
        '10.0.0.0/8',
        '192.168.0.0/16',
      ]),
      ...choose.one<() => object>([
        () => ({ GatewayId: choose.id(world.internetGateways, ({ attachedTo }) => attachedTo === VpcId) }),
        () => ({ GatewayId: choose.id(world.internetGateways, ({ attachedTo }) => attachedTo === VpcId) }),
        () => ({ NetworkInterfaceId: choose.id(world.networkInterfaces, (eni) => eni.VpcId === VpcId) }),
        () => ({ NatGatewayId: choose.id(world.natGateways, (nat) => nat.VpcId === VpcId) }),
        () => ({ TransitGatewayId: choose.id(world.transitGateways) }),
        () => ({ GatewayId: choose.id(world.vpnGateways, ({ attachedTo }) => attachedTo === VpcId) }),
      ])(),
    });
  }
}

/** Several instances at a time that may differ in nothing but their addresses, and then some of them in something. */
export function launchCrowd(world: World, choose: Choices): void {
  world.quotas = { ...world.quotas, elasticIpsPerRegion: 50 };
  for (let times = 0; times < 3; times += 1) {
    const subnet = choose.row(world.subnets);
    const groups = world.securityGroups.by('VpcId', subnet?.VpcId ?? '');
    const group = groups[choose.below(groups.length || 1)];
    attempt(world, 'RunInstances', {
      ImageId: imageFor(),
      InstanceType: 't3.micro',
      MinCount: 1,
      MaxCount: 4,
      SubnetId: subnet?.SubnetId,
      SecurityGroupIds: group && [group.GroupId],
      ...(choose.chance(30) && {
        TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: choose.one(['a', 'b']) }] }],
      }),
    });
  }
  setTime(world, world.now + 60_000);
  const one = () => choose.row(world.instances);
  for (let times = 0; times < 3; times += 1) {
    const instance = one();
    const [eni] = world.networkInterfaces.by('InstanceId', instance?.InstanceId ?? '');
    const address = eni?.PrivateIpAddresses[0]?.PrivateIpAddress;
    const group = choose.row(world.securityGroups, ({ VpcId }) => VpcId === eni?.VpcId);
    choose.one<() => unknown>([
      () => attempt(world, 'StopInstances', { InstanceIds: [instance?.InstanceId] }),
      () =>
        attempt(world, 'ModifyNetworkInterfaceAttribute', {
          NetworkInterfaceId: eni?.NetworkInterfaceId,
          SourceDestCheck: { Value: false },
        }),
      () => {
        attempt(world, 'AllocateAddress', {});
        const AllocationId = world.addresses.list().at(-1)?.AllocationId;
        attempt(world, 'AssociateAddress', { AllocationId, NetworkInterfaceId: eni?.NetworkInterfaceId });
      },
      () =>
        attempt(world, 'AuthorizeSecurityGroupIngress', {
          GroupId: group?.GroupId,
          IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: `${address}/32` }] }],
        }),
      () =>
        attempt(world, 'AuthorizeSecurityGroupIngress', {
          GroupId: group?.GroupId,
          IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: group?.GroupId }] }],
        }),
      () =>
        attempt(world, 'CreateNetworkAclEntry', {
          NetworkAclId: choose.row(world.networkAcls, ({ VpcId }) => VpcId === eni?.VpcId)?.NetworkAclId,
          RuleNumber: 1 + choose.below(90),
          Egress: choose.chance(50),
          RuleAction: 'deny',
          Protocol: '-1',
          CidrBlock: `${address}/32`,
        }),
    ])();
  }
}
