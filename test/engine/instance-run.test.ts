import { expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { imageFor, launch, launchInput, runInstance, type ShownInstance, showInstance } from '@/test/build/instance';
import { describeInterface, makeGroup, makeInterface, makeSubnet, makeVpc } from '@/test/build/network-interface';
import model from './aws-model/ec2.json';

const lines = (value: unknown): string => JSON.stringify(value, undefined, 1);

interface Reservation {
  ReservationId: string;
  Instances: (ShownInstance & { BlockDeviceMappings: { Ebs: { VolumeId: string } }[] })[];
}

test('the answer of RunInstances, to the member', () => {
  const account = new TestAccount();
  const vpcId = makeVpc(account);
  const SubnetId = makeSubnet(account, vpcId);
  const GroupId = makeGroup(account, vpcId, 'web');

  const answer = account.call<Reservation>(
    'RunInstances',
    launchInput({
      SubnetId,
      SecurityGroupIds: [GroupId],
      PrivateIpAddress: '10.0.1.10',
      ClientToken: 'once',
      Monitoring: { Enabled: true },
      TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'web-1' }] }],
    }),
  );

  const now = new Date(account.world.now).toISOString();
  const [instance] = answer.Instances;
  const [eth0] = instance?.NetworkInterfaces ?? [];
  const shown = describeInterface(account, eth0?.NetworkInterfaceId ?? '');
  const groups = [{ GroupId, GroupName: 'web' }];
  expect(lines(answer)).toBe(
    lines({
      ReservationId: expectedId(answer.ReservationId, 'r'),
      OwnerId: account.world.account,
      Groups: [],
      Instances: [
        {
          Architecture: 'x86_64',
          BlockDeviceMappings: [],
          ClientToken: 'once',
          EbsOptimized: false,
          EnaSupport: true,
          Hypervisor: 'xen',
          NetworkInterfaces: [
            {
              Attachment: {
                AttachTime: now,
                AttachmentId: shown.Attachment?.AttachmentId,
                DeleteOnTermination: true,
                DeviceIndex: 0,
                Status: 'attaching',
                NetworkCardIndex: 0,
              },
              Description: '',
              Groups: groups,
              Ipv6Addresses: [],
              MacAddress: shown.MacAddress,
              NetworkInterfaceId: shown.NetworkInterfaceId,
              OwnerId: account.world.account,
              PrivateIpAddress: '10.0.1.10',
              PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: '10.0.1.10' }],
              SourceDestCheck: true,
              Status: 'in-use',
              SubnetId,
              VpcId: vpcId,
              InterfaceType: 'interface',
              Operator: { Managed: false },
            },
          ],
          RootDeviceName: '/dev/xvda',
          RootDeviceType: 'ebs',
          SecurityGroups: groups,
          SourceDestCheck: true,
          StateReason: { Code: 'pending', Message: 'pending' },
          Tags: [{ Key: 'Name', Value: 'web-1' }],
          VirtualizationType: 'hvm',
          CapacityReservationSpecification: { CapacityReservationPreference: 'open' },
          MetadataOptions: {
            State: 'pending',
            HttpTokens: 'required',
            HttpPutResponseHopLimit: 2,
            HttpEndpoint: 'enabled',
            HttpProtocolIpv6: 'disabled',
            InstanceMetadataTags: 'disabled',
          },
          EnclaveOptions: { Enabled: false },
          BootMode: 'uefi-preferred',
          PrivateDnsNameOptions: {
            HostnameType: 'ip-name',
            EnableResourceNameDnsARecord: false,
            EnableResourceNameDnsAAAARecord: false,
          },
          MaintenanceOptions: { AutoRecovery: 'default', RebootMigration: 'default' },
          CurrentInstanceBootMode: 'uefi',
          Operator: { Managed: false, HiddenByDefault: false },
          SecondaryInterfaces: [],
          InstanceId: expectedId(instance?.InstanceId, 'i'),
          ImageId: imageFor(),
          State: { Code: 0, Name: 'pending' },
          PrivateDnsName: 'ip-10-0-1-10.ec2.internal',
          PublicDnsName: '',
          StateTransitionReason: '',
          AmiLaunchIndex: 0,
          ProductCodes: [],
          InstanceType: 't3.small',
          LaunchTime: now,
          Placement: {
            AvailabilityZoneId: 'use1-az1',
            GroupName: '',
            Tenancy: 'default',
            AvailabilityZone: 'us-east-1a',
          },
          Monitoring: { State: 'pending' },
          SubnetId,
          VpcId: vpcId,
          PrivateIpAddress: '10.0.1.10',
        },
      ],
    }),
  );
});

test('the running instance in the default VPC, to the member', () => {
  const account = new TestAccount();
  const { InstanceId } = runInstance(account);

  const answer = account.call<{ Reservations: Reservation[] }>('DescribeInstances', { InstanceIds: [InstanceId] });

  const [reservation] = answer.Reservations;
  const [instance] = reservation?.Instances ?? [];
  const [eth0] = instance?.NetworkInterfaces ?? [];
  const shown = describeInterface(account, eth0?.NetworkInterfaceId ?? '');
  const privateIp = shown.PrivateIpAddress;
  const publicIp = shown.Association?.PublicIp ?? '';
  expect(publicIp).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  const privateName = `ip-${privateIp.replaceAll('.', '-')}.ec2.internal`;
  const publicName = `ec2-${publicIp.replaceAll('.', '-')}.compute-1.amazonaws.com`;
  const Association = { IpOwnerId: 'amazon', PublicDnsName: publicName, PublicIp: publicIp };
  expect(lines(answer)).toBe(
    lines({
      Reservations: [
        {
          ReservationId: expectedId(reservation?.ReservationId, 'r'),
          OwnerId: account.world.account,
          Groups: [],
          Instances: [
            {
              Architecture: 'x86_64',
              BlockDeviceMappings: [
                {
                  DeviceName: '/dev/xvda',
                  Ebs: {
                    AttachTime: instance?.LaunchTime,
                    DeleteOnTermination: true,
                    Status: 'attached',
                    VolumeId: expectedId(instance?.BlockDeviceMappings[0]?.Ebs.VolumeId, 'vol'),
                    EbsCardIndex: 0,
                  },
                },
              ],
              ClientToken: '',
              EbsOptimized: false,
              EnaSupport: true,
              Hypervisor: 'xen',
              NetworkInterfaces: [
                {
                  Association,
                  Attachment: {
                    AttachTime: instance?.LaunchTime,
                    AttachmentId: shown.Attachment?.AttachmentId,
                    DeleteOnTermination: true,
                    DeviceIndex: 0,
                    Status: 'attached',
                    NetworkCardIndex: 0,
                  },
                  Description: '',
                  Groups: shown.Groups,
                  Ipv6Addresses: [],
                  MacAddress: shown.MacAddress,
                  NetworkInterfaceId: shown.NetworkInterfaceId,
                  OwnerId: account.world.account,
                  PrivateDnsName: privateName,
                  PrivateIpAddress: privateIp,
                  PrivateIpAddresses: [
                    { Association, Primary: true, PrivateDnsName: privateName, PrivateIpAddress: privateIp },
                  ],
                  SourceDestCheck: true,
                  Status: 'in-use',
                  SubnetId: instance?.SubnetId,
                  VpcId: instance?.VpcId,
                  InterfaceType: 'interface',
                  Operator: { Managed: false },
                },
              ],
              RootDeviceName: '/dev/xvda',
              RootDeviceType: 'ebs',
              SecurityGroups: shown.Groups,
              SourceDestCheck: true,
              VirtualizationType: 'hvm',
              CapacityReservationSpecification: { CapacityReservationPreference: 'open' },
              HibernationOptions: { Configured: false },
              MetadataOptions: {
                State: 'applied',
                HttpTokens: 'required',
                HttpPutResponseHopLimit: 2,
                HttpEndpoint: 'enabled',
                HttpProtocolIpv6: 'disabled',
                InstanceMetadataTags: 'disabled',
              },
              EnclaveOptions: { Enabled: false },
              BootMode: 'uefi-preferred',
              PlatformDetails: 'Linux/UNIX',
              UsageOperation: 'RunInstances',
              UsageOperationUpdateTime: instance?.LaunchTime,
              PrivateDnsNameOptions: {
                HostnameType: 'ip-name',
                EnableResourceNameDnsARecord: false,
                EnableResourceNameDnsAAAARecord: false,
              },
              MaintenanceOptions: { AutoRecovery: 'default', RebootMigration: 'default' },
              CurrentInstanceBootMode: 'uefi',
              NetworkPerformanceOptions: { BandwidthWeighting: 'default' },
              Operator: { Managed: false, HiddenByDefault: false },
              SecondaryInterfaces: [],
              InstanceId,
              ImageId: imageFor(),
              State: { Code: 16, Name: 'running' },
              PrivateDnsName: privateName,
              PublicDnsName: publicName,
              StateTransitionReason: '',
              AmiLaunchIndex: 0,
              ProductCodes: [],
              InstanceType: 't3.small',
              LaunchTime: instance?.LaunchTime,
              Placement: {
                AvailabilityZoneId: 'use1-az1',
                GroupName: '',
                Tenancy: 'default',
                AvailabilityZone: 'us-east-1a',
              },
              Monitoring: { State: 'disabled' },
              SubnetId: account.world.subnets.first('defaultForAz', 'us-east-1a')?.SubnetId,
              VpcId: account.world.vpcs.first('default', 'default')?.VpcId,
              PrivateIpAddress: privateIp,
              PublicIpAddress: publicIp,
            },
          ],
        },
      ],
    }),
  );
});

/** The id itself when it has AWS's form, so that a wrong one fails the comparison it stands in. */
function expectedId(id: string | undefined, prefix: string): string {
  return id !== undefined && new RegExp(`^${prefix}-0[0-9a-f]{16}$`).test(id) ? id : `an id ${prefix}-…`;
}

interface ModelShape {
  readonly member?: ModelShape;
  readonly members?: { readonly [name: string]: ModelShape };
}

/** Paths of an output that the API model does not have, or not in this order. */
function strays(value: unknown, shape: ModelShape | undefined, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((element) => strays(element, shape?.member, `${path}[]`));
  if (typeof value !== 'object' || value === null) return shape?.members || shape?.member ? [path] : [];
  const order = Object.keys(shape?.members ?? {});
  const places = Object.keys(value).map((name) => order.indexOf(name));
  const inOrder = places.every((place, index) => place > (places[index - 1] ?? -1));
  return [
    ...(inOrder ? [] : [path]),
    ...Object.entries(value).flatMap(([name, member]) => strays(member, shape?.members?.[name], `${path}.${name}`)),
  ];
}

test('outputs have the members of the API model in its order', () => {
  const account = new TestAccount();
  const { InstanceId } = runInstance(account, { ImageId: imageFor('arm64'), InstanceType: 't4g.small' });
  const windows = 'Windows_Server-2022-*';
  const calls: [keyof typeof model.operations, object][] = [
    ['RunInstances', launchInput()],
    ['DescribeInstances', {}],
    ['DescribeInstanceStatus', { IncludeAllInstances: true }],
    ['DescribeImages', { Filters: [{ Name: 'name', Values: [windows] }] }],
    ['DescribeInstanceTypes', { InstanceTypes: ['c6in.32xlarge', 'a1.metal'] }],
    ['StopInstances', { InstanceIds: [InstanceId] }],
    ['TerminateInstances', { InstanceIds: [InstanceId] }],
    ['DescribeInstances', { InstanceIds: [InstanceId] }],
    ...['disableApiTermination', 'disableApiStop', 'sourceDestCheck', 'groupSet', 'instanceType', 'rootDeviceName'].map(
      (Attribute): [keyof typeof model.operations, object] => ['DescribeInstanceAttribute', { InstanceId, Attribute }],
    ),
  ];
  for (const [operation, input] of calls) {
    const { output } = model.operations[operation] as { output?: ModelShape };
    expect(strays(account.call(operation, input), output, operation)).toEqual([]);
  }
});

test('without a subnet: the default one of the zone, of the first zone when none is named', () => {
  const account = new TestAccount();
  const placed = (Placement: object) => launch(account, { Placement })[0]?.Placement.AvailabilityZone;
  expect(placed({})).toBe('us-east-1a');
  expect(placed({ AvailabilityZone: 'us-east-1c' })).toBe('us-east-1c');
  expect(placed({ AvailabilityZoneId: 'use1-az2' })).toBe('us-east-1b');
  expect(account.refusal('RunInstances', launchInput({ Placement: { AvailabilityZone: 'us-east-1z' } }))).toBe(
    'InvalidParameterValue: Invalid availability zone: [us-east-1z]',
  );
});

test('without default subnets or a default VPC', () => {
  const account = new TestAccount();
  const refusal = (more: object = {}) => account.refusal('RunInstances', launchInput(more));
  const vpcId = account.world.vpcs.first('default', 'default')?.VpcId;
  for (const subnet of account.world.subnets.list()) {
    account.call('DeleteSubnet', { SubnetId: subnet.SubnetId });
    if (subnet.AvailabilityZone !== 'us-east-1a') continue;
    expect(refusal({ Placement: { AvailabilityZone: 'us-east-1a' } })).toBe(
      "InvalidInput: No default subnet for availability zone: 'us-east-1a'.",
    );
    expect(launch(account)[0]?.Placement.AvailabilityZone).toBe('us-east-1b');
    account.call('TerminateInstances', { InstanceIds: account.world.instances.list().map((one) => one.InstanceId) });
    account.wait(60);
  }
  expect(refusal()).toBe(`MissingInput: No subnets found for the default VPC '${vpcId}'. Please specify a subnet.`);

  const [gateway] = account.world.internetGateways.list();
  account.call('DetachInternetGateway', { InternetGatewayId: gateway?.InternetGatewayId, VpcId: vpcId });
  account.call('DeleteVpc', { VpcId: vpcId });
  expect(refusal()).toBe('VPCIdNotSpecified: No default VPC for this user');
  expect(refusal({ SecurityGroups: ['default'] })).toBe(
    'VPCIdNotSpecified: No default VPC for this user. GroupName is only supported for EC2-Classic and default VPC.',
  );
});

test('groups by name, in the default VPC alone', () => {
  const account = new TestAccount();
  const vpcId = account.world.vpcs.first('default', 'default')?.VpcId ?? '';
  const SubnetId = account.world.subnets.first('defaultForAz', 'us-east-1a')?.SubnetId;
  const [web, db] = [makeGroup(account, vpcId, 'web'), makeGroup(account, vpcId, 'db')];

  const [instance] = launch(account, { SecurityGroups: ['web'], SecurityGroupIds: [db] });
  expect(instance?.SecurityGroups).toEqual([
    { GroupId: db, GroupName: 'db' },
    { GroupId: web, GroupName: 'web' },
  ]);
  expect(account.refusal('RunInstances', launchInput({ SecurityGroups: ['nothing'] }))).toBe(
    `InvalidGroup.NotFound: The security group 'nothing' does not exist in default VPC '${vpcId}'`,
  );
  expect(account.refusal('RunInstances', launchInput({ SecurityGroups: ['web'], SubnetId }))).toBe(
    'InvalidParameterCombination: The parameter groupName cannot be used with the parameter subnet',
  );
});

test('several instances of one launch', () => {
  const account = new TestAccount();
  const instances = launch(account, { MinCount: 2, MaxCount: 3 });
  expect(instances.map(({ AmiLaunchIndex }) => AmiLaunchIndex)).toEqual([0, 1, 2]);
  expect(new Set(instances.map(({ PrivateIpAddress }) => PrivateIpAddress)).size).toBe(3);
  const { Reservations } = account.call<{ Reservations: Reservation[] }>('DescribeInstances');
  expect(Reservations.map((reservation) => reservation.Instances.length)).toEqual([3]);
});

test('as many as there is room for, and none when that is too few', () => {
  const account = new TestAccount();
  const SubnetId = makeSubnet(account, makeVpc(account), '10.0.1.0/28');
  expect(launch(account, { SubnetId, MinCount: 5, MaxCount: 20 })).toHaveLength(11);
  expect(account.refusal('RunInstances', launchInput({ SubnetId }))).toBe(
    `InsufficientFreeAddressesInSubnet: There are not enough free addresses in subnet '${SubnetId}' to satisfy the requested number of instances.`,
  );
  const other = makeSubnet(account, makeVpc(account, '10.1.0.0/16'), '10.1.1.0/28');
  const three = [{ DeviceIndex: 0, SubnetId: other, SecondaryPrivateIpAddressCount: 2 }];
  expect(launch(account, { NetworkInterfaces: three, MinCount: 1, MaxCount: 9 })).toHaveLength(3);
  expect(account.refusal('RunInstances', launchInput({ NetworkInterfaces: three }))).toMatch(/^InsufficientFreeAdd/);
});

test('the quota of instances counts those that live', () => {
  const account = new TestAccount({ quotas: { instancesPerRegion: 3 } });
  const [first] = launch(account, { MinCount: 1, MaxCount: 2 });
  expect(account.refusal('RunInstances', launchInput({ MinCount: 2, MaxCount: 2 }))).toBe(
    'InstanceLimitExceeded: You have requested more instances (4) than your current instance limit of 3 allows for the specified instance type. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.',
  );
  expect(launch(account, { MinCount: 1, MaxCount: 5 })).toHaveLength(1);
  account.call('TerminateInstances', { InstanceIds: [first?.InstanceId] });
  expect(launch(account)).toHaveLength(1);
});

test('a client token answers the same instance, and refuses another request', () => {
  const account = new TestAccount();
  const [once] = launch(account, { ClientToken: 'once' });
  account.wait(60);
  expect(launch(account, { ClientToken: 'once' })[0]).toMatchObject({
    InstanceId: once?.InstanceId,
    State: { Name: 'running' },
  });
  expect(account.world.instances.size).toBe(1);
  const mismatch =
    'IdempotentParameterMismatch: Arguments on this idempotent request are inconsistent with arguments used in previous request(s).';
  expect(account.refusal('RunInstances', launchInput({ ClientToken: 'once', MaxCount: 2 }))).toBe(mismatch);
});

test('a client token is not answered again once one of its instances is terminated', () => {
  const account = new TestAccount();
  const again = { ClientToken: 'once', MinCount: 2, MaxCount: 2 };
  const [instance] = launch(account, again);
  account.wait(60);
  account.call('TerminateInstances', { InstanceIds: [instance?.InstanceId] });
  const refusal =
    'IdempotentInstanceTerminated: The client token you have provided is associated with a terminated instance. Please use a different client token';
  expect(account.refusal('RunInstances', launchInput(again))).toBe(refusal);
  account.wait(2 * 3600);
  account.call('DescribeInstances');
  expect(account.refusal('RunInstances', launchInput(again))).toBe(refusal);
  expect(account.refusal('RunInstances', launchInput({ ClientToken: 'once' }))).toMatch(
    /^IdempotentParameterMismatch:/,
  );
});

test('tags of instances and of the interfaces made with them', () => {
  const account = new TestAccount();
  const tagged = (ResourceType: string) => ({ ResourceType, Tags: [{ Key: 'of', Value: ResourceType }] });
  const TagSpecifications = [tagged('instance'), tagged('network-interface')];
  const [instance] = launch(account, { TagSpecifications });
  expect(instance?.Tags).toEqual([{ Key: 'of', Value: 'instance' }]);
  expect(describeInterface(account, instance?.NetworkInterfaces[0]?.NetworkInterfaceId ?? '')).toMatchObject({
    TagSet: [{ Key: 'of', Value: 'network-interface' }],
  });
  expect(account.refusal('RunInstances', launchInput({ TagSpecifications: [tagged('volume')] }))).toBe(
    'NotModelled: This simulator does not model tags of a volume at launch.',
  );
  expect(account.refusal('RunInstances', launchInput({ TagSpecifications: [tagged('subnet')] }))).toMatch(
    /^InvalidParameterValue: /,
  );
});

test('Amazon Linux on Graviton, Windows, and the default type', () => {
  const account = new TestAccount();
  const arm = runInstance(account, { ImageId: imageFor('arm64'), InstanceType: 't4g.micro' });
  expect(arm).toMatchObject({ Architecture: 'arm64', BootMode: 'uefi', CurrentInstanceBootMode: 'uefi' });
  const old = runInstance(account, { InstanceType: undefined });
  expect(old).toMatchObject({ InstanceType: 'm1.small', CurrentInstanceBootMode: 'legacy-bios' });
  const { Images } = account.call<{ Images: { ImageId: string }[] }>('DescribeImages', {
    Filters: [{ Name: 'platform', Values: ['windows'] }],
  });
  expect(runInstance(account, { ImageId: Images[0]?.ImageId })).toMatchObject({
    Platform: 'windows',
    PlatformDetails: 'Windows',
    UsageOperation: 'RunInstances:0002',
    RootDeviceName: '/dev/sda1',
  });
});

const account = new TestAccount();
const refused = (more: object) => account.refusal('RunInstances', launchInput(more));
const vpcId = makeVpc(account);
const subnet = makeSubnet(account, vpcId);
const otherVpc = makeVpc(account, '10.1.0.0/16');
const otherGroup = makeGroup(account, otherVpc, 'other');
const taken = makeInterface(account, subnet, { PrivateIpAddress: '10.0.1.50' });
const tooMany = [1, 2, 3, 4, 5, 6].map((n) => makeGroup(account, vpcId, `group-${n}`));

test.each([
  ['no image', { ImageId: undefined }, 'MissingParameter: The request must contain the parameter ImageId'],
  [
    'an unknown image',
    { ImageId: 'ami-0123456789abcdef0' },
    "InvalidAMIID.NotFound: The image id '[ami-0123456789abcdef0]' does not exist",
  ],
  [
    'an image id that is none',
    { ImageId: 'ami-linux' },
    'InvalidAMIID.Malformed: Invalid id: "ami-linux" (expecting "ami-...")',
  ],
  [
    'an image by SSM parameter',
    { ImageId: 'resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64' },
    'NotModelled: This simulator does not model images by the name of an SSM parameter.',
  ],
  [
    'a key pair that the account does not have',
    { KeyName: 'me' },
    "InvalidKeyPair.NotFound: The key pair 'me' does not exist",
  ],
  ['an unknown type', { InstanceType: 't3.tiny' }, "InvalidParameterValue: Invalid value 't3.tiny' for InstanceType."],
  [
    'a type of another architecture',
    { ImageId: imageFor('arm64') },
    "InvalidParameterValue: The architecture 'x86_64' of the specified instance type does not match the architecture 'arm64' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and try again. You can use 'describe-instance-types' or 'describe-images' to discover the architecture of the instance type or AMI.",
  ],
  [
    'no instances',
    { MinCount: 0 },
    'InvalidParameterValue: Value (0) for parameter minCount is invalid. It must be greater than 0.',
  ],
  [
    'less than the least',
    { MinCount: 2 },
    'InvalidParameterValue: Value (1) for parameter maxCount is invalid. It must not be less than minCount.',
  ],
  [
    'an unknown subnet',
    { SubnetId: 'subnet-0123456789abcdef0' },
    "InvalidSubnetID.NotFound: The subnet ID 'subnet-0123456789abcdef0' does not exist",
  ],
  [
    'an unknown group',
    { SubnetId: subnet, SecurityGroupIds: ['sg-0123456789abcdef0'] },
    "InvalidGroup.NotFound: The security group 'sg-0123456789abcdef0' does not exist",
  ],
  [
    'a group of another VPC',
    { SubnetId: subnet, SecurityGroupIds: [otherGroup] },
    `InvalidParameter: Security group ${otherGroup} and subnet ${subnet} belong to different networks.`,
  ],
  [
    'six groups',
    { SubnetId: subnet, SecurityGroupIds: tooMany },
    'SecurityGroupsPerInstanceLimitExceeded: The maximum number of security groups per instance has been reached.',
  ],
  [
    'an address that is taken',
    { SubnetId: subnet, PrivateIpAddress: taken.PrivateIpAddress },
    'InvalidIPAddress.InUse: Address 10.0.1.50 is in use.',
  ],
  [
    'a reserved address',
    { SubnetId: subnet, PrivateIpAddress: '10.0.1.3' },
    "InvalidParameterValue: Address 10.0.1.3 is in subnet's reserved address range",
  ],
  [
    'an address outside',
    { SubnetId: subnet, PrivateIpAddress: '10.0.2.9' },
    "InvalidParameterValue: Address 10.0.2.9 does not fall within the subnet's address range",
  ],
  [
    'one address for two',
    { SubnetId: subnet, PrivateIpAddress: '10.0.1.9', MaxCount: 2 },
    'InvalidParameterCombination: Multiple instances creation is not compatible with private IP address or network interface ID parameters.',
  ],
  [
    'a zone that is not the subnet’s',
    { SubnetId: subnet, Placement: { AvailabilityZone: 'us-east-1b' } },
    `InvalidParameterValue: Value (us-east-1b) for parameter availabilityZone is invalid. Subnet '${subnet}' is in the availability zone us-east-1a`,
  ],
  ['user data', { UserData: 'IyEvYmluL3No' }, 'NotModelled: This simulator does not model the parameter UserData.'],
  [
    'a launch template',
    { LaunchTemplate: { LaunchTemplateName: 'web' } },
    'NotModelled: This simulator does not model the parameter LaunchTemplate.',
  ],
  [
    'a tenancy',
    { Placement: { Tenancy: 'dedicated' } },
    'NotModelled: This simulator does not model the tenancy dedicated.',
  ],
])('refuses %s', (_, more, refusal) => {
  expect(refused(more)).toBe(refusal);
});

test('DryRun launches nothing', () => {
  expect(refused({ DryRun: true })).toBe('DryRunOperation: Request would have succeeded, but DryRun flag is set.');
  expect(showInstance(account, runInstance(account, { SubnetId: subnet }).InstanceId).PublicIpAddress).toBeUndefined();
});
