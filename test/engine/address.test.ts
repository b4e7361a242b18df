import { describe, expect, test } from 'vitest';
import { TestAccount } from '../build/account';
import { launch } from '../build/instance';
import {
  allocateAddress,
  attachInterface,
  describeInterface,
  makeGateway,
  makeInstance,
  makeInterface,
  makeSubnet,
  makeVpc,
} from '../build/network-interface';

interface ShownAddress {
  readonly AllocationId: string;
  readonly PublicIp: string;
  readonly AssociationId?: string;
}

function network(options: ConstructorParameters<typeof TestAccount>[0] = {}) {
  const account = new TestAccount(options);
  const vpc = makeVpc(account);
  makeGateway(account, vpc);
  return { account, vpc, subnet: makeSubnet(account, vpc) };
}
const show = (account: TestAccount, input: object = {}) =>
  account.call<{ Addresses: ShownAddress[] }>('DescribeAddresses', input).Addresses;
const associate = (account: TestAccount, input: object) =>
  account.call<{ AssociationId: string }>('AssociateAddress', input).AssociationId;

describe('AllocateAddress', () => {
  test('answers a free address of Amazon’s pool', () => {
    const account = new TestAccount();
    const output = account.call<ShownAddress>('AllocateAddress', {
      TagSpecifications: [{ ResourceType: 'elastic-ip', Tags: [{ Key: 'Name', Value: 'web' }] }],
    });
    const { AllocationId, PublicIp } = output;
    expect(Object.entries(output)).toEqual(
      Object.entries({
        AllocationId,
        PublicIpv4Pool: 'amazon',
        NetworkBorderGroup: 'us-east-1',
        Domain: 'vpc',
        PublicIp,
      }),
    );
    expect(AllocationId).toMatch(/^eipalloc-[0-9a-f]{17}$/);
    expect(PublicIp).toMatch(/^(3|18|34|44|54)\.\d+\.\d+\.\d+$/);
    const [shown = {}] = show(account);
    expect(Object.entries(shown)).toEqual(
      Object.entries({
        AllocationId,
        Domain: 'vpc',
        Tags: [{ Key: 'Name', Value: 'web' }],
        PublicIpv4Pool: 'amazon',
        NetworkBorderGroup: 'us-east-1',
        PublicIp,
      }),
    );
  });

  test('never gives an address twice, and refuses the sixth', () => {
    const account = new TestAccount({ quotas: { elasticIpsPerRegion: 200 } });
    const ips = Array.from({ length: 200 }, () => allocateAddress(account).PublicIp);
    expect(new Set(ips).size).toBe(200);
    const plain = new TestAccount();
    for (let count = 0; count < 5; count += 1) allocateAddress(plain);
    const refused = (input: object) => plain.refusal('AllocateAddress', input);
    expect(refused({ Domain: 'vpc' })).toBe('AddressLimitExceeded: The maximum number of addresses has been reached.');
    expect(refused({ Domain: 'standard' })).toBe("InvalidParameterValue: Invalid value 'standard' for domain.");
    expect(refused({ NetworkBorderGroup: 'us-east-1-bos-1' })).toMatch(/^NotModelled: /);
    expect(refused({ PublicIpv4Pool: 'ipv4pool-ec2-012345' })).toMatch(/^NotModelled: /);
    expect(refused({ Address: '3.208.0.1' })).toMatch(/^NotModelled: /);
  });
});

describe('AssociateAddress', () => {
  test('with an interface: the primary private address, shown from both sides', () => {
    const { account, vpc, subnet } = network();
    account.call('ModifyVpcAttribute', { VpcId: vpc, EnableDnsHostnames: { Value: true } });
    const eni = makeInterface(account, subnet);
    const { AllocationId, PublicIp } = allocateAddress(account);
    const AssociationId = associate(account, { AllocationId, NetworkInterfaceId: eni.NetworkInterfaceId });
    expect(AssociationId).toMatch(/^eipassoc-[0-9a-f]{17}$/);
    const association = {
      AllocationId,
      AssociationId,
      IpOwnerId: account.world.account,
      PublicDnsName: `ec2-${PublicIp.replaceAll('.', '-')}.compute-1.amazonaws.com`,
      PublicIp,
    };
    const shown = describeInterface(account, eni.NetworkInterfaceId);
    expect(Object.keys(shown)[0]).toBe('Association');
    expect(Object.entries(shown.Association ?? {})).toEqual(Object.entries(association));
    expect(shown.PrivateIpAddresses[0]?.Association).toEqual(association);
    const [address = {}] = show(account);
    expect(Object.entries(address)).toEqual(
      Object.entries({
        AllocationId,
        AssociationId,
        Domain: 'vpc',
        NetworkInterfaceId: eni.NetworkInterfaceId,
        NetworkInterfaceOwnerId: account.world.account,
        PrivateIpAddress: eni.PrivateIpAddress,
        PublicIpv4Pool: 'amazon',
        NetworkBorderGroup: 'us-east-1',
        PublicIp,
      }),
    );
  });

  test('with an instance: its only interface, and the instance is shown', () => {
    const { account, subnet } = network();
    const { id, eth0 } = makeInstance(account, subnet);
    const { AllocationId } = allocateAddress(account);
    associate(account, { AllocationId, InstanceId: id });
    expect(show(account)).toMatchObject([{ InstanceId: id, NetworkInterfaceId: eth0.NetworkInterfaceId }]);
  });

  test('one for each private address; a second one takes the place of the first', () => {
    const { account, subnet } = network();
    const { NetworkInterfaceId, PrivateIpAddresses } = makeInterface(account, subnet, {
      SecondaryPrivateIpAddressCount: 1,
    });
    const [first, second, third] = [0, 1, 2].map(() => allocateAddress(account).AllocationId);
    associate(account, { AllocationId: first, NetworkInterfaceId });
    associate(account, {
      AllocationId: second,
      NetworkInterfaceId,
      PrivateIpAddress: PrivateIpAddresses[1]?.PrivateIpAddress,
    });
    expect(
      describeInterface(account, NetworkInterfaceId).PrivateIpAddresses.map((one) => one.Association?.AllocationId),
    ).toEqual([first, second]);
    associate(account, { AllocationId: third, NetworkInterfaceId });
    expect(
      describeInterface(account, NetworkInterfaceId).PrivateIpAddresses.map((one) => one.Association?.AllocationId),
    ).toEqual([third, second]);
    expect(show(account, { AllocationIds: [first] })[0]).not.toHaveProperty('AssociationId');
  });

  test('an address in use moves unless that is forbidden; the same again changes nothing', () => {
    const { account, subnet } = network();
    const here = { NetworkInterfaceId: makeInterface(account, subnet).NetworkInterfaceId };
    const there = { NetworkInterfaceId: makeInterface(account, subnet).NetworkInterfaceId };
    const { AllocationId } = allocateAddress(account);
    const first = associate(account, { AllocationId, ...here });
    expect(associate(account, { AllocationId, ...here, AllowReassociation: false })).toBe(first);
    expect(account.refusal('AssociateAddress', { AllocationId, ...there, AllowReassociation: false })).toBe(
      `Resource.AlreadyAssociated: resource ${AllocationId} is already associated with associate-id ${first}`,
    );
    const second = associate(account, { AllocationId, ...there });
    expect(second).not.toBe(first);
    expect(describeInterface(account, here.NetworkInterfaceId)).not.toHaveProperty('Association');
  });

  test('refuses in AWS’s words', () => {
    const { account, vpc, subnet } = network();
    const refused = (input: object) => account.refusal('AssociateAddress', input);
    const { AllocationId, PublicIp } = allocateAddress(account);
    const { NetworkInterfaceId } = makeInterface(account, subnet);
    const { id } = makeInstance(account, subnet);
    const offline = makeInterface(account, makeSubnet(account, makeVpc(account, '10.1.0.0/16'), '10.1.1.0/24'));
    const offlineVpc = account.world.networkInterfaces.get(offline.NetworkInterfaceId)?.VpcId;
    expect(refused({ AllocationId, NetworkInterfaceId: offline.NetworkInterfaceId })).toBe(
      `Gateway.NotAttached: Network ${offlineVpc} is not attached to any internet gateway`,
    );
    expect(refused({ NetworkInterfaceId })).toBe(
      'MissingParameter: Either public IP or allocation id must be specified',
    );
    expect(refused({ AllocationId, PublicIp, NetworkInterfaceId })).toBe(
      'InvalidParameterCombination: You may specify public IP or allocation id, but not both in the same call',
    );
    expect(refused({ PublicIp, InstanceId: id })).toBe(
      'InvalidParameterCombination: You must specify an allocation id when mapping an address to a VPC instance',
    );
    expect(refused({ AllocationId })).toBe(
      'MissingParameter: Either instance ID or network interface id must be specified',
    );
    expect(refused({ AllocationId, InstanceId: id, NetworkInterfaceId })).toMatch(/^InvalidParameterCombination: /);
    expect(refused({ AllocationId: 'eipalloc-0123456789abcdef0', NetworkInterfaceId })).toBe(
      "InvalidAllocationID.NotFound: The allocation ID 'eipalloc-0123456789abcdef0' does not exist",
    );
    expect(refused({ AllocationId, NetworkInterfaceId: 'eni-0123456789abcdef0' })).toBe(
      "InvalidNetworkInterfaceID.NotFound: The networkInterface ID 'eni-0123456789abcdef0' does not exist",
    );
    expect(refused({ AllocationId, InstanceId: 'i-0123456789abcdef0' })).toBe(
      "InvalidInstanceID.NotFound: The instance ID 'i-0123456789abcdef0' does not exist",
    );
    expect(refused({ AllocationId, NetworkInterfaceId, PrivateIpAddress: '10.0.1.9' })).toMatch(
      /^InvalidParameterValue: /,
    );
    attachInterface(account, NetworkInterfaceId, id);
    expect(refused({ AllocationId, InstanceId: id })).toBe(
      `InvalidInstanceID: There are multiple interfaces attached to instance '${id}'. Please specify an interface ID for the operation instead.`,
    );
    expect(vpc).not.toBe(offlineVpc);
  });

  test('refuses an instance that is pending or gone', () => {
    const { account, subnet } = network();
    const { AllocationId } = allocateAddress(account);
    const pending = launch(account, { SubnetId: subnet })[0];
    const eth0 = pending?.NetworkInterfaces[0]?.NetworkInterfaceId;
    expect(account.refusal('AssociateAddress', { AllocationId, InstanceId: pending?.InstanceId })).toBe(
      `InvalidInstanceID: The pending instance '${pending?.InstanceId}' is not in a valid state for this operation.`,
    );
    expect(account.refusal('AssociateAddress', { AllocationId, NetworkInterfaceId: eth0 })).toBe(
      `IncorrectInstanceState: The pending-instance-creation instance to which '${eth0}' is attached is not in a valid state for this operation`,
    );
    account.wait(60);
    associate(account, { AllocationId, NetworkInterfaceId: eth0 });
    account.call('TerminateInstances', { InstanceIds: [pending?.InstanceId] });
    account.wait(120);
    expect(show(account)[0]).not.toHaveProperty('AssociationId');
    expect(account.refusal('AssociateAddress', { AllocationId, InstanceId: pending?.InstanceId })).toBe(
      `InvalidInstanceID: The terminated instance '${pending?.InstanceId}' is not in a valid state for this operation.`,
    );
  });
});

describe('DisassociateAddress and ReleaseAddress', () => {
  test('disassociated, it stays allocated; released, it is gone', () => {
    const { account, subnet } = network();
    const { NetworkInterfaceId } = makeInterface(account, subnet);
    const { AllocationId, PublicIp } = allocateAddress(account);
    const AssociationId = associate(account, { AllocationId, NetworkInterfaceId });
    expect(account.refusal('ReleaseAddress', { AllocationId })).toBe(
      `InvalidIPAddress.InUse: Address ${PublicIp} is in use.`,
    );
    expect(account.call('DisassociateAddress', { AssociationId })).toEqual({});
    expect(show(account)[0]).not.toHaveProperty('AssociationId');
    expect(account.refusal('DisassociateAddress', { AssociationId })).toBe(
      `InvalidAssociationID.NotFound: The association ID '${AssociationId}' does not exist`,
    );
    expect(account.call('ReleaseAddress', { AllocationId })).toEqual({});
    expect(show(account)).toEqual([]);
    expect(account.refusal('ReleaseAddress', { AllocationId })).toBe(
      `InvalidAllocationID.NotFound: The allocation ID '${AllocationId}' does not exist`,
    );
  });

  test('in the default VPC an address in use is disassociated and released', () => {
    const account = new TestAccount();
    const { id, eth0 } = makeInstance(account, undefined);
    const { AllocationId } = allocateAddress(account);
    associate(account, { AllocationId, InstanceId: id });
    account.call('ReleaseAddress', { AllocationId });
    expect(show(account)).toEqual([]);
    expect(describeInterface(account, eth0.NetworkInterfaceId).Association?.IpOwnerId).toBe('amazon');
  });

  test('refuse a public address in AWS’s words', () => {
    const account = new TestAccount();
    const { AllocationId, PublicIp } = allocateAddress(account);
    const releasing = (input: object) => account.refusal('ReleaseAddress', input);
    const disassociating = (input: object) => account.refusal('DisassociateAddress', input);
    expect(releasing({ PublicIp })).toBe(
      'InvalidParameterValue: You must specify an allocation id when releasing a VPC elastic IP address',
    );
    expect(releasing({ PublicIp: '203.0.113.9' })).toBe(
      "AuthFailure: The address '203.0.113.9' does not belong to you.",
    );
    expect(releasing({})).toBe('MissingParameter: Either public IP or allocation id must be specified');
    expect(releasing({ AllocationId, PublicIp })).toMatch(/^InvalidParameterCombination: /);
    expect(releasing({ AllocationId, NetworkBorderGroup: 'us-east-1-bos-1' })).toMatch(/^InvalidAddress\.NotFound: /);
    expect(disassociating({ PublicIp })).toBe(
      'InvalidParameterValue: You must specify an association id when unmapping an address from a VPC instance',
    );
    expect(disassociating({})).toBe('MissingParameter: Either public IP or association id must be specified');
    account.call('ReleaseAddress', { AllocationId, NetworkBorderGroup: 'us-east-1' });
  });
});

describe('DescribeAddresses', () => {
  test('by allocation id, public address and every documented filter', () => {
    const { account, subnet } = network();
    const free = allocateAddress(account);
    const { AllocationId, PublicIp } = account.call<ShownAddress>('AllocateAddress', {
      TagSpecifications: [{ ResourceType: 'elastic-ip', Tags: [{ Key: 'Name', Value: 'web' }] }],
    });
    const { id, eth0 } = makeInstance(account, subnet);
    const AssociationId = associate(account, { AllocationId, InstanceId: id });
    const found = (input: object) => show(account, input).map((address) => address.AllocationId);
    expect(found({})).toEqual([free.AllocationId, AllocationId]);
    expect(found({ PublicIps: [PublicIp] })).toEqual([AllocationId]);
    expect(found({ AllocationIds: [free.AllocationId], PublicIps: [PublicIp] })).toHaveLength(2);
    const filters: [string, string][] = [
      ['allocation-id', AllocationId],
      ['association-id', AssociationId],
      ['instance-id', id],
      ['network-interface-id', eth0.NetworkInterfaceId],
      ['network-interface-owner-id', account.world.account],
      ['private-ip-address', eth0.PrivateIpAddress],
      ['public-ip', PublicIp],
      ['tag:Name', 'web'],
      ['tag-key', 'Name'],
    ];
    for (const [Name, value] of filters) {
      expect(found({ Filters: [{ Name, Values: [value] }] }), Name).toEqual([AllocationId]);
    }
    expect(found({ Filters: [{ Name: 'network-border-group', Values: ['us-east-1'] }] })).toHaveLength(2);
    expect(found({ Filters: [{ Name: 'domain', Values: ['vpc'] }] })).toHaveLength(2);
    expect(account.refusal('DescribeAddresses', { AllocationIds: ['eipalloc-0123456789abcdef0'] })).toBe(
      "InvalidAllocationID.NotFound: The allocation ID 'eipalloc-0123456789abcdef0' does not exist",
    );
    expect(account.refusal('DescribeAddresses', { PublicIps: ['web'] })).toBe(
      "InvalidParameterValue: Invalid value 'web' for PublicIp. Not a valid IPv4 address",
    );
    expect(account.refusal('DescribeAddresses', { PublicIps: ['203.0.113.9'] })).toMatch(/^InvalidAddress\.NotFound: /);
  });
});
