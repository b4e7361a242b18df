import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';

interface ShownSubnet {
  SubnetId: string;
  Ipv6CidrBlockAssociationSet: { AssociationId: string; Ipv6CidrBlock: string }[];
}

/** A VPC of 10.0.0.0/16 with an IPv6 block, and the text of its /64 number `at`. */
function network() {
  const account = new TestAccount();
  const { VpcId } = account.call<{ Vpc: { VpcId: string } }>('CreateVpc', {
    CidrBlock: '10.0.0.0/16',
    AmazonProvidedIpv6CidrBlock: true,
  }).Vpc;
  const whole = account.world.vpcs.get(VpcId)?.ipv6Blocks?.[0]?.Ipv6CidrBlock ?? expect.fail('a block');
  const sixtyFour = (at: string) => whole.replace(/00::\/56$/, `${at}::/64`);
  const create = (input: object) => account.call<{ Subnet: ShownSubnet }>('CreateSubnet', { VpcId, ...input }).Subnet;
  return { account, VpcId, whole, sixtyFour, create };
}

const shown = (account: TestAccount, SubnetId: string) =>
  account.call<{ Subnets: ShownSubnet[] }>('DescribeSubnets', { SubnetIds: [SubnetId] }).Subnets[0];

describe('CreateSubnet', () => {
  test('with both kinds of blocks', () => {
    const { account, sixtyFour, create } = network();
    const subnet = create({ CidrBlock: '10.0.1.0/24', Ipv6CidrBlock: sixtyFour('0a') });
    const about = { Ipv6AddressAttribute: 'public', IpSource: 'amazon' };
    const AssociationId = expect.stringMatching(/^subnet-cidr-assoc-[0-9a-f]{17}$/);
    const association = { AssociationId, Ipv6CidrBlock: sixtyFour('0a') };
    expect(subnet).toMatchObject({ AssignIpv6AddressOnCreation: false, Ipv6Native: false, CidrBlock: '10.0.1.0/24' });
    expect(subnet.Ipv6CidrBlockAssociationSet).toEqual([
      { ...association, Ipv6CidrBlockState: { State: 'associating' }, ...about },
    ]);
    expect(shown(account, subnet.SubnetId)?.Ipv6CidrBlockAssociationSet).toEqual([
      { ...association, Ipv6CidrBlockState: { State: 'associated' }, ...about },
    ]);
  });

  test('with IPv6 only', () => {
    const { sixtyFour, create } = network();
    const subnet = create({ Ipv6Native: true, Ipv6CidrBlock: sixtyFour('01') });
    expect(subnet).toMatchObject({
      AssignIpv6AddressOnCreation: true,
      Ipv6Native: true,
      AvailableIpAddressCount: 0,
      MapPublicIpOnLaunch: false,
      PrivateDnsNameOptionsOnLaunch: { HostnameType: 'resource-name' },
    });
    expect(subnet).not.toHaveProperty('CidrBlock');
  });

  test('refuses blocks that do not fit', () => {
    const { account, VpcId, whole, sixtyFour, create } = network();
    const refusal = (Ipv6CidrBlock: string, more: object = { CidrBlock: '10.0.9.0/24' }) =>
      account.refusal('CreateSubnet', { VpcId, Ipv6CidrBlock, ...more });
    const invalid = (cidr: string) => `InvalidSubnet.Range: The CIDR '${cidr}' is invalid.`;
    expect(refusal('2001:db8::/64')).toBe(invalid('2001:db8::/64'));
    expect(refusal(whole.replace('/56', '/62'))).toBe(invalid(whole.replace('/56', '/62')));
    expect(refusal(whole.replace('/56', '/68'))).toBe(invalid(whole.replace('/56', '/68')));
    create({ CidrBlock: '10.0.1.0/24', Ipv6CidrBlock: sixtyFour('01') });
    for (const cidr of [sixtyFour('01'), whole.replace('/56', '/60'), whole]) {
      expect(refusal(cidr)).toBe(`InvalidSubnet.Conflict: The CIDR '${cidr}' conflicts with another subnet`);
    }
    expect(refusal('x')).toBe(
      'InvalidParameterValue: Value (x) for parameter ipv6CidrBlock is invalid. This is not a valid CIDR block.',
    );
    expect(refusal(sixtyFour('02'), {})).toBe(
      "MissingParameter: Either 'cidrBlock' or 'ipv6CidrBlock' should be provided.",
    );
    expect(refusal(sixtyFour('02'), { Ipv6Native: true, CidrBlock: '10.0.9.0/24' })).toContain(
      'InvalidParameterCombination',
    );
    expect(account.refusal('CreateSubnet', { VpcId, Ipv6Native: true })).toContain('MissingParameter');
    create({ CidrBlock: '10.0.9.0/24', Ipv6CidrBlock: whole.replace(/00::\/56$/, '80::/60') });
  });
});

describe('AssociateSubnetCidrBlock and DisassociateSubnetCidrBlock', () => {
  test('a block comes, is refused while in use, and goes', () => {
    const { account, sixtyFour, create } = network();
    const { SubnetId } = create({ CidrBlock: '10.0.1.0/24' });
    const output = account.call<{ Ipv6CidrBlockAssociation: { AssociationId: string } }>('AssociateSubnetCidrBlock', {
      SubnetId,
      Ipv6CidrBlock: sixtyFour('05'),
    });
    const { AssociationId } = output.Ipv6CidrBlockAssociation;
    const association = { AssociationId, Ipv6CidrBlock: sixtyFour('05') };
    const about = { Ipv6AddressAttribute: 'public', IpSource: 'amazon' };
    expect(output).toEqual({
      Ipv6CidrBlockAssociation: { ...association, Ipv6CidrBlockState: { State: 'associating' }, ...about },
      SubnetId,
    });
    expect(account.refusal('AssociateSubnetCidrBlock', { SubnetId, Ipv6CidrBlock: sixtyFour('06') })).toContain(
      'already has an IPv6 CIDR block',
    );
    account.call('ModifySubnetAttribute', { SubnetId, AssignIpv6AddressOnCreation: { Value: true } });
    expect(account.refusal('DisassociateSubnetCidrBlock', { AssociationId })).toBe(
      `InvalidCidrBlock.InUse: The subnet IPv6 CIDR block with association ID ${AssociationId} may not be disassociated, because its subnet has assign-ipv6-address-on-creation set to true.`,
    );
    account.call('ModifySubnetAttribute', { SubnetId, AssignIpv6AddressOnCreation: { Value: false } });
    expect(account.call('DisassociateSubnetCidrBlock', { AssociationId })).toEqual({
      Ipv6CidrBlockAssociation: { ...association, Ipv6CidrBlockState: { State: 'disassociating' }, ...about },
      SubnetId,
    });
    expect(account.refusal('ModifySubnetAttribute', { SubnetId, AssignIpv6AddressOnCreation: { Value: true } })).toBe(
      `InvalidParameterValue: Invalid value 'true' for assign-ipv6-address-on-creation. Cannot set assign-ipv6-address-on-creation to true unless the subnet (${SubnetId}) has an IPv6 CIDR block associated with it.`,
    );
    account.wait(4_000);
    expect(shown(account, SubnetId)?.Ipv6CidrBlockAssociationSet).toEqual([]);
    account.call('AssociateSubnetCidrBlock', { SubnetId, Ipv6CidrBlock: sixtyFour('06') });
  });

  test('an address of an interface keeps the block', () => {
    const { account, sixtyFour, create } = network();
    const { SubnetId, Ipv6CidrBlockAssociationSet: blocks } = create({
      CidrBlock: '10.0.1.0/24',
      Ipv6CidrBlock: sixtyFour('01'),
    });
    account.call('CreateNetworkInterface', { SubnetId, Ipv6AddressCount: 1 });
    expect(account.refusal('DisassociateSubnetCidrBlock', { AssociationId: blocks[0]?.AssociationId })).toContain(
      'InvalidCidrBlock.InUse',
    );
  });

  test('the only block of a subnet stays; what is no association is refused', () => {
    const { account, sixtyFour, create } = network();
    const { Ipv6CidrBlockAssociationSet: blocks } = create({ Ipv6Native: true, Ipv6CidrBlock: sixtyFour('01') });
    expect(account.refusal('DisassociateSubnetCidrBlock', { AssociationId: blocks[0]?.AssociationId })).toContain(
      'OperationNotPermitted',
    );
    const unknown = 'subnet-cidr-assoc-0123456789abcdef0';
    expect(account.refusal('DisassociateSubnetCidrBlock', { AssociationId: unknown })).toBe(
      `InvalidSubnetCidrBlockAssociationID.NotFound: The subnet CIDR block with association ID '${unknown}' does not exist`,
    );
    expect(account.refusal('DisassociateSubnetCidrBlock', { AssociationId: 'x' })).toBe(
      'InvalidSubnetCidrBlockAssociationId.Malformed: The subnet CIDR block with association ID x is malformed',
    );
    const { SubnetId } = create({ CidrBlock: '10.0.1.0/24' });
    expect(account.refusal('AssociateSubnetCidrBlock', { SubnetId })).toBe(
      'MissingParameter: The request must contain the parameter ipv6CidrBlock',
    );
  });
});

describe('ModifySubnetAttribute', () => {
  test.each<[object, object]>([
    [{ EnableDns64: { Value: true } }, { EnableDns64: true }],
    [
      { PrivateDnsHostnameTypeOnLaunch: 'resource-name' },
      { PrivateDnsNameOptionsOnLaunch: { HostnameType: 'resource-name' } },
    ],
    [
      { EnableResourceNameDnsARecordOnLaunch: { Value: true } },
      { PrivateDnsNameOptionsOnLaunch: { EnableResourceNameDnsARecord: true } },
    ],
    [
      { EnableResourceNameDnsAAAARecordOnLaunch: { Value: true } },
      { PrivateDnsNameOptionsOnLaunch: { EnableResourceNameDnsAAAARecord: true } },
    ],
    [{ AssignIpv6AddressOnCreation: { Value: true } }, { AssignIpv6AddressOnCreation: true }],
  ])('sets %j', (input, expected) => {
    const { account, sixtyFour, create } = network();
    const { SubnetId } = create({ CidrBlock: '10.0.1.0/24', Ipv6CidrBlock: sixtyFour('01') });
    const before = shown(account, SubnetId);
    expect(account.call('ModifySubnetAttribute', { SubnetId, ...input })).toEqual({});
    expect(shown(account, SubnetId)).toMatchObject(expected);
    const off = JSON.parse(JSON.stringify(input).replace('true', 'false').replace('resource-name', 'ip-name'));
    account.call('ModifySubnetAttribute', { SubnetId, ...off });
    expect(shown(account, SubnetId)).toEqual(before);
  });

  test('takes one attribute, and none that an IPv6-only subnet cannot have', () => {
    const { account, sixtyFour, create } = network();
    const { SubnetId } = create({ Ipv6Native: true, Ipv6CidrBlock: sixtyFour('01') });
    const on = { Value: true };
    const refusal = (input: object) => account.refusal('ModifySubnetAttribute', { SubnetId, ...input });
    expect(refusal({ MapPublicIpOnLaunch: on, EnableDns64: on })).toBe(
      'InvalidParameterCombination: Fields for multiple attribute types specified: mapPublicIpOnLaunch, enableDns64',
    );
    expect(refusal({ MapPublicIpOnLaunch: on })).toContain('InvalidParameterValue');
    expect(refusal({ EnableResourceNameDnsARecordOnLaunch: on })).toContain('InvalidParameterValue');
    expect(refusal({ PrivateDnsHostnameTypeOnLaunch: 'ip-name' })).toContain('InvalidParameterValue');
  });
});

test('CreateDefaultSubnet makes an IPv6-only one once the default VPC has an IPv6 block', () => {
  const account = new TestAccount();
  const VpcId = account.defaultVpcId;
  account.call('DeleteSubnet', { SubnetId: account.world.subnets.list()[0]?.SubnetId });
  const input = { AvailabilityZone: 'us-east-1a', Ipv6Native: true };
  expect(account.refusal('CreateDefaultSubnet', input)).toContain('has no IPv6 CIDR block');
  account.call('AssociateVpcCidrBlock', { VpcId, AmazonProvidedIpv6CidrBlock: true });
  expect(account.call('CreateDefaultSubnet', input)).toMatchObject({
    Subnet: { DefaultForAz: true, Ipv6Native: true, AssignIpv6AddressOnCreation: true },
  });
});

test('prefixes take sixteen addresses each', () => {
  const { account, create } = network();
  const { SubnetId } = create({ CidrBlock: '10.0.1.0/24' });
  account.call('CreateNetworkInterface', { SubnetId, Ipv4PrefixCount: 2 });
  expect(shown(account, SubnetId)).toMatchObject({ AvailableIpAddressCount: 251 - 1 - 32 });
});

test.each<[string, string, number]>([
  ['ipv6-native', 'true', 1],
  ['ipv6-cidr-block-association.ipv6-cidr-block', '2600:1f18:*', 2],
  ['ipv6-cidr-block-association.association-id', 'subnet-cidr-assoc-*', 2],
  ['ipv6-cidr-block-association.state', 'associated', 2],
  ['enable-dns64', 'true', 1],
  ['cidr-block', '*', 7],
  ['available-ip-address-count', '0', 1],
  ['private-dns-name-options-on-launch.hostname-type', 'resource-name', 1],
  ['private-dns-name-options-on-launch.enable-resource-name-dns-a-record', 'true', 0],
  ['private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record', 'true', 0],
])('DescribeSubnets filters by %s %s', (Name, value, count) => {
  const { account, sixtyFour, create } = network();
  create({ Ipv6Native: true, Ipv6CidrBlock: sixtyFour('01') });
  const { SubnetId } = create({ CidrBlock: '10.0.1.0/24', Ipv6CidrBlock: sixtyFour('02') });
  account.call('ModifySubnetAttribute', { SubnetId, EnableDns64: { Value: true } });
  const { Subnets } = account.call<{ Subnets: object[] }>('DescribeSubnets', { Filters: [{ Name, Values: [value] }] });
  expect(Subnets).toHaveLength(count);
});
