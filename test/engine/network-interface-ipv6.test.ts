import { describe, expect, test } from 'vitest';
import { TestAccount } from '../build/account';
import {
  attachInterface,
  describeInterface,
  giveIpv6,
  makeInstance,
  makeInterface,
  makeSubnet,
  makeVpc,
  type ShownInterface,
} from '../build/network-interface';

function network() {
  const account = new TestAccount();
  const subnet = makeSubnet(account, makeVpc(account));
  const block = giveIpv6(account, subnet);
  /** An address of the subnet by its last group or groups. */
  const at = (rest: string) => block.replace('::/64', rest.includes('::') ? `:${rest}` : `::${rest}`);
  return { account, subnet, block, at };
}

const ofEni = (account: TestAccount, operation: string, NetworkInterfaceId: string) => ({
  call: <Output = object>(input: object) => account.call<Output>(operation, { NetworkInterfaceId, ...input }),
  refused: (input: object) => account.refusal(operation, { NetworkInterfaceId, ...input }),
});

describe('CreateNetworkInterface with IPv6', () => {
  test('by count, drawn from the subnet’s block; shown in AWS’s members', () => {
    const { account, subnet, block } = network();
    const { NetworkInterface: made } = account.call<{ NetworkInterface: ShownInterface & { Ipv6Address: string } }>(
      'CreateNetworkInterface',
      { SubnetId: subnet, Ipv6AddressCount: 2 },
    );
    expect(made.Ipv6Addresses).toHaveLength(2);
    for (const { Ipv6Address, IsPrimaryIpv6 } of made.Ipv6Addresses) {
      expect(Ipv6Address.startsWith(block.replace('::/64', ':'))).toBe(true);
      expect(IsPrimaryIpv6).toBe(false);
    }
    expect(made.Ipv6Address).toBe(made.Ipv6Addresses[0]?.Ipv6Address);
    expect(made).not.toHaveProperty('Ipv6Native');
  });

  test('by name, in whatever spelling, and one of them the primary', () => {
    const { account, subnet, at } = network();
    const made = makeInterface(account, subnet, {
      Ipv6Addresses: [{ Ipv6Address: at('0A') }, { Ipv6Address: at('000b'), IsPrimaryIpv6: true }],
    });
    expect(made.Ipv6Addresses).toEqual([
      { Ipv6Address: at('a'), IsPrimaryIpv6: false },
      { Ipv6Address: at('b'), IsPrimaryIpv6: true },
    ]);
  });

  test('the subnet’s setting gives one, a count of 0 overrides it', () => {
    const { account, subnet } = network();
    expect(makeInterface(account, subnet).Ipv6Addresses).toEqual([]);
    account.call('ModifySubnetAttribute', { SubnetId: subnet, AssignIpv6AddressOnCreation: { Value: true } });
    expect(makeInterface(account, subnet).Ipv6Addresses).toHaveLength(1);
    expect(makeInterface(account, subnet, { Ipv6AddressCount: 0 }).Ipv6Addresses).toEqual([]);
    expect(makeInterface(account, subnet, { Ipv6PrefixCount: 1 }).Ipv6Addresses).toEqual([]);
  });

  test('EnablePrimaryIpv6 makes the first address the primary one', () => {
    const { account, subnet } = network();
    expect(makeInterface(account, subnet, { EnablePrimaryIpv6: true }).Ipv6Addresses).toEqual([
      { Ipv6Address: expect.any(String), IsPrimaryIpv6: true },
    ]);
  });

  test('in an IPv6-only subnet without any IPv4 address', () => {
    const account = new TestAccount();
    const vpc = makeVpc(account);
    giveIpv6(account, makeSubnet(account, vpc));
    const base = account.world.vpcs.get(vpc)?.ipv6Blocks?.[0]?.Ipv6CidrBlock ?? '';
    const { Subnet: only } = account.call<{ Subnet: { SubnetId: string } }>('CreateSubnet', {
      VpcId: vpc,
      Ipv6Native: true,
      Ipv6CidrBlock: base.replace(/00::\/56$/, '09::/64'),
    });
    account.wait(5);
    const made = makeInterface(account, only.SubnetId);
    expect(made).toMatchObject({ PrivateIpAddresses: [], Ipv6Native: true, PublicDnsName: '' });
    expect(made.Ipv6Addresses).toHaveLength(1);
    expect(made).not.toHaveProperty('PrivateIpAddress');
    expect(made).not.toHaveProperty('PrivateDnsName');
    expect(
      account.refusal('CreateNetworkInterface', { SubnetId: only.SubnetId, SecondaryPrivateIpAddressCount: 1 }),
    ).toMatch(/^InvalidParameterCombination: /);
    expect(
      ofEni(account, 'AssignPrivateIpAddresses', made.NetworkInterfaceId).refused({
        SecondaryPrivateIpAddressCount: 1,
      }),
    ).toMatch(/^InvalidParameterCombination: /);
  });

  test('refuses', () => {
    const { account, subnet, at } = network();
    const refused = (input: object) => account.refusal('CreateNetworkInterface', { SubnetId: subnet, ...input });
    const plain = makeSubnet(account, makeVpc(account, '10.9.0.0/16'), '10.9.1.0/24');
    expect(refused({ SubnetId: plain, Ipv6AddressCount: 1 })).toBe(
      `InvalidParameterValue: The subnet (${plain}) does not have an IPv6 CIDR block associated with it.`,
    );
    const oneOnly =
      'InvalidParameterCombination: You can specify one and only one of ipv6Address or ipv6AddressCount or ipv6Prefix or ipv6PrefixCount in interfaces to create.';
    expect(refused({ Ipv6AddressCount: 1, Ipv6PrefixCount: 1 })).toBe(oneOnly);
    expect(refused({ Ipv6Addresses: [{ Ipv6Address: at('a') }], Ipv6AddressCount: 1 })).toBe(oneOnly);
    const named = (...ips: string[]) => refused({ Ipv6Addresses: ips.map((Ipv6Address) => ({ Ipv6Address })) });
    expect(named(at('a'), at('000a'))).toBe('InvalidParameterValue: Duplicate IPv6 address.');
    expect(named('10.0.1.5')).toMatch(/^InvalidParameterValue: .*Not a valid IPv6 address$/);
    expect(named('2001:db8::1')).toBe(
      "InvalidParameterValue: Address 2001:db8::1 does not fall within the subnet's address range",
    );
    for (const reserved of ['0', '1', '3', 'ffff:ffff:ffff:ffff']) {
      const ip = reserved.length > 1 ? at('').replace('::', `:${reserved}`) : at(reserved).replace('::0', '::');
      expect(named(ip)).toMatch(/is in subnet's reserved address range$/);
    }
    expect(refused({ Ipv6AddressCount: 65 })).toBe(
      'PrivateIpAddressLimitExceeded: Number of IPv6 addresses will exceed limit.',
    );
    expect(refused({ Ipv6AddressCount: -1 })).toMatch(/^InvalidParameterValue: /);
    makeInterface(account, subnet, { Ipv6Addresses: [{ Ipv6Address: at('a') }] });
    expect(named(at('a'))).toBe(`InvalidIPAddress.InUse: Address ${at('a')} is in use.`);
    const both = ['b', 'c'].map((end) => ({ Ipv6Address: at(end), IsPrimaryIpv6: true }));
    expect(refused({ Ipv6Addresses: both })).toMatch(/^InvalidParameterValue: /);
  });
});

describe('AssignIpv6Addresses and UnassignIpv6Addresses', () => {
  test('addresses come after those it has, and go', () => {
    const { account, subnet, at } = network();
    const { NetworkInterfaceId: id } = makeInterface(account, subnet, {
      Ipv6Addresses: [{ Ipv6Address: at('10') }],
    });
    const assign = ofEni(account, 'AssignIpv6Addresses', id);
    const unassign = ofEni(account, 'UnassignIpv6Addresses', id);
    expect(assign.call({ Ipv6Addresses: [at('11')] })).toEqual({
      AssignedIpv6Addresses: [at('11')],
      NetworkInterfaceId: id,
    });
    const drawn = assign.call<{ AssignedIpv6Addresses: string[] }>({ Ipv6AddressCount: 2 }).AssignedIpv6Addresses;
    const held = () => describeInterface(account, id).Ipv6Addresses.map((one) => one.Ipv6Address);
    expect(held()).toEqual([at('10'), at('11'), ...drawn]);
    const shown = account.call<{ NetworkInterfaces: ShownInterface[] }>('DescribeNetworkInterfaces', {
      Filters: [{ Name: 'ipv6-addresses.ipv6-address', Values: [at('11')] }],
    });
    expect(shown.NetworkInterfaces.map((one) => one.NetworkInterfaceId)).toEqual([id]);
    expect(assign.refused({ Ipv6Addresses: [at('11')] })).toMatch(/^InvalidIPAddress.InUse: /);
    expect(unassign.call({ Ipv6Addresses: [at('10'), ...drawn] })).toEqual({
      NetworkInterfaceId: id,
      UnassignedIpv6Addresses: [at('10'), ...drawn],
    });
    expect(held()).toEqual([at('11')]);
    expect(unassign.refused({ Ipv6Addresses: [at('10')] })).toBe(
      `InvalidParameterValue: Some of the specified addresses are not assigned to interface ${id}`,
    );
    expect(unassign.refused({})).toMatch(/^InvalidParameter: /);
  });

  test('a /80 prefix takes all of its addresses, and an address its /80', () => {
    const { account, subnet, block, at } = network();
    const { NetworkInterfaceId: id } = makeInterface(account, subnet, { Ipv6PrefixCount: 1 });
    const [prefix] = describeInterface(account, id).Ipv6Prefixes ?? [];
    expect(prefix?.Ipv6Prefix).toMatch(/::\/80$/);
    const assign = ofEni(account, 'AssignIpv6Addresses', id);
    const inside = prefix?.Ipv6Prefix.replace('::/80', '::7') ?? '';
    expect(assign.refused({ Ipv6Addresses: [inside] })).toBe(`InvalidIPAddress.InUse: Address ${inside} is in use.`);
    const other = block.replace('::/64', ':5::/80');
    expect(assign.call({ Ipv6Prefixes: [other] })).toEqual({ AssignedIpv6Prefixes: [other], NetworkInterfaceId: id });
    expect(assign.refused({ Ipv6Prefixes: [other] })).toBe(`InvalidIPAddress.InUse: Prefix ${other} is in use.`);
    assign.call({ Ipv6Addresses: [at('6::1')] });
    const around = block.replace('::/64', ':6::/80');
    expect(assign.refused({ Ipv6Prefixes: [around] })).toBe(`InvalidIPAddress.InUse: Prefix ${around} is in use.`);
    expect(assign.refused({ Ipv6Prefixes: [block] })).toMatch(/Not a valid \/80 CIDR block$/);
    expect(assign.refused({ Ipv6Prefixes: ['2001:db8::/80'] })).toMatch(/does not fall within the subnet/);
    expect(assign.refused({ Ipv6Prefixes: [block.replace('/64', '/80')] })).toMatch(/reserved address range$/);
    const unassign = ofEni(account, 'UnassignIpv6Addresses', id);
    expect(unassign.call({ Ipv6Prefixes: [other] })).toEqual({
      NetworkInterfaceId: id,
      UnassignedIpv6Prefixes: [other],
    });
    expect(unassign.refused({ Ipv6Prefixes: [other] })).toMatch(/are not assigned to interface/);
  });

  test('refuses two ways, none, a count below one, and a stranger', () => {
    const { account, subnet } = network();
    const { refused } = ofEni(account, 'AssignIpv6Addresses', makeInterface(account, subnet).NetworkInterfaceId);
    expect(refused({ Ipv6AddressCount: 1, Ipv6PrefixCount: 1 })).toMatch(/^InvalidParameterCombination: /);
    expect(refused({})).toMatch(/^InvalidParameter: /);
    expect(refused({ Ipv6AddressCount: 0 })).toMatch(/^InvalidParameterValue: Value \(0\) for parameter/);
    expect(refused({ NetworkInterfaceId: 'eni-0123456789abcdef0', Ipv6AddressCount: 1 })).toBe(
      "InvalidNetworkInterfaceID.NotFound: The networkInterface ID 'eni-0123456789abcdef0' does not exist",
    );
  });

  test('the limit of the instance’s type counts addresses and prefixes', () => {
    const { account, subnet } = network();
    const { id: instance, eth0 } = makeInstance(account, subnet);
    const assign = ofEni(account, 'AssignIpv6Addresses', eth0.NetworkInterfaceId);
    assign.call({ Ipv6AddressCount: 3 });
    assign.call({ Ipv6PrefixCount: 1 });
    expect(assign.refused({ Ipv6AddressCount: 1 })).toMatch(/^PrivateIpAddressLimitExceeded: /);
    const full = makeInterface(account, subnet, { Ipv6AddressCount: 5 }).NetworkInterfaceId;
    account.wait(5);
    expect(
      account.refusal('AttachNetworkInterface', {
        NetworkInterfaceId: full,
        InstanceId: instance,
        DeviceIndex: 1,
      }),
    ).toMatch(/^InvalidInterface.IpAddressLimitExceeded: IPv6 address count 5 on interface-\w+ exceeds the limit for/);
  });
});

describe('the primary IPv6 address', () => {
  test('is the first, stays while attached, and may not be unassigned', () => {
    const { account, subnet } = network();
    const { id: instance } = makeInstance(account, subnet);
    const { NetworkInterfaceId: id } = makeInterface(account, subnet);
    const modify = ofEni(account, 'ModifyNetworkInterfaceAttribute', id);
    expect(modify.refused({ EnablePrimaryIpv6: true })).toMatch(/does not have an IPv6 address\.$/);
    ofEni(account, 'AssignIpv6Addresses', id).call({ Ipv6AddressCount: 2 });
    const attachment = attachInterface(account, id, instance);
    modify.call({ EnablePrimaryIpv6: true });
    const [first, second] = describeInterface(account, id).Ipv6Addresses;
    expect([first?.IsPrimaryIpv6, second?.IsPrimaryIpv6]).toEqual([true, false]);
    expect(modify.refused({ EnablePrimaryIpv6: false })).toMatch(/^InvalidParameterValue: /);
    expect(ofEni(account, 'UnassignIpv6Addresses', id).refused({ Ipv6Addresses: [first?.Ipv6Address] })).toMatch(
      /^InvalidParameterValue: /,
    );
    account.wait(5);
    account.call('DetachNetworkInterface', { AttachmentId: attachment });
    account.wait(10);
    expect(describeInterface(account, id).Ipv6Addresses.map((one) => one.IsPrimaryIpv6)).toEqual([false, false]);
  });
});
