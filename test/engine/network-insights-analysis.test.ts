import { describe, expect, test } from 'vitest';
import type { Surroundings } from '@/lib/engine/surroundings';
import { TestAccount } from '@/test/build/account';
import { runInstance, stopInstance } from '@/test/build/instance';
import { analyze, kinds, makePath, startAnalysis, waysOf } from '@/test/build/network-insights';
import { makeGateway, makeGroup, makeInterface, makeSubnet, makeVpc } from '@/test/build/network-interface';
import { makeInterfaceEndpoint, makePeering, makeVpnConnection } from '@/test/build/private-links';
import { mainTable, makeRouteTable } from '@/test/build/route-table';
import { allow } from '@/test/build/security-group';

const arn = 'arn:aws:ec2:us-east-1:111122223333:';
const everywhere = [{ CidrIp: '0.0.0.0/0' }];

/** A VPC with an instance that has a public address, and one behind a NAT gateway. */
function network(surroundings?: Surroundings) {
  const account = new TestAccount({ ...(surroundings && { surroundings }) });
  const vpc = makeVpc(account);
  const gateway = makeGateway(account, vpc);
  const [open, closed] = [makeSubnet(account, vpc, '10.0.1.0/24'), makeSubnet(account, vpc, '10.0.2.0/24')];
  const table = mainTable(account, vpc).RouteTableId;
  account.call('CreateRoute', { RouteTableId: table, DestinationCidrBlock: '0.0.0.0/0', GatewayId: gateway });
  const group = makeGroup(account, vpc, 'web');
  const launched = (SubnetId: string, isPublic: boolean) =>
    runInstance(account, {
      NetworkInterfaces: [{ DeviceIndex: 0, SubnetId, Groups: [group], AssociatePublicIpAddress: isPublic }],
    });
  const [web, db] = [launched(open, true), launched(closed, false)];
  const eniOf = ({ NetworkInterfaces: [eni] }: typeof web) => eni?.NetworkInterfaceId ?? '';
  return { account, vpc, gateway, open, closed, table, group, web, db, webEni: eniOf(web), dbEni: eniOf(db) };
}

const codes = (analysis: { Explanations?: readonly { ExplanationCode: string }[] }) =>
  analysis.Explanations?.map(({ ExplanationCode }) => ExplanationCode);

describe('a path that is found', () => {
  test('from the internet gateway to an instance is the way out and back of AWS’s example', () => {
    const { account, gateway, group, web, webEni, table } = network();
    allow(account, group, { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: everywhere });
    const path = { Source: gateway, Destination: web.InstanceId, DestinationPort: 22, Protocol: 'TCP' };
    const analysis = analyze(account, path);
    expect(analysis).toMatchObject({ Status: 'succeeded', NetworkPathFound: true });
    const { out, back } = waysOf(analysis);
    const acl = account.world.networkAcls.list().at(-1)?.NetworkAclId;
    expect(out).toEqual([gateway, acl, group, webEni, web.InstanceId]);
    expect(back).toEqual([web.InstanceId, webEni, group, acl, table, gateway]);
    expect(analysis.ForwardPathComponents?.[0]).toEqual({
      SequenceNumber: 1,
      Component: { Id: gateway, Arn: `${arn}internet-gateway/${gateway}` },
      OutboundHeader: { DestinationAddresses: [`${web.PrivateIpAddress}/32`] },
      InboundHeader: {
        DestinationAddresses: [`${web.PublicIpAddress}/32`],
        DestinationPortRanges: [{ From: 22, To: 22 }],
        Protocol: '6',
        SourceAddresses: ['203.0.113.10/32'],
        SourcePortRanges: [{ From: 49_152, To: 49_152 }],
      },
      Vpc: expect.objectContaining({ Arn: expect.stringContaining('vpc/vpc-') }),
      AdditionalDetails: [],
      Explanations: [],
    });
    expect(analysis.ForwardPathComponents?.[2]).toMatchObject({
      SecurityGroupRule: { Cidr: '0.0.0.0/0', Direction: 'ingress', PortRange: { From: 22, To: 22 }, Protocol: 'tcp' },
    });
    expect(analysis.ReturnPathComponents?.[4]).toMatchObject({
      RouteTableRoute: { DestinationCidr: '0.0.0.0/0', GatewayId: gateway, Origin: 'createroute', State: 'active' },
    });
    expect(analysis.ReturnPathComponents?.[2]).not.toHaveProperty('SecurityGroupRule');
  });

  test('looks at the configuration alone: nobody listens on the port, and that is no matter', () => {
    const { account, group, web, db } = network();
    allow(account, group, { IpProtocol: 'udp', FromPort: 4500, ToPort: 4500, UserIdGroupPairs: [{ GroupId: group }] });
    const analysis = analyze(account, { Source: web.InstanceId, Destination: db.InstanceId, Protocol: 'udp' });
    const { out, back } = waysOf(analysis);
    expect(kinds(out)).toBe('i eni sg acl rtb acl sg eni i');
    expect(kinds(back)).toBe('i eni sg acl rtb acl sg eni i');
    // Nobody asked for a port: the one that the rule allows is found.
    expect(analysis.ForwardPathComponents?.[0]?.OutboundHeader).toMatchObject({
      DestinationPortRanges: [{ From: 4500, To: 4500 }],
    });
    expect(analysis.ForwardPathComponents?.[6]).toMatchObject({ SecurityGroupRule: { SecurityGroupId: group } });
  });

  test('from whatever address of the internet the rules allow', () => {
    const { account, gateway, group, webEni } = network();
    const IpRanges = [{ CidrIp: '192.0.2.0/24' }];
    allow(account, group, { IpProtocol: 'tcp', FromPort: 8000, ToPort: 8010, IpRanges });
    const analysis = analyze(account, { Source: gateway, Destination: webEni });
    expect(analysis.ForwardPathComponents?.[0]?.InboundHeader).toMatchObject({
      SourceAddresses: ['192.0.2.1/32'],
      DestinationPortRanges: [{ From: 8000, To: 8000 }],
    });
    expect(kinds(waysOf(analysis).out)).toBe('igw acl sg eni');
    expect(kinds(waysOf(analysis).back)).toBe('eni sg acl rtb igw');
  });

  test('leads through a NAT gateway to the internet gateway', () => {
    const { account, vpc, gateway, open, closed, db } = network();
    const { AllocationId } = account.call<{ AllocationId: string }>('AllocateAddress', { Domain: 'vpc' });
    const { NatGateway } = account.call<{ NatGateway: { NatGatewayId: string } }>('CreateNatGateway', {
      SubnetId: open,
      AllocationId,
    });
    account.wait(120);
    const RouteTableId = makeRouteTable(account, vpc);
    account.call('AssociateRouteTable', { RouteTableId, SubnetId: closed });
    const { NatGatewayId } = NatGateway;
    account.call('CreateRoute', { RouteTableId, DestinationCidrBlock: '0.0.0.0/0', NatGatewayId });
    const path = { Source: db.InstanceId, Destination: gateway, DestinationPort: 443 };
    const analysis = analyze(account, path);
    const { out, back } = waysOf(analysis);
    expect(kinds(out)).toBe('i eni sg acl rtb acl nat acl rtb igw');
    expect(kinds(back)).toMatch(/^igw acl .*nat acl rtb acl sg eni i$/);
    expect(analysis.ForwardPathComponents?.[6]?.OutboundHeader).toHaveProperty('SourceAddresses');
    const included = { FilterInArns: [`${arn}natgateway/${NatGatewayId}`] };
    expect(analyze(account, path, included)).toMatchObject({ ...included, NetworkPathFound: true });
    const excluded = { FilterOutArns: [`${arn}natgateway/${NatGatewayId}`] };
    expect(analyze(account, path, excluded)).toMatchObject({
      ...excluded,
      NetworkPathFound: false,
      Explanations: [{ ExplanationCode: 'COMPONENT_FILTER_RESTRICTION_REMOVED_COMPONENT' }],
    });
    const other = { FilterInArns: [`${arn}transit-gateway/tgw-0123456789abcdef0`] };
    expect(codes(analyze(account, path, other))).toEqual(['COMPONENT_FILTER_RESTRICTION']);
  });

  test('ends at an address where no destination is named', () => {
    const { account, web } = network();
    const analysis = analyze(account, {
      Source: web.InstanceId,
      FilterAtSource: { DestinationAddress: '198.51.100.7', DestinationPortRange: { FromPort: 53, ToPort: 53 } },
      Protocol: 'udp',
    });
    expect(kinds(waysOf(analysis).out)).toBe('i eni sg acl rtb igw');
    expect(analysis.Explanations).toBeUndefined();
  });

  test('ends at an interface endpoint, behind its interface', () => {
    const account = new TestAccount();
    const { VpcId, SubnetId, VpcEndpointId } = makeInterfaceEndpoint(account, '10.0.0.0/16');
    const group = account.world.securityGroups.first('VpcId', VpcId)?.GroupId ?? '';
    allow(account, group, { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: everywhere });
    const { InstanceId } = runInstance(account, { SubnetId });
    const analysis = analyze(account, { Source: InstanceId, Destination: VpcEndpointId, DestinationPort: 443 });
    expect(analysis).toMatchObject({ NetworkPathFound: true });
    expect(kinds(waysOf(analysis).out)).toBe('i eni sg sg eni vpce');
    expect(kinds(waysOf(analysis).back)).toBe('vpce eni sg sg eni i');
    const reverse = analyze(account, { Source: VpcEndpointId, Destination: InstanceId });
    expect(reverse.Explanations).toMatchObject([
      { ExplanationCode: 'VPCE_INTRA_VPC_TRAFFIC', VpcEndpoint: { Id: VpcEndpointId } },
    ]);
  });

  test('crosses a peering connection, and ends at one', () => {
    const { account, vpc, table, web } = network();
    const peerVpc = makeVpc(account, '10.1.0.0/16');
    const peerSubnet = makeSubnet(account, peerVpc, '10.1.1.0/24');
    const { InstanceId } = runInstance(account, { SubnetId: peerSubnet });
    const path = { Source: web.InstanceId, Destination: InstanceId, DestinationPort: 22 };
    expect(analyze(account, path).Explanations).toMatchObject([
      { DestinationVpc: { Id: peerVpc }, ExplanationCode: 'DISCONNECTED_VPCS', SourceVpc: { Id: vpc } },
    ]);
    const peering = makePeering(account, vpc, peerVpc);
    account.wait(5);
    expect(codes(analyze(account, path))).not.toContain('DISCONNECTED_VPCS');
    const through = { VpcPeeringConnectionId: peering };
    account.call('CreateRoute', { RouteTableId: table, DestinationCidrBlock: '10.1.0.0/16', ...through });
    const peerGroup = account.world.securityGroups.first('VpcId', peerVpc)?.GroupId ?? '';
    allow(account, peerGroup, { IpProtocol: '-1', IpRanges: everywhere });
    const peerTable = mainTable(account, peerVpc).RouteTableId;
    // The answer finds no way back.
    const half = analyze(account, path);
    expect(kinds(waysOf(half).out)).toBe('i eni sg acl rtb pcx acl sg eni i');
    expect(kinds(waysOf(half).back)).toBe('i eni sg acl');
    expect(half.Explanations).toEqual([
      {
        Destination: { Id: web.InstanceId, Arn: `${arn}instance/${web.InstanceId}` },
        ExplanationCode: 'NO_ROUTE_TO_DESTINATION',
        RouteTable: { Id: peerTable, Arn: `${arn}route-table/${peerTable}` },
        Vpc: { Id: peerVpc, Arn: `${arn}vpc/${peerVpc}` },
      },
    ]);
    account.call('CreateRoute', { RouteTableId: peerTable, DestinationCidrBlock: '10.0.0.0/16', ...through });
    const whole = analyze(account, path);
    expect(whole).toMatchObject({ NetworkPathFound: true });
    expect(whole.ForwardPathComponents?.[5]).toMatchObject({
      Component: { Id: peering },
      DestinationVpc: { Id: peerVpc },
      SourceVpc: { Id: vpc },
    });
    const toPeering = analyze(account, { Source: web.InstanceId, Destination: peering });
    expect(toPeering).toMatchObject({ NetworkPathFound: true });
    expect(kinds(waysOf(toPeering).out)).toBe('i eni sg acl rtb pcx');
    const fromPeering = analyze(account, { Source: peering, Destination: InstanceId, DestinationPort: 22 });
    expect(kinds(waysOf(fromPeering).out)).toBe('pcx acl sg eni i');
  });

  test('ends at, and begins at, a virtual private gateway with a network on premises behind it', () => {
    const office = { name: 'office', cidrs: ['192.168.0.0/16'], hosts: [{ name: 'desk', address: '192.168.1.5' }] };
    const surroundings = { sites: [{ ...office, vpnDevice: '203.0.113.12' }] };
    const { account, vpc, group, table, web } = network(surroundings);
    allow(account, group, { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '192.168.0.0/16' }] });
    const { VpnGatewayId, VpnConnectionId } = makeVpnConnection(account, { StaticRoutesOnly: true });
    account.call('AttachVpnGateway', { VpnGatewayId, VpcId: vpc });
    const DestinationCidrBlock = '192.168.0.0/16';
    account.call('CreateVpnConnectionRoute', { VpnConnectionId, DestinationCidrBlock });
    account.wait(60);
    account.call('CreateRoute', { RouteTableId: table, DestinationCidrBlock, GatewayId: VpnGatewayId });
    const out = analyze(account, { Source: web.InstanceId, Destination: VpnGatewayId });
    expect(out).toMatchObject({ NetworkPathFound: true });
    expect(kinds(waysOf(out).out)).toBe('i eni sg acl rtb vgw');
    expect(kinds(waysOf(out).back)).toBe('vgw acl sg eni i');
    const inward = analyze(account, { Source: VpnGatewayId, Destination: web.InstanceId });
    expect(inward).toMatchObject({ NetworkPathFound: true });
    expect(kinds(waysOf(inward).out)).toBe('vgw acl sg eni i');
    expect(kinds(waysOf(inward).back)).toBe('i eni sg acl rtb vgw');
  });

  test('through a transit gateway’s route table is analyzed one way only, with TCP', () => {
    const { account, vpc, open, table, web } = network();
    const peerVpc = makeVpc(account, '10.1.0.0/16');
    const peerSubnet = makeSubnet(account, peerVpc, '10.1.1.0/24');
    const { InstanceId } = runInstance(account, { SubnetId: peerSubnet });
    const { TransitGateway } = account.call<{ TransitGateway: { TransitGatewayId: string } }>('CreateTransitGateway');
    const { TransitGatewayId } = TransitGateway;
    account.wait(120);
    for (const [VpcId, subnet] of [
      [vpc, open],
      [peerVpc, peerSubnet],
    ]) {
      account.call('CreateTransitGatewayVpcAttachment', { TransitGatewayId, VpcId, SubnetIds: [subnet] });
    }
    account.wait(120);
    account.call('CreateRoute', { RouteTableId: table, DestinationCidrBlock: '10.1.0.0/16', TransitGatewayId });
    const peerGroup = account.world.securityGroups.first('VpcId', peerVpc)?.GroupId ?? '';
    allow(account, peerGroup, { IpProtocol: '-1', IpRanges: everywhere });
    const path = { Source: web.InstanceId, Destination: InstanceId, DestinationPort: 22 };
    const analysis = analyze(account, path);
    // The peer's route table has no way back, and that is not looked at.
    expect(analysis).toMatchObject({ NetworkPathFound: true });
    expect(analysis).not.toHaveProperty('ReturnPathComponents');
    const marked = analysis.ForwardPathComponents?.filter(({ AdditionalDetails }) => AdditionalDetails.length > 0);
    expect(marked).toMatchObject([
      {
        Component: { Id: expect.stringMatching(/^tgw-rtb-/) },
        AdditionalDetails: [{ AdditionalDetailType: 'UNIDIRECTIONAL_PATH_ANALYSIS_ONLY' }],
        TransitGateway: { Id: TransitGatewayId },
        TransitGatewayRouteTableRoute: { DestinationCidr: '10.1.0.0/16', State: 'active', RouteOrigin: 'propagated' },
      },
    ]);
    expect(codes(analyze(account, { ...path, Protocol: 'udp' }))).toEqual(['NO_ROUTE_TO_DESTINATION']);
    expect(analyze(account, { Source: web.InstanceId, Destination: TransitGatewayId })).toMatchObject({
      NetworkPathFound: true,
    });
  });
});

describe('a path that is not found', () => {
  test('says which groups let nothing in, as AWS’s example does', () => {
    const { account, vpc, gateway, open, group, web, webEni } = network();
    account.call('CreateTags', { Resources: [group], Tags: [{ Key: 'Name', Value: 'front' }] });
    const analysis = analyze(account, { Source: gateway, Destination: web.InstanceId, DestinationPort: 22 });
    expect(kinds(waysOf(analysis).out)).toBe('igw acl');
    expect(analysis).toMatchObject({ Status: 'succeeded', NetworkPathFound: false });
    // It has no inbound rule at all.
    expect(analysis.Explanations).toEqual([
      {
        Direction: 'ingress',
        ExplanationCode: 'SG_HAS_NO_RULES',
        NetworkInterface: { Id: webEni, Arn: `${arn}network-interface/${webEni}` },
        SecurityGroups: [{ Id: group, Arn: `${arn}security-group/${group}`, Name: 'front' }],
        Subnet: { Id: open, Arn: `${arn}subnet/${open}` },
        Vpc: { Id: vpc, Arn: `${arn}vpc/${vpc}` },
      },
    ]);
    allow(account, group, { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, IpRanges: everywhere });
    const path = { Source: gateway, Destination: web.InstanceId, DestinationPort: 22 };
    expect(codes(analyze(account, path))).toEqual(['ENI_SG_RULES_MISMATCH']);
  });

  test('says which rule of a network ACL denies the way out, or the way back', () => {
    const { account, group, web, db, closed } = network();
    allow(account, group, { IpProtocol: '-1', IpRanges: everywhere });
    const { NetworkAcl } = account.call<{ NetworkAcl: { NetworkAclId: string } }>('CreateNetworkAcl', {
      VpcId: db.VpcId,
    });
    const { NetworkAclId } = NetworkAcl;
    const association = account
      .call<{ NetworkAcls: { Associations: { NetworkAclAssociationId: string }[] }[] }>('DescribeNetworkAcls', {
        Filters: [{ Name: 'association.subnet-id', Values: [closed] }],
      })
      .NetworkAcls[0]?.Associations.find((one) => JSON.stringify(one).includes(closed));
    const AssociationId = association?.NetworkAclAssociationId;
    account.call('ReplaceNetworkAclAssociation', { AssociationId, NetworkAclId });
    const path = { Source: web.InstanceId, Destination: db.InstanceId, DestinationPort: 5432 };
    expect(analyze(account, path).Explanations).toMatchObject([
      {
        Acl: { Id: NetworkAclId },
        AclRule: { Cidr: '0.0.0.0/0', Egress: false, Protocol: 'all', RuleAction: 'deny', RuleNumber: 32_767 },
        Direction: 'ingress',
        ExplanationCode: 'SUBNET_ACL_RESTRICTION',
      },
    ]);
    const entry = { NetworkAclId, RuleNumber: 100, Protocol: '6', RuleAction: 'allow', CidrBlock: '10.0.0.0/16' };
    account.call('CreateNetworkAclEntry', { ...entry, Egress: false, PortRange: { From: 5432, To: 5432 } });
    const back = analyze(account, path);
    expect(back.Explanations).toMatchObject([{ AclRule: { Egress: true }, Direction: 'egress' }]);
    expect(kinds(waysOf(back).back)).toBe('i eni sg');
    // Only low ports may be answered: a packet that comes from one is found.
    account.call('CreateNetworkAclEntry', { ...entry, Egress: true, PortRange: { From: 1024, To: 2048 } });
    const found = analyze(account, path);
    expect(found.ForwardPathComponents?.[0]?.OutboundHeader).toMatchObject({
      SourcePortRanges: [{ From: 1024, To: 1024 }],
    });
  });

  test('says where the route to the destination is missing, or leads to nothing', () => {
    const { account, gateway, group, web, table, vpc } = network();
    allow(account, group, { IpProtocol: '-1', IpRanges: everywhere });
    account.call('DeleteRoute', { RouteTableId: table, DestinationCidrBlock: '0.0.0.0/0' });
    const analysis = analyze(account, { Source: gateway, Destination: web.InstanceId, DestinationPort: 22 });
    expect(analysis.Explanations).toEqual([
      {
        Destination: { Id: gateway, Arn: `${arn}internet-gateway/${gateway}` },
        ExplanationCode: 'NO_ROUTE_TO_DESTINATION',
        RouteTable: { Id: table, Arn: `${arn}route-table/${table}` },
        Vpc: { Id: vpc, Arn: `${arn}vpc/${vpc}` },
      },
    ]);
  });

  test('says that an instance has no public address', () => {
    const { account, gateway, db, dbEni } = network();
    expect(analyze(account, { Source: gateway, Destination: db.InstanceId }).Explanations).toMatchObject([
      {
        ExplanationCode: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
        InternetGateway: { Id: gateway },
        NetworkInterface: { Id: dbEni },
      },
    ]);
    expect(codes(analyze(account, { Source: db.InstanceId, Destination: gateway }))).toEqual([
      'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
    ]);
  });

  test('does not go out of the VPC and in again', () => {
    const { account, group, web, db } = network();
    allow(account, group, { IpProtocol: '-1', IpRanges: everywhere });
    const path = { Source: web.InstanceId, Destination: web.InstanceId, DestinationIp: web.PublicIpAddress };
    expect(codes(analyze(account, path))).toEqual(['IGW_NAT_REFLECTION']);
    const missing = { Source: web.InstanceId, Destination: db.InstanceId, DestinationIp: '10.0.2.250' };
    expect(codes(analyze(account, missing))).toEqual(['FILTER_AT_SOURCE_DESTINATION_ADDRESS']);
  });

  test.each<[string, (made: ReturnType<typeof network>) => object, string]>([
    [
      'a gateway that is attached to nothing',
      ({ account, web }) => {
        const made = account.call<{ InternetGateway: { InternetGatewayId: string } }>('CreateInternetGateway');
        return { Source: made.InternetGateway.InternetGatewayId, Destination: web.InstanceId };
      },
      'UNASSOCIATED_COMPONENT',
    ],
    [
      'an instance that is stopped',
      ({ account, web, gateway }) => {
        stopInstance(account, web.InstanceId);
        return { Source: gateway, Destination: web.InstanceId };
      },
      'BAD_STATE',
    ],
    [
      'an interface that is attached to nothing',
      ({ account, web, open, group }) => {
        allow(account, group, { IpProtocol: '-1', IpRanges: everywhere });
        const { NetworkInterfaceId } = makeInterface(account, open, { Groups: [group] });
        return { Source: web.InstanceId, Destination: NetworkInterfaceId };
      },
      'BAD_STATE_ATTACHMENT',
    ],
    [
      'a private address on the internet',
      ({ web, gateway }) => ({ Source: gateway, SourceIp: '10.9.9.9', Destination: web.InstanceId }),
      'IGW_EXPECTS_PUBLIC_ADDRESS',
    ],
    [
      'an address that is none of the source’s',
      ({ web, db }) => ({ Source: web.InstanceId, SourceIp: '10.0.1.99', Destination: db.InstanceId }),
      'FILTER_AT_SOURCE_SOURCE_ADDRESS',
    ],
    [
      'an address that nobody arrives from',
      ({ account, group, web, db }) => {
        allow(account, group, { IpProtocol: '-1', IpRanges: everywhere });
        const FilterAtDestination = { SourceAddress: '10.0.1.99' };
        return { Source: web.InstanceId, Destination: db.InstanceId, FilterAtDestination };
      },
      'FILTER_AT_DESTINATION_SOURCE_ADDRESS',
    ],
    [
      'ports that both filters cannot have',
      ({ web, db }) => ({
        Source: web.InstanceId,
        Destination: db.InstanceId,
        DestinationPort: 80,
        FilterAtDestination: { DestinationPortRange: { FromPort: 81, ToPort: 90 } },
      }),
      'FILTER_AT_DESTINATION_DESTINATION_PORT_RANGE',
    ],
    [
      'a virtual private gateway that nothing is behind',
      ({ account, web, vpc }) => {
        const { VpnGateway } = account.call<{ VpnGateway: { VpnGatewayId: string } }>('CreateVpnGateway', {
          Type: 'ipsec.1',
        });
        account.call('AttachVpnGateway', { VpnGatewayId: VpnGateway.VpnGatewayId, VpcId: vpc });
        return { Source: VpnGateway.VpnGatewayId, Destination: web.InstanceId };
      },
      'NO_PATH',
    ],
  ])('%s', (_, path, code) => {
    const made = network();
    const input = path(made);
    expect(codes(analyze(made.account, input))).toEqual([code]);
  });

  test('an end that is gone is said', () => {
    const { account, web, db } = network();
    const path = makePath(account, { Source: web.InstanceId, Destination: db.InstanceId });
    account.call('TerminateInstances', { InstanceIds: [db.InstanceId] });
    account.wait(2 * 3_600);
    startAnalysis(account, path);
    account.wait(60);
    expect(account.call('DescribeNetworkInsightsAnalyses')).toMatchObject({
      NetworkInsightsAnalyses: [{ Explanations: [{ ExplanationCode: 'NO_SOURCE_OR_DESTINATION' }] }],
    });
  });
});

describe('analyses', () => {
  test('run for half a minute, of the network as it was at their start', () => {
    const { account, gateway, group, web } = network();
    const path = makePath(account, { Source: gateway, Destination: web.InstanceId, DestinationPort: 22 });
    const start = { NetworkInsightsPathId: path, ClientToken: 'once' };
    const Tags = [{ Key: 'Name', Value: 'ssh' }];
    const tagged = { ...start, TagSpecifications: [{ ResourceType: 'network-insights-analysis', Tags }] };
    const started = account.call<{ NetworkInsightsAnalysis: { NetworkInsightsAnalysisId: string } }>(
      'StartNetworkInsightsAnalysis',
      tagged,
    );
    const { NetworkInsightsAnalysisId: id } = started.NetworkInsightsAnalysis;
    expect(started.NetworkInsightsAnalysis).toEqual({
      NetworkInsightsAnalysisId: expect.stringMatching(/^nia-[0-9a-f]{17}$/),
      NetworkInsightsAnalysisArn: `${arn}network-insights-analysis/${id}`,
      NetworkInsightsPathId: path,
      StartDate: expect.stringMatching(/^2026-01-31T/),
      Status: 'running',
      Tags,
    });
    expect(account.call('StartNetworkInsightsAnalysis', tagged)).toEqual(started);
    allow(account, group, { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: everywhere });
    const shown = () => account.call('DescribeNetworkInsightsAnalyses', { NetworkInsightsPathId: path });
    expect(shown()).toEqual({ NetworkInsightsAnalyses: [started.NetworkInsightsAnalysis] });
    account.wait(60);
    expect(shown()).toMatchObject({ NetworkInsightsAnalyses: [{ Status: 'succeeded', NetworkPathFound: false }] });
  });

  test('are found by their path, time, status, result and tags', () => {
    const { account, gateway, web } = network();
    const ClosedId = analyze(account, { Source: gateway, Destination: web.InstanceId }).NetworkInsightsAnalysisId;
    const later = new Date(account.world.now).toISOString();
    const id = startAnalysis(account, makePath(account, { Source: web.InstanceId, Destination: gateway }));
    const found = (input: object) =>
      account
        .call<{ NetworkInsightsAnalyses: { NetworkInsightsAnalysisId: string }[] }>(
          'DescribeNetworkInsightsAnalyses',
          input,
        )
        .NetworkInsightsAnalyses.map((one) => one.NetworkInsightsAnalysisId);
    const by = (Name: string, value: string) => found({ Filters: [{ Name, Values: [value] }] });
    expect(found({})).toEqual([ClosedId, id]);
    expect(found({ AnalysisStartTime: later })).toEqual([id]);
    expect(found({ AnalysisEndTime: later })).toEqual([ClosedId]);
    expect(by('status', 'running')).toEqual([id]);
    expect(by('path-found', 'false')).toEqual([ClosedId]);
    expect(by('path-found', 'true')).toEqual([]);
    account.wait(60);
    expect(by('path-found', 'true')).toEqual([id]);
    account.call('CreateTags', { Resources: [id], Tags: [{ Key: 'Name', Value: 'out' }] });
    expect(by('tag:Name', 'out')).toEqual([id]);
    expect(found({ MaxResults: 1 })).toEqual([ClosedId]);
  });

  test('keep their path, until they are deleted or 120 days old', () => {
    const { account, gateway, web } = network();
    const path = makePath(account, { Source: gateway, Destination: web.InstanceId });
    const [first, second] = [startAnalysis(account, path), startAnalysis(account, path)];
    expect(account.refusal('DeleteNetworkInsightsPath', { NetworkInsightsPathId: path })).toBe(
      `AnalysisExistsForNetworkInsightsPath: The path ${path} has analyses. Delete them first.`,
    );
    expect(account.call('DeleteNetworkInsightsAnalysis', { NetworkInsightsAnalysisId: first })).toEqual({
      NetworkInsightsAnalysisId: first,
    });
    const left = { NetworkInsightsAnalyses: [{ NetworkInsightsAnalysisId: second }] };
    account.wait(119 * 86_400);
    expect(account.call('DescribeNetworkInsightsAnalyses')).toMatchObject(left);
    account.wait(86_400);
    expect(account.call('DescribeNetworkInsightsAnalyses')).toEqual({ NetworkInsightsAnalyses: [] });
    account.call('DeleteNetworkInsightsPath', { NetworkInsightsPathId: path });
    expect(account.world.timers.size).toBe(0);
  });

  test.each<[object, string]>([
    [
      { NetworkInsightsPathId: 'nip-0123456789abcdef0' },
      "InvalidNetworkInsightsPathId.NotFound: The NetworkInsightsPath ID 'nip-0123456789abcdef0' does not exist",
    ],
    [
      { FilterInArns: ['nat-1'] },
      'InvalidParameterValue: Value (nat-1) for parameter filterInArns is invalid. It is not the ARN of a resource of this account and Region.',
    ],
    [
      { FilterOutArns: [`${arn}natgateway/nat-1`, `${arn}natgateway/nat-2`] },
      'InvalidParameterValue: Invalid value for filterOutArns. It can have only one ARN.',
    ],
    [
      { FilterInArns: [`${arn}natgateway/nat-1`], FilterOutArns: [`${arn}natgateway/nat-1`] },
      `InvalidParameterCombination: The ARN ${arn}natgateway/nat-1 cannot be in both filterInArns and filterOutArns.`,
    ],
    [{ AdditionalAccounts: ['444455556666'] }, 'NotModelled: This simulator does not model '],
  ])('refuse %j', (more, expected) => {
    const { account, gateway, web } = network();
    const NetworkInsightsPathId = makePath(account, { Source: gateway, Destination: web.InstanceId });
    const input = { NetworkInsightsPathId, ClientToken: 'a', ...more };
    expect(account.refusal('StartNetworkInsightsAnalysis', input)).toContain(expected);
  });
});
