import { describe, expect, test } from 'vitest';
import { TestAccount } from '../build/account';
import {
  describeInterface,
  makeInstance,
  makeInterface,
  makeSubnet,
  makeVpc,
  type ShownInterface,
} from '../build/network-interface';

function network(cidr = '10.0.1.0/24') {
  const account = new TestAccount();
  const subnet = makeSubnet(account, makeVpc(account), cidr);
  const create = (input: object) => makeInterface(account, subnet, input);
  const refused = (input: object) => account.refusal('CreateNetworkInterface', { SubnetId: subnet, ...input });
  return { account, subnet, create, refused };
}

const prefixesOf = (eni: ShownInterface) => eni.Ipv4Prefixes?.map((one) => one.Ipv4Prefix) ?? [];
const named = (...prefixes: string[]) => ({ Ipv4Prefixes: prefixes.map((Ipv4Prefix) => ({ Ipv4Prefix })) });

describe('CreateNetworkInterface with IPv4 prefixes', () => {
  test('by name and by count; each takes sixteen addresses of the subnet', () => {
    const { account, subnet, create } = network();
    const free = () =>
      account.call<{ Subnets: { AvailableIpAddressCount: number }[] }>('DescribeSubnets', { SubnetIds: [subnet] })
        .Subnets[0]?.AvailableIpAddressCount;
    expect(prefixesOf(create(named('10.0.1.32/28', '10.0.1.70/28')))).toEqual(['10.0.1.32/28', '10.0.1.64/28']);
    expect(free()).toBe(251 - 1 - 32);
    const drawn = prefixesOf(create({ Ipv4PrefixCount: 2 }));
    expect(new Set(drawn).size).toBe(2);
    for (const prefix of drawn) expect(prefix).toMatch(/^10\.0\.1\.\d+\/28$/);
    expect(free()).toBe(251 - 2 - 64);
    expect(create({})).not.toHaveProperty('Ipv4Prefixes');
  });

  test('its addresses are nobody else’s, and free again when it is gone', () => {
    const { account, create, refused } = network();
    const { NetworkInterfaceId } = create(named('10.0.1.32/28'));
    expect(refused({ PrivateIpAddress: '10.0.1.40' })).toBe(
      'InvalidIPAddress.InUse: The specified address is already in use.',
    );
    expect(refused({ PrivateIpAddress: '10.0.1.50', ...named('10.0.1.48/28') })).toMatch(/^InvalidIPAddress.InUse: /);
    account.wait(5);
    account.call('DeleteNetworkInterface', { NetworkInterfaceId });
    expect(create({ PrivateIpAddress: '10.0.1.40' }).PrivateIpAddress).toBe('10.0.1.40');
  });

  test('refuses', () => {
    const { create, refused } = network();
    create({ PrivateIpAddress: '10.0.1.50' });
    expect(refused(named('10.0.1.48/28'))).toBe('InvalidIPAddress.InUse: Prefix 10.0.1.48/28 is in use.');
    expect(refused(named('10.0.2.0/28'))).toMatch(/does not fall within the subnet/);
    expect(refused(named('10.0.1.0/28'))).toMatch(/reserved address range$/);
    expect(refused(named('10.0.1.240/28'))).toMatch(/reserved address range$/);
    expect(refused(named('10.0.1.32/27'))).toMatch(/Not a valid \/28 CIDR block$/);
    expect(refused(named('web'))).toMatch(/Not a valid \/28 CIDR block$/);
    expect(refused(named('10.0.1.32/28', '10.0.1.33/28'))).toBe('InvalidParameterValue: Duplicate private IP address.');
    expect(refused({ Ipv4PrefixCount: 1, SecondaryPrivateIpAddressCount: 1 })).toMatch(
      /^InvalidParameterCombination: /,
    );
    expect(refused({ Ipv4PrefixCount: 1, ...named('10.0.1.32/28') })).toMatch(/^InvalidParameterCombination: /);
    expect(refused({ Ipv4PrefixCount: -1 })).toMatch(/^InvalidParameterValue: /);
    expect(refused({ Ipv4PrefixCount: 64 })).toMatch(/^PrivateIpAddressLimitExceeded: /);
    expect(refused({ Ipv4PrefixCount: 14 })).toBe(
      'InsufficientCidrBlocks: There are not enough free cidr blocks in the specified subnet to satisfy the request.',
    );
  });

  test('an EFA-only interface has no address at all', () => {
    const { account, create, refused } = network();
    const made = create({ InterfaceType: 'efa-only' });
    expect(made).toMatchObject({ InterfaceType: 'efa-only', PrivateIpAddresses: [], Ipv6Addresses: [] });
    expect(made).not.toHaveProperty('PrivateIpAddress');
    expect(refused({ InterfaceType: 'efa-only', PrivateIpAddress: '10.0.1.9' })).toMatch(
      /^InvalidParameterCombination: /,
    );
    expect(
      account.refusal('AssignPrivateIpAddresses', {
        NetworkInterfaceId: made.NetworkInterfaceId,
        SecondaryPrivateIpAddressCount: 1,
      }),
    ).toMatch(/^InvalidParameterCombination: /);
  });
});

describe('AssignPrivateIpAddresses and UnassignPrivateIpAddresses with prefixes', () => {
  function pair() {
    const all = network();
    const [one, other] = [all.create({}).NetworkInterfaceId, all.create({}).NetworkInterfaceId];
    const assign = (id: string, input: object) =>
      all.account.call('AssignPrivateIpAddresses', { NetworkInterfaceId: id, ...input });
    const refuses = (id: string, input: object) =>
      all.account.refusal('AssignPrivateIpAddresses', { NetworkInterfaceId: id, ...input });
    const held = (id: string) => prefixesOf(describeInterface(all.account, id));
    return { ...all, one, other, assign, refuses, held };
  }

  test('answers the prefixes alone', () => {
    const { one, assign, held } = pair();
    expect(assign(one, { Ipv4Prefixes: ['10.0.1.32/28'] })).toEqual({
      NetworkInterfaceId: one,
      AssignedIpv4Prefixes: [{ Ipv4Prefix: '10.0.1.32/28' }],
    });
    assign(one, { Ipv4PrefixCount: 1 });
    expect(held(one)).toHaveLength(2);
  });

  test('a prefix moves whole, where it may', () => {
    const { one, other, assign, refuses, held } = pair();
    assign(one, { Ipv4Prefixes: ['10.0.1.32/28', '10.0.1.64/28'] });
    expect(refuses(other, { Ipv4Prefixes: ['10.0.1.32/28'] })).toBe(
      'InvalidParameterValue: [10.0.1.32/28] assigned, but move is not allowed.',
    );
    expect(refuses(other, { PrivateIpAddresses: ['10.0.1.40'], AllowReassignment: true })).toBe(
      'InvalidParameterValue: [10.0.1.40] assigned, but move is not allowed.',
    );
    assign(other, { Ipv4Prefixes: ['10.0.1.32/28'], AllowReassignment: true });
    expect([held(one), held(other)]).toEqual([['10.0.1.64/28'], ['10.0.1.32/28']]);
    assign(other, { Ipv4Prefixes: ['10.0.1.64/28', '10.0.1.32/28'], AllowReassignment: true });
    expect([held(one), held(other)]).toEqual([[], ['10.0.1.32/28', '10.0.1.64/28']]);
    assign(one, { PrivateIpAddresses: ['10.0.1.100'] });
    expect(refuses(other, { Ipv4Prefixes: ['10.0.1.96/28'], AllowReassignment: true })).toMatch(/move is not allowed/);
  });

  test('Unassign takes what is named and nothing else', () => {
    const { account, one, assign, held } = pair();
    assign(one, { Ipv4Prefixes: ['10.0.1.32/28'] });
    assign(one, { PrivateIpAddresses: ['10.0.1.100'] });
    const input = { NetworkInterfaceId: one, Ipv4Prefixes: ['10.0.1.64/28'] };
    expect(account.refusal('UnassignPrivateIpAddresses', input)).toMatch(/are not assigned to interface/);
    account.call('UnassignPrivateIpAddresses', { NetworkInterfaceId: one, Ipv4Prefixes: ['10.0.1.32/28'] });
    expect(held(one)).toEqual([]);
    expect(describeInterface(account, one).PrivateIpAddresses).toHaveLength(2);
  });

  test('a prefix counts as one address against the type’s limit, and needs a Nitro type', () => {
    const { account, subnet, assign, refuses } = pair();
    const eth0 = makeInstance(account, subnet).eth0.NetworkInterfaceId;
    assign(eth0, { Ipv4PrefixCount: 3 });
    expect(refuses(eth0, { Ipv4PrefixCount: 1 })).toBe(
      'PrivateIpAddressLimitExceeded: Number of private addresses will exceed limit.',
    );
    const old = makeInstance(account, subnet, { InstanceType: 'm4.large' });
    expect(refuses(old.eth0.NetworkInterfaceId, { Ipv4PrefixCount: 1 })).toMatch(/^InvalidParameterCombination: m4/);
    const loose = makeInterface(account, subnet, { Ipv4PrefixCount: 1 }).NetworkInterfaceId;
    account.wait(5);
    const attach = { NetworkInterfaceId: loose, InstanceId: old.id, DeviceIndex: 1 };
    expect(account.refusal('AttachNetworkInterface', attach)).toMatch(/^InvalidParameterCombination: m4.large/);
  });
});
