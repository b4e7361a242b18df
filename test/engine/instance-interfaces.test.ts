import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { launch, launchInput, runInstance, showInstance, stopInstance } from '@/test/build/instance';
import {
  allocateAddress,
  attachInterface,
  describeInterface,
  makeGateway,
  makeGroup,
  makeInterface,
  makeSubnet,
  makeVpc,
} from '@/test/build/network-interface';

const account = new TestAccount();
const vpcId = makeVpc(account);
const SubnetId = makeSubnet(account, vpcId);
const other = makeSubnet(account, vpcId, '10.0.2.0/24');
const otherZone = makeSubnet(account, vpcId, '10.0.3.0/24', 'us-east-1b');
const GroupId = makeGroup(account, vpcId, 'web');
const defaultSubnet = account.world.subnets.first('defaultForAz', 'us-east-1a')?.SubnetId ?? '';

test('several new interfaces, each in its place', () => {
  const instance = runInstance(account, {
    InstanceType: 't3.medium',
    NetworkInterfaces: [
      { DeviceIndex: 1, SubnetId: other, Description: 'second', SecondaryPrivateIpAddressCount: 2 },
      {
        DeviceIndex: 0,
        SubnetId,
        Groups: [GroupId],
        PrivateIpAddresses: [
          { PrivateIpAddress: '10.0.1.20', Primary: true },
          { PrivateIpAddress: '10.0.1.21', Primary: false },
        ],
      },
      { DeviceIndex: 2, SubnetId, PrivateIpAddress: '10.0.1.30', DeleteOnTermination: true },
    ],
  });

  expect(instance).toMatchObject({
    SubnetId,
    PrivateIpAddress: '10.0.1.20',
    SecurityGroups: [{ GroupId, GroupName: 'web' }],
    NetworkInterfaces: [
      {
        Attachment: { DeviceIndex: 0, DeleteOnTermination: true },
        PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.20' }, { PrivateIpAddress: '10.0.1.21' }],
      },
      {
        Description: 'second',
        SubnetId: other,
        Groups: [{ GroupName: 'default' }],
        Attachment: { DeviceIndex: 1, DeleteOnTermination: false },
      },
      { PrivateIpAddress: '10.0.1.30', Attachment: { DeviceIndex: 2, DeleteOnTermination: true } },
    ],
  });
  expect(instance.NetworkInterfaces[1]?.PrivateIpAddresses).toHaveLength(3);
});

test('an existing interface as the primary one keeps what is its own and stays after termination', () => {
  const made = makeInterface(account, SubnetId, { PrivateIpAddress: '10.0.1.40', Groups: [GroupId] });
  const instance = runInstance(account, {
    NetworkInterfaces: [{ DeviceIndex: 0, NetworkInterfaceId: made.NetworkInterfaceId }],
  });
  expect(instance).toMatchObject({
    SubnetId,
    VpcId: vpcId,
    PrivateIpAddress: '10.0.1.40',
    SecurityGroups: [{ GroupId }],
    NetworkInterfaces: [{ MacAddress: made.MacAddress, Attachment: { DeleteOnTermination: false } }],
  });
  account.call('TerminateInstances', { InstanceIds: [instance.InstanceId] });
  account.wait(60);
  const free = describeInterface(account, made.NetworkInterfaceId);
  expect(free).toMatchObject({ Status: 'available', PrivateIpAddress: '10.0.1.40', MacAddress: made.MacAddress });
  expect(free).not.toHaveProperty('Attachment');
});

test('interfaces of two VPCs of one zone', () => {
  const instance = runInstance(account, {
    NetworkInterfaces: [
      { DeviceIndex: 0, SubnetId },
      { DeviceIndex: 1, SubnetId: defaultSubnet },
    ],
  });
  expect(instance.VpcId).toBe(vpcId);
  expect(instance.NetworkInterfaces).toHaveLength(2);
});

test('each network card counts indexes of its own, and holds only so many', () => {
  const spec = (NetworkCardIndex: number, DeviceIndex: number) => ({ NetworkCardIndex, DeviceIndex, SubnetId });
  const InstanceType = 'c6in.32xlarge';
  const instance = runInstance(account, { InstanceType, NetworkInterfaces: [spec(1, 0), spec(1, 1), spec(0, 0)] });
  expect(instance.NetworkInterfaces).toHaveLength(3);
  expect(instance.PrivateIpAddress).toBe(
    account.world.networkInterfaces
      .by('InstanceId', instance.InstanceId)
      .find(({ Attachment }) => Attachment?.NetworkCardIndex === 0)?.PrivateIpAddresses[0]?.PrivateIpAddress,
  );
  const nine = Array.from({ length: 9 }, (_, index) => spec(0, index));
  expect(account.refusal('RunInstances', launchInput({ InstanceType, NetworkInterfaces: nine }))).toBe(
    'AttachmentLimitExceeded: Interface count 9 exceeds the limit for c6in.32xlarge',
  );
});

describe('refusals of what NetworkInterfaces asks for', () => {
  const loose = makeInterface(account, SubnetId).NetworkInterfaceId;
  const attached = runInstance(account, { SubnetId }).NetworkInterfaces[0]?.NetworkInterfaceId ?? '';
  const eth0 = { DeviceIndex: 0, SubnetId };
  const existing = { DeviceIndex: 0, NetworkInterfaceId: loose };
  const combination = 'InvalidParameterCombination: ';
  const both = 'A network interface may not specify both a network interface ID and ';

  test.each([
    [
      'a subnet beside',
      { NetworkInterfaces: [eth0], SubnetId },
      `${combination}Network interfaces and an instance-level subnet ID may not be specified on the same request`,
    ],
    [
      'groups beside',
      { NetworkInterfaces: [eth0], SecurityGroupIds: [GroupId] },
      `${combination}Network interfaces and an instance-level security groups may not be specified on the same request`,
    ],
    [
      'group names beside',
      { NetworkInterfaces: [eth0], SecurityGroups: ['default'] },
      `${combination}Network interfaces and an instance-level security groups may not be specified on the same request`,
    ],
    [
      'an address beside',
      { NetworkInterfaces: [eth0], PrivateIpAddress: '10.0.1.9' },
      `${combination}Network interfaces and an instance-level private IP address may not be specified on the same request`,
    ],
    [
      'a public address of several',
      {
        NetworkInterfaces: [
          { ...eth0, AssociatePublicIpAddress: true },
          { DeviceIndex: 1, SubnetId },
        ],
      },
      `${combination}The associatePublicIPAddress parameter cannot be specified when launching with multiple network interfaces.`,
    ],
    [
      'a public address of an existing one',
      { NetworkInterfaces: [{ ...existing, AssociatePublicIpAddress: true }] },
      `${combination}The associatePublicIPAddress parameter cannot be specified for a network interface with an ID.`,
    ],
    [
      'none at index 0',
      { NetworkInterfaces: [{ DeviceIndex: 1, SubnetId }] },
      'UnsupportedOperation: When specifying network interfaces, you must include a device at index 0.',
    ],
    [
      'the primary one on another card',
      { NetworkInterfaces: [{ ...eth0, NetworkCardIndex: 1 }] },
      'UnsupportedOperation: When specifying network interfaces, you must include a device at index 0.',
    ],
    [
      'an index twice',
      { NetworkInterfaces: [eth0, eth0] },
      'InvalidParameterValue: Each network interface requires a unique device index.',
    ],
    [
      'no index',
      { NetworkInterfaces: [eth0, { SubnetId }] },
      'InvalidParameterValue: Each network interface requires a device index.',
    ],
    [
      'neither subnet nor id',
      { NetworkInterfaces: [{ DeviceIndex: 0 }] },
      'InvalidParameterValue: Each network interface requires either a subnet or a network interface ID.',
    ],
    ['an id and a subnet', { NetworkInterfaces: [{ ...existing, SubnetId }] }, `${combination}${both}a subnet`],
    [
      'an id and DeleteOnTermination',
      { NetworkInterfaces: [{ ...existing, DeleteOnTermination: true }] },
      `${combination}A network interface may not specify a network interface ID and delete on termination as true`,
    ],
    [
      'an id and an address',
      { NetworkInterfaces: [{ ...existing, PrivateIpAddress: '10.0.1.9' }] },
      `${combination}${both}a private IP address`,
    ],
    [
      'an id and groups',
      { NetworkInterfaces: [{ ...existing, Groups: [GroupId] }] },
      `${combination}${both}security groups`,
    ],
    [
      'an id and a description',
      { NetworkInterfaces: [{ ...existing, Description: 'web' }] },
      `${combination}${both}a description`,
    ],
    [
      'an id twice',
      { NetworkInterfaces: [existing, { ...existing, DeviceIndex: 1 }] },
      `InvalidParameterValue: Network interface ID '${loose}' may not be specified on multiple interfaces.`,
    ],
    [
      'an id for two',
      { NetworkInterfaces: [existing], MaxCount: 2 },
      `${combination}Multiple instances creation is not compatible with private IP address or network interface ID parameters.`,
    ],
    [
      'an unknown id',
      { NetworkInterfaces: [{ DeviceIndex: 0, NetworkInterfaceId: 'eni-0123456789abcdef0' }] },
      "InvalidNetworkInterfaceID.NotFound: The networkInterface ID 'eni-0123456789abcdef0' does not exist",
    ],
    [
      'one in use',
      { NetworkInterfaces: [{ DeviceIndex: 0, NetworkInterfaceId: attached }] },
      `InvalidNetworkInterface.InUse: Interface: [${attached}] in use.`,
    ],
    [
      'more than the type has',
      {
        InstanceType: 'm4.large',
        NetworkInterfaces: [eth0, { DeviceIndex: 1, SubnetId }, { DeviceIndex: 2, SubnetId }],
      },
      'AttachmentLimitExceeded: Interface count 3 exceeds the limit for m4.large',
    ],
    [
      'many more than the type has',
      { NetworkInterfaces: [0, 1, 2, 3, 4].map((DeviceIndex) => ({ DeviceIndex, SubnetId })) },
      'AttachmentLimitExceeded: Interface count 5 exceeds the limit for t3.small',
    ],
    [
      'zones that differ',
      { NetworkInterfaces: [eth0, { DeviceIndex: 1, SubnetId: otherZone }] },
      `${combination}You may not attach a network interface to an instance if they are not in the same availability zone`,
    ],
    [
      'a zone against the interface',
      { NetworkInterfaces: [existing], Placement: { AvailabilityZone: 'us-east-1c' } },
      `InvalidParameterValue: Value (us-east-1c) for parameter availabilityZone is invalid. Subnet '${SubnetId}' is in the availability zone us-east-1a`,
    ],
    [
      'an odd description',
      { NetworkInterfaces: [{ ...eth0, Description: 'wéb' }] },
      'InvalidParameterValue: Invalid interface description. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*',
    ],
    [
      'EFA-only interfaces',
      { NetworkInterfaces: [{ ...eth0, InterfaceType: 'efa-only' }] },
      'InvalidParameterValue: The primary network interface cannot be an EFA-only network interface.',
    ],
    [
      'IPv6',
      { NetworkInterfaces: [{ ...eth0, Ipv6AddressCount: 1 }] },
      `InvalidParameterValue: The subnet (${SubnetId}) does not have an IPv6 CIDR block associated with it.`,
    ],
  ])('%s', (_, more, refusal) => {
    expect(account.refusal('RunInstances', launchInput(more))).toBe(refusal);
  });

  test('more addresses than the type has', () => {
    const NetworkInterfaces = [{ ...eth0, SecondaryPrivateIpAddressCount: 4 }];
    expect(account.refusal('RunInstances', launchInput({ NetworkInterfaces }))).toMatch(
      /^InvalidInterface\.IpAddressLimitExceeded: Address count 5 on .* exceeds the limit for t3\.small$/,
    );
  });
});

describe('the auto-assigned public address', () => {
  const publicIpOf = (more: object) => runInstance(account, more).PublicIpAddress;
  const anAddress = expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/);

  test('by the subnet’s setting, or by the call’s own wish', () => {
    expect(publicIpOf({ SubnetId: defaultSubnet })).toEqual(anAddress);
    expect(publicIpOf({ SubnetId })).toBeUndefined();
    const wish = (subnet: string, AssociatePublicIpAddress: boolean) =>
      publicIpOf({ NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: subnet, AssociatePublicIpAddress }] });
    expect(wish(SubnetId, true)).toEqual(anAddress);
    expect(wish(defaultSubnet, false)).toBeUndefined();
  });

  test('is not known yet when RunInstances answers', () => {
    const [pending] = launch(account, { SubnetId: defaultSubnet });
    expect(pending).not.toHaveProperty('PublicIpAddress');
    expect(pending?.NetworkInterfaces[0]).not.toHaveProperty('Association');
    expect(showInstance(account, pending?.InstanceId ?? '').PublicIpAddress).toEqual(anAddress);
  });

  test('not with several interfaces', () => {
    const NetworkInterfaces = [
      { DeviceIndex: 0, SubnetId: defaultSubnet },
      { DeviceIndex: 1, SubnetId: defaultSubnet },
    ];
    expect(publicIpOf({ NetworkInterfaces })).toBeUndefined();
  });

  test('an existing interface keeps the setting its subnet had when it was made', () => {
    const fresh = new TestAccount();
    const subnet = fresh.world.subnets.first('defaultForAz', 'us-east-1a')?.SubnetId ?? '';
    const before = makeInterface(fresh, subnet).NetworkInterfaceId;
    fresh.call('ModifySubnetAttribute', { SubnetId: subnet, MapPublicIpOnLaunch: { Value: false } });
    const after = makeInterface(fresh, subnet).NetworkInterfaceId;
    const publicIp = (NetworkInterfaceId: string) =>
      runInstance(fresh, { NetworkInterfaces: [{ DeviceIndex: 0, NetworkInterfaceId }] }).PublicIpAddress;
    expect(publicIp(before)).toEqual(anAddress);
    expect(publicIp(after)).toBeUndefined();
  });

  test('goes with a stop and comes anew with a start', () => {
    const { InstanceId, PublicIpAddress } = runInstance(account, { SubnetId: defaultSubnet });
    stopInstance(account, InstanceId);
    expect(showInstance(account, InstanceId)).not.toHaveProperty('PublicIpAddress');
    account.call('StartInstances', { InstanceIds: [InstanceId] });
    const started = showInstance(account, InstanceId);
    expect(started.PublicIpAddress).toEqual(anAddress);
    expect(started.PublicIpAddress).not.toBe(PublicIpAddress);
  });

  test('does not come back with a second interface, or with an Elastic IP on a secondary address', () => {
    const first = runInstance(account, { SubnetId: defaultSubnet });
    attachInterface(account, makeInterface(account, defaultSubnet).NetworkInterfaceId, first.InstanceId);
    account.wait(10);
    expect(showInstance(account, first.InstanceId).PublicIpAddress).toBe(first.PublicIpAddress);

    const second = runInstance(account, {
      NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: defaultSubnet, SecondaryPrivateIpAddressCount: 1 }],
    });
    account.call('AssociateAddress', {
      AllocationId: allocateAddress(account).AllocationId,
      NetworkInterfaceId: second.NetworkInterfaces[0]?.NetworkInterfaceId,
      PrivateIpAddress: second.NetworkInterfaces[0]?.PrivateIpAddresses[1]?.PrivateIpAddress,
    });
    expect(showInstance(account, second.InstanceId).PublicIpAddress).toBe(second.PublicIpAddress);

    for (const { InstanceId } of [first, second]) {
      stopInstance(account, InstanceId);
      account.call('StartInstances', { InstanceIds: [InstanceId] });
      account.wait(60);
      expect(showInstance(account, InstanceId).PublicIpAddress).toBeUndefined();
    }
  });

  test('an Elastic IP stays through stop and start, and shows on the instance without its ids', () => {
    makeGateway(account, vpcId);
    const { InstanceId, PrivateIpAddress } = runInstance(account, { SubnetId });
    const { AllocationId, PublicIp } = allocateAddress(account);
    account.call('AssociateAddress', { AllocationId, InstanceId });
    stopInstance(account, InstanceId);
    account.call('StartInstances', { InstanceIds: [InstanceId] });
    account.wait(60);
    const instance = showInstance(account, InstanceId);
    expect(instance).toMatchObject({ PublicIpAddress: PublicIp, PrivateIpAddress, PublicDnsName: '' });
    expect(instance.NetworkInterfaces[0]).toMatchObject({
      Association: { IpOwnerId: account.world.account, PublicDnsName: '', PublicIp },
    });
    expect(JSON.stringify(instance)).not.toContain(AllocationId);
  });
});
