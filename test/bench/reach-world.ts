import { createAccount } from '@/lib/engine/create-account';
import type { Flow } from '@/lib/engine/reachability/flow';
import { setTime, type World } from '@/lib/engine/world';
import { call } from './worlds';

export interface Reach {
  readonly world: World;
  /** Running instances of the large VPC. */
  readonly hosts: readonly string[];
  readonly flows: readonly Flow[];
}

const zones = ['us-east-1a', 'us-east-1b', 'us-east-1c'] as const;
const manyHosts = 240;

/**
 * An account with that many interfaces: a VPC of twelve subnets behind a NAT gateway with 240 instances of six kinds of groups, of
 * which each tenth has a group of its own, and a second VPC that is joined to it by peering and by a transit gateway.
 */
export function reachWorld(interfaces: number): Reach {
  const many = 100_000;
  const quotas = { networkInterfacesPerRegion: many, securityGroupsPerRegion: many, rulesPerGroup: 200 };
  const world = createAccount({ seed: 'bench', now: 0, quotas });
  const main = makeVpc(world, '10.0.0.0/16');
  const other = makeVpc(world, '10.1.0.0/16');
  const publicNet = subnet(world, main, '10.0.240.0/20', zones[0]);
  const nets = Array.from({ length: 12 }, (_, at) =>
    subnet(world, main, `10.0.${at * 16}.0/20`, zones[at % 3] ?? zones[0]),
  );
  const far = subnet(world, other, '10.1.0.0/20', zones[0]);

  const { InternetGateway } = call<{ InternetGateway: { InternetGatewayId: string } }>(
    world,
    'CreateInternetGateway',
    {},
  );
  const { InternetGatewayId: GatewayId } = InternetGateway;
  call(world, 'AttachInternetGateway', { InternetGatewayId: GatewayId, VpcId: main });
  const allocate = () => call<{ AllocationId: string }>(world, 'AllocateAddress', {}).AllocationId;
  const { NatGateway } = call<{ NatGateway: { NatGatewayId: string } }>(world, 'CreateNatGateway', {
    SubnetId: publicNet,
    AllocationId: allocate(),
  });
  const { VpcPeeringConnection } = call<{ VpcPeeringConnection: { VpcPeeringConnectionId: string } }>(
    world,
    'CreateVpcPeeringConnection',
    { VpcId: main, PeerVpcId: other },
  );
  const { VpcPeeringConnectionId } = VpcPeeringConnection;
  call(world, 'AcceptVpcPeeringConnection', { VpcPeeringConnectionId });
  const { TransitGateway } = call<{ TransitGateway: { TransitGatewayId: string } }>(world, 'CreateTransitGateway', {});
  const { TransitGatewayId } = TransitGateway;
  setTime(world, world.now + 600_000);
  const third = makeVpc(world, '10.2.0.0/16');
  const beyond = subnet(world, third, '10.2.0.0/20', zones[0]);
  call(world, 'CreateTransitGatewayVpcAttachment', { TransitGatewayId, VpcId: main, SubnetIds: nets.slice(0, 3) });
  call(world, 'CreateTransitGatewayVpcAttachment', { TransitGatewayId, VpcId: third, SubnetIds: [beyond] });
  setTime(world, world.now + 600_000);
  table(world, main, [publicNet], { '0.0.0.0/0': { GatewayId } });
  table(world, main, nets, {
    '0.0.0.0/0': { NatGatewayId: NatGateway.NatGatewayId },
    '10.1.0.0/16': { VpcPeeringConnectionId },
    '10.2.0.0/16': { TransitGatewayId },
  });
  table(world, other, [far], { '10.0.0.0/16': { VpcPeeringConnectionId } });
  table(world, third, [beyond], { '10.0.0.0/16': { TransitGatewayId } });

  const groups = Array.from({ length: 6 }, (_, at) => group(world, main, `tier-${at}`));
  for (const [at, GroupId] of groups.entries()) {
    const before = groups[at - 1];
    allow(
      world,
      GroupId,
      22,
      before ? { UserIdGroupPairs: [{ GroupId: before }] } : { IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
    );
    allow(world, GroupId, 443, { IpRanges: [{ CidrIp: '10.0.0.0/17' }] });
  }
  const hosts: string[] = [];
  for (let at = 0; at < manyHosts; at += 1) {
    const own = at % 10 === 0 ? group(world, main, `own-${at}`) : undefined;
    if (own) allow(world, own, 22, { IpRanges: [{ CidrIp: `10.0.${at % 12}.0/24` }] });
    const SecurityGroupIds = [groups[at % 6] ?? '', ...(own ? [own] : [])];
    hosts.push(launch(world, nets[Math.floor(at / 6) % 12] ?? '', SecurityGroupIds));
  }
  const open = (VpcId: string) => {
    const GroupId = group(world, VpcId, 'open');
    allow(world, GroupId, 22, { IpRanges: [{ CidrIp: '0.0.0.0/0' }] });
    return [GroupId];
  };
  const web = launch(world, publicNet, open(main));
  const ends = [launch(world, far, open(other)), launch(world, beyond, open(third))];
  const AllocationId = allocate();
  setTime(world, world.now + 600_000);
  call(world, 'AssociateAddress', { AllocationId, InstanceId: web });
  for (let made = world.networkInterfaces.size; made < interfaces; made += 1) {
    call(world, 'CreateNetworkInterface', { SubnetId: nets[made % 12] });
  }
  setTime(world, world.now + 600_000);
  return { world, hosts, flows: flowsOf(hosts, web, ends) };
}

/** One of each: inside a subnet, between subnets, refused by a group, to and from the internet, by NAT, peering, transit gateway. */
function flowsOf(hosts: readonly string[], web: string, ends: readonly string[]): Flow[] {
  const host = (at: number) => ({ kind: 'instance', id: hosts[at] ?? '' }) as const;
  const ssh = { protocol: 'tcp', port: 22 } as const;
  const internet = { kind: 'internet' } as const;
  const to = (id = '') => ({ kind: 'instance', id }) as const;
  return [
    { ...ssh, source: host(0), destination: host(1) },
    { ...ssh, source: host(0), destination: host(7) },
    { ...ssh, source: host(3), destination: host(8) },
    { ...ssh, source: internet, destination: to(web) },
    { protocol: 'tcp', port: 80, source: internet, destination: to(web) },
    { protocol: 'tcp', port: 443, source: host(2), destination: internet },
    { ...ssh, source: host(4), destination: to(ends[0]) },
    { ...ssh, source: host(5), destination: to(ends[1]) },
  ];
}

const makeVpc = (world: World, CidrBlock: string): string =>
  call<{ Vpc: { VpcId: string } }>(world, 'CreateVpc', { CidrBlock }).Vpc.VpcId;

const subnet = (world: World, VpcId: string, CidrBlock: string, AvailabilityZone: string): string =>
  call<{ Subnet: { SubnetId: string } }>(world, 'CreateSubnet', { VpcId, CidrBlock, AvailabilityZone }).Subnet.SubnetId;

const group = (world: World, VpcId: string, GroupName: string): string =>
  call<{ GroupId: string }>(world, 'CreateSecurityGroup', { VpcId, GroupName, Description: GroupName }).GroupId;

function allow(world: World, GroupId: string, port: number, peer: object): void {
  const IpPermissions = [{ IpProtocol: 'tcp', FromPort: port, ToPort: port, ...peer }];
  call(world, 'AuthorizeSecurityGroupIngress', { GroupId, IpPermissions });
}

function table(world: World, VpcId: string, subnets: readonly string[], routes: { [cidr: string]: object }): void {
  const { RouteTable } = call<{ RouteTable: { RouteTableId: string } }>(world, 'CreateRouteTable', { VpcId });
  const { RouteTableId } = RouteTable;
  for (const SubnetId of subnets) call(world, 'AssociateRouteTable', { RouteTableId, SubnetId });
  for (const [DestinationCidrBlock, target] of Object.entries(routes)) {
    call(world, 'CreateRoute', { RouteTableId, DestinationCidrBlock, ...target });
  }
}

function launch(world: World, SubnetId: string, SecurityGroupIds: readonly string[]): string {
  const { Images } = call<{ Images: { ImageId: string }[] }>(world, 'DescribeImages', {});
  const { Instances } = call<{ Instances: { InstanceId: string }[] }>(world, 'RunInstances', {
    ImageId: Images[0]?.ImageId,
    InstanceType: 't3.small',
    MinCount: 1,
    MaxCount: 1,
    SubnetId,
    SecurityGroupIds,
  });
  return Instances[0]?.InstanceId ?? '';
}
