import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { makeGroup, makeSubnet, makeVpc } from '@/test/build/network-interface';
import { makeInterfaceEndpoint, makeNamedVpc } from '@/test/build/private-links';

interface Shown {
  VpcEndpointId: string;
  State: string;
  PolicyDocument?: string;
  RouteTableIds: string[];
  SubnetIds: string[];
  NetworkInterfaceIds: string[];
  Groups: { GroupId: string }[];
  PrivateDnsEnabled: boolean;
  DnsEntries: { DnsName: string; HostedZoneId: string }[];
}

const s3 = 'com.amazonaws.us-east-1.s3';
const ec2 = 'com.amazonaws.us-east-1.ec2';
const create = (account: TestAccount, input: object) =>
  account.call<{ VpcEndpoint: Shown }>('CreateVpcEndpoint', input).VpcEndpoint;
const list = (account: TestAccount, input: object = {}) =>
  account.call<{ VpcEndpoints: Shown[] }>('DescribeVpcEndpoints', input).VpcEndpoints;
const id = expect.stringMatching(/^vpce-[0-9a-f]{17}$/);

function network(quotas = {}) {
  const account = new TestAccount({ quotas });
  const VpcId = makeNamedVpc(account, '10.0.0.0/16');
  const SubnetId = makeSubnet(account, VpcId, '10.0.1.0/24', 'us-east-1a');
  const main = account.world.routeTables.by('VpcId', VpcId)[0]?.RouteTableId ?? '';
  const routes = (RouteTableId = main) =>
    account
      .call<{ RouteTables: { Routes: { DestinationPrefixListId?: string }[] }[] }>('DescribeRouteTables', {
        RouteTableIds: [RouteTableId],
      })
      .RouteTables[0]?.Routes.filter((route) => route.DestinationPrefixListId);
  const refusal = (input: object) => account.refusal('CreateVpcEndpoint', { VpcId, ...input });
  return { account, VpcId, SubnetId, main, routes, refusal };
}

describe('a gateway endpoint', () => {
  test('is available at once, gives its route tables a route, and takes it along when it goes', () => {
    const { account, VpcId, main, routes } = network();
    const made = create(account, { VpcId, ServiceName: s3, RouteTableIds: [main] });
    const expected = {
      VpcEndpointId: id,
      VpcEndpointType: 'Gateway',
      VpcId,
      ServiceName: s3,
      State: 'available',
      PolicyDocument:
        '{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
      RouteTableIds: [main],
      SubnetIds: [],
      Groups: [],
      IpAddressType: 'ipv4',
      DnsOptions: { DnsRecordIpType: 'service-defined' },
      PrivateDnsEnabled: false,
      RequesterManaged: false,
      NetworkInterfaceIds: [],
      DnsEntries: [],
      CreationTimestamp: '2026-01-31T09:30:04.000Z',
      Tags: [],
      OwnerId: '111122223333',
    };
    expect(made).toEqual(expected);
    expect(list(account)).toEqual([expected]);
    expect(routes()).toEqual([
      {
        DestinationPrefixListId: 'pl-63a5400a',
        GatewayId: made.VpcEndpointId,
        Origin: 'CreateRoute',
        State: 'active',
      },
    ]);
    expect(account.call('DeleteVpcEndpoints', { VpcEndpointIds: [made.VpcEndpointId] })).toEqual({ Unsuccessful: [] });
    expect(list(account)).toEqual([]);
    expect(routes()).toEqual([]);
  });

  test('route tables come and go, and one has a single route to a service', () => {
    const { account, VpcId, main, routes } = network();
    const { VpcEndpointId } = create(account, { VpcId, ServiceName: s3 });
    const modify = (input: object) => account.call('ModifyVpcEndpoint', { VpcEndpointId, ...input });
    expect(modify({ AddRouteTableIds: [main] })).toEqual({ Return: true });
    expect(list(account)[0]?.RouteTableIds).toEqual([main]);
    const exists = `RouteAlreadyExists: route table ${main} already has a route with destination-prefix-list-id pl-63a5400a`;
    expect(account.refusal('CreateVpcEndpoint', { VpcId, ServiceName: s3, RouteTableIds: [main] })).toBe(exists);
    expect(account.refusal('ModifyVpcEndpoint', { VpcEndpointId, AddRouteTableIds: [main] })).toBe(exists);
    create(account, { VpcId, ServiceName: 'com.amazonaws.us-east-1.dynamodb', RouteTableIds: [main] });
    expect(routes()).toHaveLength(2);
    modify({ RemoveRouteTableIds: [main] });
    expect(list(account)[0]?.RouteTableIds).toEqual([]);
    expect(account.refusal('ModifyVpcEndpoint', { VpcEndpointId, RemoveRouteTableIds: [main] })).toContain(
      'InvalidParameter',
    );
  });

  test('its policy is kept as it was given, and reset', () => {
    const { account, VpcId } = network();
    const policy = '{ "Statement": [] }';
    const { VpcEndpointId, PolicyDocument } = create(account, { VpcId, ServiceName: s3, PolicyDocument: policy });
    expect(PolicyDocument).toBe(policy);
    account.call('ModifyVpcEndpoint', { VpcEndpointId, ResetPolicy: true });
    expect(list(account)[0]?.PolicyDocument).toContain('2008-10-17');
    account.call('ModifyVpcEndpoint', { VpcEndpointId, PolicyDocument: policy });
    expect(list(account)[0]?.PolicyDocument).toBe(policy);
    for (const wrong of ['{', '[]', '7', 'null']) {
      expect(account.refusal('ModifyVpcEndpoint', { VpcEndpointId, PolicyDocument: wrong })).toBe(
        'InvalidParameter: The policy document is not valid JSON.',
      );
    }
    expect(
      account.refusal('ModifyVpcEndpoint', { VpcEndpointId, PolicyDocument: policy, ResetPolicy: true }),
    ).toContain('InvalidParameterCombination');
  });

  test('refuses what belongs to interfaces, and tables of other VPCs', () => {
    const { account, SubnetId, refusal } = network();
    expect(refusal({ ServiceName: s3, SubnetIds: [SubnetId] })).toBe(
      'InvalidParameter: Subnet IDs are only supported for Interface and GatewayLoadBalancer type VPC Endpoints.',
    );
    expect(refusal({ ServiceName: s3, SecurityGroupIds: ['sg-1'] })).toContain('Security group IDs are only');
    expect(refusal({ ServiceName: s3, PrivateDnsEnabled: true })).toContain('Private DNS can only');
    const other = account.world.routeTables.by('VpcId', account.defaultVpcId)[0]?.RouteTableId;
    expect(refusal({ ServiceName: s3, RouteTableIds: [other] })).toContain(
      `The route table '${other}' does not belong`,
    );
    expect(refusal({ ServiceName: s3, RouteTableIds: ['rtb-0123456789abcdef0'] })).toContain(
      'InvalidRouteTableID.NotFound',
    );
  });
});

describe('an interface endpoint', () => {
  test('is pending for a minute, with an interface in its subnet, and goes with it', () => {
    const { account, VpcId, SubnetId } = network();
    const tags = [{ Key: 'Name', Value: 'ec2' }];
    const made = create(account, {
      VpcId,
      VpcEndpointType: 'Interface',
      ServiceName: ec2,
      SubnetIds: [SubnetId],
      TagSpecifications: [{ ResourceType: 'vpc-endpoint', Tags: tags }],
    });
    const [group] = account.world.securityGroups.by('VpcId', VpcId);
    const [eni = ''] = made.NetworkInterfaceIds;
    const name = made.DnsEntries[0]?.DnsName.split('.')[0];
    expect(name).toMatch(new RegExp(`^${made.VpcEndpointId}-[a-z0-9]{8}$`));
    const names = [`${name}.ec2.us-east-1.vpce.amazonaws.com`, `${name}-us-east-1a.ec2.us-east-1.vpce.amazonaws.com`];
    const expected = {
      VpcEndpointId: id,
      VpcEndpointType: 'Interface',
      VpcId,
      ServiceName: ec2,
      State: 'pending',
      RouteTableIds: [],
      SubnetIds: [SubnetId],
      Groups: [{ GroupId: group?.GroupId, GroupName: 'default' }],
      IpAddressType: 'ipv4',
      DnsOptions: { DnsRecordIpType: 'ipv4' },
      PrivateDnsEnabled: true,
      RequesterManaged: false,
      NetworkInterfaceIds: [expect.stringMatching(/^eni-/)],
      DnsEntries: [
        ...names.map((DnsName) => ({ DnsName, HostedZoneId: 'Z7HUB22UULQXV' })),
        { DnsName: 'ec2.us-east-1.amazonaws.com', HostedZoneId: 'ZONEIDPENDING' },
      ],
      CreationTimestamp: '2026-01-31T09:30:04.000Z',
      Tags: tags,
      OwnerId: '111122223333',
    };
    expect(made).toEqual(expected);
    account.wait(60);
    const [shown] = list(account);
    expect(shown).toMatchObject({ State: 'available', PolicyDocument: expect.stringContaining('\n  "Statement"') });
    expect(shown?.DnsEntries[2]?.HostedZoneId).toMatch(/^Z0[A-Z0-9]{19}$/);

    const { NetworkInterfaces } = account.call<{ NetworkInterfaces: object[] }>('DescribeNetworkInterfaces', {
      NetworkInterfaceIds: [eni],
    });
    expect(NetworkInterfaces[0]).toMatchObject({
      Attachment: {
        AttachmentId: expect.stringMatching(/^ela-attach-/),
        DeleteOnTermination: false,
        DeviceIndex: 1,
        InstanceOwnerId: 'amazon-aws',
        Status: 'attached',
      },
      Description: `VPC Endpoint Interface ${made.VpcEndpointId}`,
      Groups: [{ GroupName: 'default' }],
      InterfaceType: 'vpc_endpoint',
      RequesterId: '111122223333',
      RequesterManaged: true,
      SourceDestCheck: true,
      Status: 'in-use',
    });
    expect(account.refusal('DeleteSubnet', { SubnetId })).toContain('DependencyViolation');

    account.call('DeleteVpcEndpoints', { VpcEndpointIds: [made.VpcEndpointId] });
    expect(list(account)[0]?.State).toBe('deleting');
    expect(account.refusal('ModifyVpcEndpoint', { VpcEndpointId: made.VpcEndpointId })).toContain('IncorrectState');
    account.wait(30);
    expect(list(account)).toEqual([]);
    expect(account.world.networkInterfaces.get(eni)).toBeUndefined();
    expect(account.call('DeleteSubnet', { SubnetId })).toEqual({});
  });

  test('has one subnet in each zone, an address of its choice there, and groups of the VPC', () => {
    const { account, VpcId, SubnetId } = network();
    const second = makeSubnet(account, VpcId, '10.0.2.0/24', 'us-east-1b');
    const same = makeSubnet(account, VpcId, '10.0.3.0/24', 'us-east-1b');
    const group = makeGroup(account, VpcId, 'endpoints');
    const input = { VpcId, VpcEndpointType: 'Interface', ServiceName: ec2, SecurityGroupIds: [group] };
    expect(account.refusal('CreateVpcEndpoint', { ...input, SubnetIds: [second, same] })).toBe(
      `DuplicateSubnetsInSameZone: Found another VPC endpoint subnet in the availability zone of ${same}. VPC endpoint subnets should be in different availability zones supported by the VPC endpoint service.`,
    );
    const { VpcEndpointId, NetworkInterfaceIds } = create(account, {
      ...input,
      SubnetIds: [SubnetId, second],
      SubnetConfigurations: [{ SubnetId: second, Ipv4: '10.0.2.77' }],
    });
    const addresses = () =>
      (list(account)[0]?.NetworkInterfaceIds ?? []).map(
        (eni) => account.world.networkInterfaces.get(eni)?.PrivateIpAddresses[0]?.PrivateIpAddress,
      );
    expect(addresses()[1]).toBe('10.0.2.77');
    const modify = (more: object) => account.call('ModifyVpcEndpoint', { VpcEndpointId, ...more });
    expect(account.refusal('ModifyVpcEndpoint', { VpcEndpointId, AddSubnetIds: [same] })).toContain(
      'DuplicateSubnetsInSameZone',
    );
    modify({ RemoveSubnetIds: [second], AddSubnetIds: [same] });
    expect(list(account)[0]).toMatchObject({ SubnetIds: [SubnetId, same] });
    expect(account.world.networkInterfaces.get(NetworkInterfaceIds[1] ?? '')).toBeUndefined();
    modify({ SubnetConfigurations: [{ SubnetId, Ipv4: '10.0.1.88' }] });
    expect(addresses()).toContain('10.0.1.88');

    const other = makeGroup(account, VpcId, 'more');
    modify({ AddSecurityGroupIds: [other], RemoveSecurityGroupIds: [group] });
    expect(list(account)[0]?.Groups).toEqual([{ GroupId: other, GroupName: 'more' }]);
    for (const eni of account.world.networkInterfaces.by('group', other)) expect(eni.groups).toEqual([other]);
    expect(account.refusal('DeleteSecurityGroup', { GroupId: other })).toContain('DependencyViolation');
    expect(account.refusal('ModifyVpcEndpoint', { VpcEndpointId, RemoveSecurityGroupIds: [other] })).toContain(
      'at least one security group',
    );
    expect(account.refusal('ModifyVpcEndpoint', { VpcEndpointId, RemoveSubnetIds: [second] })).toContain(
      'is not associated',
    );
    expect(
      account.refusal('ModifyVpcEndpoint', { VpcEndpointId, SubnetConfigurations: [{ SubnetId: second }] }),
    ).toContain('has a configuration');
  });

  test('without a subnet it has no names, and keeps its groups', () => {
    const { account, VpcId } = network();
    const group = makeGroup(account, VpcId, 'endpoints');
    const made = create(account, {
      VpcId,
      VpcEndpointType: 'Interface',
      ServiceName: ec2,
      SecurityGroupIds: [group],
    });
    expect(made).toMatchObject({ DnsEntries: [], NetworkInterfaceIds: [], PrivateDnsEnabled: true });
    expect(account.refusal('DeleteSecurityGroup', { GroupId: group })).toContain('DependencyViolation');
  });

  test('refuses what belongs to gateways, and subnets and groups of other VPCs', () => {
    const { account, main, refusal, VpcId } = network();
    const Interface = { VpcEndpointType: 'Interface', ServiceName: ec2 };
    expect(refusal({ ...Interface, RouteTableIds: [main] })).toBe(
      'InvalidParameter: Route table IDs are only supported for Gateway type VPC Endpoint.',
    );
    const [subnet] = account.world.subnets.by('VpcId', account.defaultVpcId);
    expect(refusal({ ...Interface, SubnetIds: [subnet?.SubnetId] })).toContain(`does not belong to VPC ${VpcId}`);
    const [group] = account.world.securityGroups.by('VpcId', account.defaultVpcId);
    expect(refusal({ ...Interface, SecurityGroupIds: [group?.GroupId] })).toBe(
      'InvalidGroup.NotFound: You have specified two resources that belong to different networks.',
    );
    const many = Array.from({ length: 6 }, (_, index) => makeGroup(account, VpcId, `g${index}`));
    expect(refusal({ ...Interface, SecurityGroupIds: many })).toContain('SecurityGroupsPerInterfaceLimitExceeded');
  });
});

describe('private DNS', () => {
  const Interface = { VpcEndpointType: 'Interface', ServiceName: ec2 };

  test('needs the VPC’s DNS attributes', () => {
    const account = new TestAccount();
    const VpcId = makeVpc(account, '10.0.0.0/16');
    expect(account.refusal('CreateVpcEndpoint', { VpcId, ...Interface })).toBe(
      `InvalidParameter: Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for ${VpcId}`,
    );
    const made = create(account, { VpcId, ...Interface, PrivateDnsEnabled: false });
    expect(made.PrivateDnsEnabled).toBe(false);
  });

  test('one endpoint of a VPC has a service’s name', () => {
    const { account, VpcId, SubnetId } = network();
    create(account, { VpcId, ...Interface });
    const conflict = `InvalidParameter: private-dns-enabled cannot be set because there is already a conflicting DNS domain for ec2.us-east-1.amazonaws.com in the VPC ${VpcId}`;
    expect(account.refusal('CreateVpcEndpoint', { VpcId, ...Interface })).toBe(conflict);
    const input = { VpcId, ...Interface, PrivateDnsEnabled: false, SubnetIds: [SubnetId] };
    const { VpcEndpointId, DnsEntries } = create(account, input);
    expect(DnsEntries).toHaveLength(2);
    expect(account.refusal('ModifyVpcEndpoint', { VpcEndpointId, PrivateDnsEnabled: true })).toBe(conflict);
    const [first] = list(account);
    account.call('ModifyVpcEndpoint', { VpcEndpointId: first?.VpcEndpointId, PrivateDnsEnabled: false });
    account.call('ModifyVpcEndpoint', { VpcEndpointId, PrivateDnsEnabled: true });
    expect(list(account)[1]?.DnsEntries).toHaveLength(3);
  });

  test('for S3 serves inbound queries only, beside a gateway endpoint, unless it is asked for otherwise', () => {
    const { account, VpcId, main, SubnetId, refusal } = network();
    const input = { VpcEndpointType: 'Interface', ServiceName: s3, SubnetIds: [SubnetId] };
    const made = create(account, { VpcId, ...input });
    expect(made).toMatchObject({
      PrivateDnsEnabled: false,
      DnsEntries: [{ DnsName: expect.stringMatching(/^\*\.vpce-.*\.s3\.us-east-1\.vpce\.amazonaws\.com$/) }, {}],
    });
    account.call('DeleteVpcEndpoints', { VpcEndpointIds: [made.VpcEndpointId] });
    account.wait(30);
    expect(refusal({ ...input, PrivateDnsEnabled: true })).toBe(
      `InvalidParameter: To set PrivateDnsOnlyForInboundResolverEndpoint to true, the VPC ${VpcId} must have a Gateway endpoint for the service.`,
    );
    create(account, { VpcId, ServiceName: s3, RouteTableIds: [main] });
    expect(create(account, { VpcId, ...input, PrivateDnsEnabled: true })).toMatchObject({
      DnsOptions: { DnsRecordIpType: 'ipv4', PrivateDnsOnlyForInboundResolverEndpoint: true },
      PrivateDnsEnabled: true,
    });
    const other = network();
    expect(
      create(other.account, {
        VpcId: other.VpcId,
        ...input,
        SubnetIds: [other.SubnetId],
        PrivateDnsEnabled: true,
        DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: false },
      }),
    ).toMatchObject({ DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: false } });
  });

  test('is not for a service without a private name', () => {
    const { refusal } = network();
    const ServiceName = 'com.amazonaws.us-east-1.dynamodb';
    expect(refusal({ VpcEndpointType: 'Interface', ServiceName, PrivateDnsEnabled: true })).toBe(
      "InvalidParameter: Private DNS can't be enabled because the service com.amazonaws.us-east-1.dynamodb does not provide a private DNS name.",
    );
  });
});

describe('CreateVpcEndpoint', () => {
  test('refuses services that are not there or of another type', () => {
    const { refusal } = network();
    expect(refusal({ ServiceName: 'com.amazonaws.us-east-1.nothing' })).toBe(
      "InvalidServiceName: The Vpc Endpoint Service 'com.amazonaws.us-east-1.nothing' does not exist",
    );
    expect(refusal({ ServiceName: ec2 })).toBe(
      'InvalidParameter: Endpoint type (Gateway) does not match available service types ([Interface]).',
    );
    expect(refusal({})).toBe('MissingParameter: The request must contain the parameter serviceName');
    expect(refusal({ ServiceName: s3, VpcId: 'vpc-0123456789abcdef0' })).toContain('InvalidVpcID.NotFound');
  });

  test.each<[string, object]>([
    ['VPC endpoints of type GatewayLoadBalancer', { VpcEndpointType: 'GatewayLoadBalancer' }],
    ['VPC endpoints of type Resource', { VpcEndpointType: 'Resource' }],
    ['endpoint services of other Regions', { ServiceRegion: 'eu-west-1' }],
    ['VPC endpoints with IPv6 addresses', { IpAddressType: 'dualstack' }],
    ['VPC endpoints with IPv6 records', { DnsOptions: { DnsRecordIpType: 'ipv6' } }],
    ['the parameter ServiceNetworkArn', { ServiceNetworkArn: 'arn' }],
  ])('does not model %s', (what, input) => {
    expect(network().refusal({ ServiceName: s3, ...input })).toBe(
      `NotModelled: This simulator does not model ${what}.`,
    );
  });

  test('is made once with a token', () => {
    const { account, VpcId } = network();
    const input = { VpcId, ServiceName: s3, ClientToken: 'once' };
    const first = account.call<{ ClientToken: string; VpcEndpoint: Shown }>('CreateVpcEndpoint', input);
    expect(first.ClientToken).toBe('once');
    expect(account.call('CreateVpcEndpoint', input)).toEqual(first);
    expect(account.refusal('CreateVpcEndpoint', { ...input, PolicyDocument: '{}' })).toContain(
      'IdempotentParameterMismatch',
    );
  });

  test('is refused past the quotas', () => {
    const { account, VpcId, refusal } = network({ gatewayEndpointsPerRegion: 1, interfaceEndpointsPerVpc: 0 });
    create(account, { VpcId, ServiceName: s3 });
    const limit = 'VpcEndpointLimitExceeded: The maximum number of VPC endpoints has been reached.';
    expect(refusal({ ServiceName: s3 })).toBe(limit);
    expect(refusal({ VpcEndpointType: 'Interface', ServiceName: ec2 })).toBe(limit);
  });
});

test('DeleteVpcEndpoints answers what it could not delete', () => {
  const { account, VpcId } = network();
  const { VpcEndpointId } = create(account, { VpcId, ServiceName: s3 });
  const unknown = 'vpce-0123456789abcdef0';
  expect(account.call('DeleteVpcEndpoints', { VpcEndpointIds: [unknown, VpcEndpointId, 'web'] })).toEqual({
    Unsuccessful: [
      {
        Error: {
          Code: 'InvalidVpcEndpointId.NotFound',
          Message: `The Vpc Endpoint Id '${unknown}' does not exist`,
        },
        ResourceId: unknown,
      },
      {
        Error: { Code: 'InvalidVpcEndpointId.Malformed', Message: 'Invalid id: "web" (expecting "vpce-...")' },
        ResourceId: 'web',
      },
    ],
  });
  expect(list(account)).toEqual([]);
  expect(account.refusal('DescribeVpcEndpoints', { VpcEndpointIds: [unknown] })).toBe(
    `InvalidVpcEndpointId.NotFound: The Vpc Endpoint Id '${unknown}' does not exist`,
  );
});

test('a VPC stays while it has an endpoint', () => {
  const account = new TestAccount();
  const VpcId = makeVpc(account, '10.0.0.0/16');
  const { VpcEndpointId } = create(account, { VpcId, ServiceName: s3 });
  expect(account.refusal('DeleteVpc', { VpcId })).toContain('DependencyViolation');
  account.call('DeleteVpcEndpoints', { VpcEndpointIds: [VpcEndpointId] });
  expect(account.call('DeleteVpc', { VpcId })).toEqual({});
});

test.each<[string, string, number]>([
  ['ip-address-type', 'ipv4', 2],
  ['ip-address-type', 'ipv6', 0],
  ['service-name', s3, 1],
  ['service-region', 'us-east-1', 2],
  ['tag:Name', 'x', 1],
  ['tag-key', 'Name', 1],
  ['vpc-endpoint-id', 'vpce-*', 2],
  ['vpc-endpoint-state', 'available', 2],
  ['vpc-endpoint-type', 'Interface', 1],
  ['vpc-id', 'vpc-*', 2],
])('DescribeVpcEndpoints filters by %s %s', (Name, value, count) => {
  const account = new TestAccount();
  const { VpcId, VpcEndpointId } = makeInterfaceEndpoint(account, '10.0.0.0/16');
  create(account, { VpcId, ServiceName: s3 });
  account.call('CreateTags', { Resources: [VpcEndpointId], Tags: [{ Key: 'Name', Value: 'x' }] });
  expect(list(account, { Filters: [{ Name, Values: [value] }] })).toHaveLength(count);
});

describe('DescribeVpcEndpointServices', () => {
  interface Services {
    ServiceNames: string[];
    ServiceDetails: { ServiceName: string; ServiceType: { ServiceType: string }[] }[];
    NextToken?: string;
  }
  const services = (input: object = {}, region = 'us-east-1') =>
    new TestAccount({ region }).call<Services>('DescribeVpcEndpointServices', input);

  test('shows a service of each type it has', () => {
    expect(services({ ServiceNames: [s3] })).toMatchObject({
      ServiceNames: [s3],
      ServiceDetails: [
        { ServiceType: [{ ServiceType: 'Gateway' }], BaseEndpointDnsNames: ['s3.us-east-1.amazonaws.com'] },
        { ServiceType: [{ ServiceType: 'Interface' }], BaseEndpointDnsNames: ['s3.us-east-1.vpce.amazonaws.com'] },
      ],
    });
    expect(services({ ServiceNames: ['com.amazonaws.us-west-1.ec2'] }, 'us-west-1')).toEqual({
      ServiceNames: ['com.amazonaws.us-west-1.ec2'],
      ServiceDetails: [
        {
          ServiceName: 'com.amazonaws.us-west-1.ec2',
          ServiceId: expect.stringMatching(/^vpce-svc-[0-9a-f]{17}$/),
          ServiceType: [{ ServiceType: 'Interface' }],
          ServiceRegion: 'us-west-1',
          AvailabilityZones: ['us-west-1a', 'us-west-1c'],
          Owner: 'amazon',
          BaseEndpointDnsNames: ['ec2.us-west-1.vpce.amazonaws.com'],
          PrivateDnsName: 'ec2.us-west-1.amazonaws.com',
          PrivateDnsNames: [{ PrivateDnsName: 'ec2.us-west-1.amazonaws.com' }],
          VpcEndpointPolicySupported: true,
          AcceptanceRequired: false,
          ManagesVpcEndpoints: false,
          Tags: [],
          PrivateDnsNameVerificationState: 'verified',
          SupportedIpAddressTypes: ['ipv4'],
        },
      ],
    });
  });

  test('are in order of name, and go in pages', () => {
    const { ServiceNames, ServiceDetails } = services();
    expect(ServiceNames).toEqual([...ServiceNames].sort());
    expect(ServiceDetails.length).toBe(ServiceNames.length + 2);
    const account = new TestAccount();
    const first = account.call<Services>('DescribeVpcEndpointServices', { MaxResults: 3 });
    expect(first.ServiceDetails).toHaveLength(3);
    const { NextToken } = first;
    const rest = account.call<Services>('DescribeVpcEndpointServices', { NextToken, MaxResults: 5_000 });
    expect(rest.ServiceDetails).toHaveLength(ServiceDetails.length - 3);
  });

  test.each<[string, string, boolean]>([
    ['owner', 'amazon', true],
    ['owner', '111122223333', false],
    ['service-name', '*.s3', true],
    ['service-region', 'us-east-1', true],
    ['service-type', 'Gateway', true],
    ['service-type', 'GatewayLoadBalancer', false],
    ['supported-ip-address-types', 'ipv4', true],
    ['tag-key', 'Name', false],
  ])('filters by %s %s', (Name, value, found) => {
    expect(services({ Filters: [{ Name, Values: [value] }] }).ServiceDetails.length > 0).toBe(found);
  });

  test('refuses what is not there', () => {
    const account = new TestAccount();
    expect(account.refusal('DescribeVpcEndpointServices', { ServiceNames: ['web'] })).toBe(
      "InvalidServiceName: The Vpc Endpoint Service 'web' does not exist",
    );
    expect(account.refusal('DescribeVpcEndpointServices', { ServiceRegions: ['eu-west-1'] })).toContain('NotModelled');
  });
});
