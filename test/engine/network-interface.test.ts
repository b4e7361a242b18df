import { describe, expect, test } from 'vitest';
import { begin, commit } from '@/lib/engine/transaction';
import { TestAccount } from '../build/account';
import {
  describeInterface,
  makeGroup,
  makeInstance,
  makeInterface,
  makeSubnet,
  makeVpc,
  type ShownInterface,
} from '../build/network-interface';

function network(options: ConstructorParameters<typeof TestAccount>[0] = {}) {
  const account = new TestAccount(options);
  const vpc = makeVpc(account);
  return { account, vpc, subnet: makeSubnet(account, vpc) };
}

describe('CreateNetworkInterface', () => {
  test('answers a plain interface as AWS shows it, pending at first', () => {
    const { account, vpc, subnet } = network();
    const { NetworkInterface, ...rest } = account.call<{ NetworkInterface: ShownInterface }>('CreateNetworkInterface', {
      SubnetId: subnet,
      PrivateIpAddress: '10.0.1.50',
    });
    const [group] = NetworkInterface.Groups;
    expect(rest).toEqual({});
    expect(Object.entries(NetworkInterface)).toEqual(
      Object.entries({
        AvailabilityZone: 'us-east-1a',
        Description: '',
        Groups: [{ GroupId: group?.GroupId, GroupName: 'default' }],
        InterfaceType: 'interface',
        Ipv6Addresses: [],
        MacAddress: NetworkInterface.MacAddress,
        NetworkInterfaceId: NetworkInterface.NetworkInterfaceId,
        OwnerId: account.world.account,
        PublicDnsName: '',
        PrivateIpAddress: '10.0.1.50',
        PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: '10.0.1.50' }],
        RequesterId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
        RequesterManaged: false,
        SourceDestCheck: true,
        Status: 'pending',
        SubnetId: subnet,
        TagSet: [],
        VpcId: vpc,
        Operator: { Managed: false },
        AvailabilityZoneId: 'use1-az1',
      }),
    );
    expect(NetworkInterface.NetworkInterfaceId).toMatch(/^eni-[0-9a-f]{17}$/);
    expect(NetworkInterface.MacAddress).toMatch(/^(02|06|0a|0e|12|16)(:[0-9a-f]{2}){5}$/);
    expect(describeInterface(account, NetworkInterface.NetworkInterfaceId)).toEqual({
      ...NetworkInterface,
      Status: 'available',
    });
  });

  test('shows private names where the VPC gives DNS hostnames', () => {
    const { account, vpc, subnet } = network();
    account.call('ModifyVpcAttribute', { VpcId: vpc, EnableDnsHostnames: { Value: true } });
    const eni = makeInterface(account, subnet, { PrivateIpAddress: '10.0.1.50' });
    expect(eni).toMatchObject({
      PrivateDnsName: 'ip-10-0-1-50.ec2.internal',
      PrivateIpAddresses: [{ PrivateDnsName: 'ip-10-0-1-50.ec2.internal' }],
    });
  });

  test('spells names otherwise outside us-east-1', () => {
    const account = new TestAccount({ region: 'eu-west-1' });
    const vpc = makeVpc(account);
    account.call('ModifyVpcAttribute', { VpcId: vpc, EnableDnsHostnames: { Value: true } });
    const subnet = makeSubnet(account, vpc, '10.0.1.0/24', 'eu-west-1b');
    expect(makeInterface(account, subnet, { PrivateIpAddress: '10.0.1.50' })).toMatchObject({
      PrivateDnsName: 'ip-10-0-1-50.eu-west-1.compute.internal',
      AvailabilityZoneId: 'euw1-az2',
    });
  });

  test('takes addresses by name and by count, the primary first', () => {
    const { account, subnet } = network();
    const listed = makeInterface(account, subnet, {
      PrivateIpAddresses: [
        { PrivateIpAddress: '10.0.1.61' },
        { PrivateIpAddress: '10.0.1.60', Primary: true },
        { PrivateIpAddress: '10.0.1.62', Primary: false },
      ],
    });
    expect(listed.PrivateIpAddresses.map((one) => one.PrivateIpAddress)).toEqual([
      '10.0.1.60',
      '10.0.1.61',
      '10.0.1.62',
    ]);
    expect(listed.PrivateIpAddresses.map((one) => one.Primary)).toEqual([true, false, false]);
    const drawn = makeInterface(account, subnet, { PrivateIpAddress: '10.0.1.70', SecondaryPrivateIpAddressCount: 2 });
    expect(drawn.PrivateIpAddress).toBe('10.0.1.70');
    expect(new Set(drawn.PrivateIpAddresses.map((one) => one.PrivateIpAddress)).size).toBe(3);
  });

  test('takes every free address of a subnet, and no other', () => {
    const account = new TestAccount();
    const subnet = makeSubnet(account, makeVpc(account), '10.0.1.0/28');
    const taken = makeInterface(account, subnet, { SecondaryPrivateIpAddressCount: 10 }).PrivateIpAddresses;
    expect(taken.map((one) => Number(one.PrivateIpAddress.split('.')[3])).sort((a, b) => a - b)).toEqual([
      4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
    ]);
    expect(account.refusal('CreateNetworkInterface', { SubnetId: subnet })).toBe(
      'InsufficientFreeAddressesInSubnet: The specified subnet does not have enough free addresses to satisfy the request.',
    );
  });

  test('keeps description, groups, type and tags', () => {
    const { account, vpc, subnet } = network();
    const groups = [makeGroup(account, vpc, 'web'), makeGroup(account, vpc, 'db')];
    const eni = makeInterface(account, subnet, {
      Description: 'second leg',
      Groups: groups,
      InterfaceType: 'trunk',
      TagSpecifications: [{ ResourceType: 'network-interface', Tags: [{ Key: 'Name', Value: 'leg' }] }],
    });
    expect(eni).toMatchObject({
      Description: 'second leg',
      Groups: [
        { GroupId: groups[0], GroupName: 'web' },
        { GroupId: groups[1], GroupName: 'db' },
      ],
      InterfaceType: 'trunk',
      TagSet: [{ Key: 'Name', Value: 'leg' }],
    });
  });

  test('makes one interface for one client token', () => {
    const { account, subnet } = network();
    const input = { SubnetId: subnet, ClientToken: 'once' };
    const first = account.call<{ NetworkInterface: ShownInterface; ClientToken: string }>(
      'CreateNetworkInterface',
      input,
    );
    const again = account.call<{ NetworkInterface: ShownInterface }>('CreateNetworkInterface', input);
    expect(first.ClientToken).toBe('once');
    expect(again.NetworkInterface.NetworkInterfaceId).toBe(first.NetworkInterface.NetworkInterfaceId);
    const mismatch =
      'IdempotentParameterMismatch: Arguments on this idempotent request are inconsistent with arguments used in previous request(s).';
    expect(account.refusal('CreateNetworkInterface', { ...input, Description: 'other' })).toBe(mismatch);
    account.call('DeleteNetworkInterface', { NetworkInterfaceId: first.NetworkInterface.NetworkInterfaceId });
    expect(account.refusal('CreateNetworkInterface', input)).toBe(mismatch);
  });

  test('refuses in AWS’s words', () => {
    const { account, vpc, subnet } = network({ quotas: { networkInterfacesPerRegion: 1 } });
    const refused = (input: object) => account.refusal('CreateNetworkInterface', { SubnetId: subnet, ...input });
    const other = makeGroup(account, makeVpc(account, '10.1.0.0/16'), 'other');
    const six = [1, 2, 3, 4, 5, 6].map((number) => makeGroup(account, vpc, `group-${number}`));
    const description =
      'InvalidParameterValue: Invalid interface description. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*';
    const reserved = "InvalidParameterValue: Address is in subnet's reserved address range";
    expect(account.refusal('CreateNetworkInterface')).toBe(
      'MissingParameter: The request must contain the parameter subnetId',
    );
    expect(refused({ SubnetId: 'subnet-0123456789abcdef0' })).toBe(
      "InvalidSubnetID.NotFound: The subnet ID 'subnet-0123456789abcdef0' does not exist",
    );
    expect(refused({ Groups: ['sg-0123456789abcdef0'] })).toBe(
      "InvalidGroup.NotFound: The security group 'sg-0123456789abcdef0' does not exist",
    );
    expect(refused({ Groups: [other] })).toBe(
      `InvalidParameterValue: Security group ${other} and subnet ${subnet} belong to different networks.`,
    );
    expect(refused({ Groups: six })).toBe(
      'SecurityGroupsPerInterfaceLimitExceeded: The maximum number of security groups per interface has been reached.',
    );
    expect(refused({ Description: 'a'.repeat(256) })).toBe(description);
    expect(refused({ Description: 'what?' })).toBe(description);
    expect(refused({ PrivateIpAddress: '10.0.2.50' })).toBe(
      "InvalidParameterValue: Address does not fall within the subnet's address range",
    );
    for (const last of [0, 1, 2, 3, 255]) expect(refused({ PrivateIpAddress: `10.0.1.${last}` })).toBe(reserved);
    expect(refused({ PrivateIpAddress: '10.0.1' })).toMatch(/^InvalidParameterValue: /);
    const at = (ip: string, Primary: boolean) => ({ PrivateIpAddress: ip, Primary });
    expect(refused({ PrivateIpAddresses: [at('10.0.1.5', true), at('10.0.1.6', true)] })).toBe(
      'InvalidParameterValue: Only one primary private IP address can be specified.',
    );
    expect(refused({ PrivateIpAddress: '10.0.1.5', PrivateIpAddresses: [at('10.0.1.6', true)] })).toBe(
      'InvalidParameterValue: Only one primary private IP address can be specified.',
    );
    expect(refused({ PrivateIpAddresses: [at('10.0.1.5', true), at('10.0.1.5', false)] })).toBe(
      'InvalidParameterValue: Duplicate private IP address.',
    );
    expect(
      refused({
        PrivateIpAddresses: [at('10.0.1.5', true), at('10.0.1.6', false)],
        SecondaryPrivateIpAddressCount: 1,
      }),
    ).toMatch(/^InvalidParameterCombination: /);
    expect(refused({ SecondaryPrivateIpAddressCount: -1 })).toMatch(/^InvalidParameterValue: /);
    expect(refused({ SecondaryPrivateIpAddressCount: 64 })).toMatch(/^PrivateIpAddressLimitExceeded: /);
    expect(refused({ InterfaceType: 'branch' })).toMatch(/^InvalidParameterValue: /);
    expect(refused({ TagSpecifications: [{ ResourceType: 'instance', Tags: [] }] })).toMatch(
      /^InvalidParameterValue: /,
    );
    makeInterface(account, subnet, { PrivateIpAddress: '10.0.1.50' });
    expect(refused({})).toMatch(/^NetworkInterfaceLimitExceeded: /);
    expect(refused({ DryRun: true })).toBe('DryRunOperation: Request would have succeeded, but DryRun flag is set.');
  });

  test('refuses an address that another interface holds', () => {
    const { account, subnet } = network();
    makeInterface(account, subnet, { PrivateIpAddress: '10.0.1.50' });
    expect(account.refusal('CreateNetworkInterface', { SubnetId: subnet, PrivateIpAddress: '10.0.1.50' })).toBe(
      'InvalidIPAddress.InUse: The specified address is already in use.',
    );
  });
});

describe('DescribeNetworkInterfaces', () => {
  const ids = (account: TestAccount, input: object) =>
    account
      .call<{ NetworkInterfaces: ShownInterface[] }>('DescribeNetworkInterfaces', input)
      .NetworkInterfaces.map((eni) => eni.NetworkInterfaceId);

  test('answers by id, and refuses all for one that is unknown or malformed', () => {
    const { account, subnet } = network();
    const first = makeInterface(account, subnet).NetworkInterfaceId;
    const second = makeInterface(account, subnet).NetworkInterfaceId;
    expect(ids(account, {})).toEqual([first, second]);
    expect(ids(account, { NetworkInterfaceIds: [second, first] })).toEqual([first, second]);
    const refused = (id: string) => account.refusal('DescribeNetworkInterfaces', { NetworkInterfaceIds: [first, id] });
    expect(refused('eni-0123456789abcdef0')).toBe(
      "InvalidNetworkInterfaceID.NotFound: The networkInterface ID 'eni-0123456789abcdef0' does not exist",
    );
    expect(refused('web')).toBe('InvalidNetworkInterfaceId.Malformed: Invalid id: "web" (expecting "eni-...")');
  });

  test('answers in pages', () => {
    const { account, subnet } = network();
    const all = Array.from({ length: 7 }, () => makeInterface(account, subnet).NetworkInterfaceId);
    const page = account.call<{ NetworkInterfaces: object[]; NextToken: string }>('DescribeNetworkInterfaces', {
      MaxResults: 5,
    });
    expect(page.NetworkInterfaces).toHaveLength(5);
    expect(ids(account, { MaxResults: 5, NextToken: page.NextToken })).toEqual(all.slice(5));
    const refused = (input: object) => account.refusal('DescribeNetworkInterfaces', input);
    expect(refused({ MaxResults: 5, NetworkInterfaceIds: [all[0]] })).toBe(
      'InvalidParameterCombination: The parameter networkInterfaceIdSet cannot be used with the parameter maxResults',
    );
    expect(refused({ Filters: [{ Name: 'colour', Values: ['red'] }] })).toBe(
      "InvalidParameterValue: The filter 'colour' is invalid",
    );
  });

  test('every documented filter finds the interface by what it shows', () => {
    const { account, vpc, subnet } = network();
    account.call('ModifyVpcAttribute', { VpcId: vpc, EnableDnsHostnames: { Value: true } });
    makeInterface(account, subnet, { Description: 'another' });
    const eth0 = makeInstance(account, undefined, {
      NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: subnet, AssociatePublicIpAddress: true, Description: 'leg' }],
      TagSpecifications: [{ ResourceType: 'network-interface', Tags: [{ Key: 'Name', Value: 'leg' }] }],
    }).eth0;
    const attachment = eth0.Attachment;
    const found: [string, unknown][] = [
      ['addresses.association.owner-id', 'amazon'],
      ['addresses.association.public-ip', eth0.Association?.PublicIp],
      ['addresses.primary', 'true'],
      ['addresses.private-ip-address', eth0.PrivateIpAddress],
      ['association.ip-owner-id', 'amazon'],
      ['association.public-ip', eth0.Association?.PublicIp],
      ['association.public-dns-name', eth0.Association?.PublicDnsName],
      ['attachment.attach-time', '2026-01-31T*'],
      ['attachment.attachment-id', attachment?.AttachmentId],
      ['attachment.delete-on-termination', 'true'],
      ['attachment.device-index', '0'],
      ['attachment.instance-id', attachment?.InstanceId],
      ['attachment.instance-owner-id', account.world.account],
      ['attachment.status', 'attached'],
      ['availability-zone', 'us-east-1a'],
      ['availability-zone-id', 'use1-az1'],
      ['description', 'le?'],
      ['group-id', eth0.Groups[0]?.GroupId],
      ['group-name', 'default'],
      ['interface-type', 'interface'],
      ['mac-address', eth0.MacAddress],
      ['network-interface-id', eth0.NetworkInterfaceId],
      ['operator.managed', 'false'],
      ['owner-id', account.world.account],
      ['private-dns-name', `ip-${eth0.PrivateIpAddress.replaceAll('.', '-')}.ec2.internal`],
      ['private-ip-address', eth0.PrivateIpAddress],
      ['requester-managed', 'false'],
      ['source-dest-check', 'true'],
      ['status', 'in-use'],
      ['subnet-id', subnet],
      ['tag:Name', 'leg'],
      ['tag-key', 'Name'],
      ['vpc-id', vpc],
    ];
    for (const [Name, value] of found) {
      expect(ids(account, { Filters: [{ Name, Values: [String(value)] }] }), Name).toContain(eth0.NetworkInterfaceId);
      expect(ids(account, { Filters: [{ Name, Values: ['nothing-of-the-kind'] }] }), Name).toEqual([]);
    }
    for (const Name of [
      'association.allocation-id',
      'association.association-id',
      'ipv6-addresses.ipv6-address',
      'operator.principal',
      'requester-id',
    ]) {
      expect(ids(account, { Filters: [{ Name, Values: ['*'] }] }), Name).not.toContain(eth0.NetworkInterfaceId);
    }
  });

  test('does not show an interface that a service made as one’s own to change', () => {
    const { account, subnet } = network();
    const { NetworkInterfaceId } = makeInterface(account, subnet);
    // No operation here makes one yet, so its record is written as a service would leave it.
    const eni = account.world.networkInterfaces.get(NetworkInterfaceId);
    begin(account.world);
    if (eni) account.world.networkInterfaces.replace({ ...eni, RequesterManaged: true });
    commit(account.world);
    const refusal = 'AuthFailure: You do not have permission to access the specified resource.';
    expect(
      account.refusal('ModifyNetworkInterfaceAttribute', { NetworkInterfaceId, Description: { Value: 'mine' } }),
    ).toBe(refusal);
    expect(account.refusal('AssignPrivateIpAddresses', { NetworkInterfaceId, SecondaryPrivateIpAddressCount: 1 })).toBe(
      refusal,
    );
    account.call('CreateTags', { Resources: [NetworkInterfaceId], Tags: [{ Key: 'Name', Value: 'service' }] });
    account.call('DeleteNetworkInterface', { NetworkInterfaceId });
  });
});
