import { describe, expect, test } from 'vitest';
import { TestAccount } from '../build/account';
import {
  allocateAddress,
  describeInterface,
  makeGateway,
  makeInstance,
  makeInterface,
  makeSubnet,
  makeVpc,
} from '../build/network-interface';

function loose() {
  const account = new TestAccount();
  const vpc = makeVpc(account);
  const subnet = makeSubnet(account, vpc);
  const { NetworkInterfaceId: id } = makeInterface(account, subnet, { PrivateIpAddress: '10.0.1.50' });
  const assign = (input: object) =>
    account.call<{ AssignedPrivateIpAddresses: { PrivateIpAddress: string }[] }>('AssignPrivateIpAddresses', {
      NetworkInterfaceId: id,
      ...input,
    });
  const refused = (input: object) => account.refusal('AssignPrivateIpAddresses', { NetworkInterfaceId: id, ...input });
  const held = (of = id) => describeInterface(account, of).PrivateIpAddresses.map((one) => one.PrivateIpAddress);
  return { account, vpc, subnet, id, assign, refused, held };
}

describe('AssignPrivateIpAddresses', () => {
  test('by name and by count, after those it has', () => {
    const { id, assign, held } = loose();
    expect(assign({ PrivateIpAddresses: ['10.0.1.60', '10.0.1.61'] })).toEqual({
      NetworkInterfaceId: id,
      AssignedPrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.60' }, { PrivateIpAddress: '10.0.1.61' }],
    });
    const drawn = assign({ SecondaryPrivateIpAddressCount: 2 }).AssignedPrivateIpAddresses;
    expect(held()).toEqual(['10.0.1.50', '10.0.1.60', '10.0.1.61', ...drawn.map((one) => one.PrivateIpAddress)]);
  });

  test('a secondary address moves from another interface, its Elastic IP with it', () => {
    const { account, vpc, subnet, id, assign, refused, held } = loose();
    makeGateway(account, vpc);
    const other = makeInterface(account, subnet, { PrivateIpAddress: '10.0.1.70' }).NetworkInterfaceId;
    account.call('AssignPrivateIpAddresses', {
      NetworkInterfaceId: other,
      PrivateIpAddresses: ['10.0.1.71', '10.0.1.72'],
    });
    const { AllocationId, PublicIp } = allocateAddress(account);
    account.call('AssociateAddress', { AllocationId, NetworkInterfaceId: other, PrivateIpAddress: '10.0.1.71' });
    const move = { PrivateIpAddresses: ['10.0.1.71', '10.0.1.72'] };
    expect(refused(move)).toBe('InvalidParameterValue: [10.0.1.71, 10.0.1.72] assigned, but move is not allowed.');
    expect(assign({ ...move, AllowReassignment: true }).AssignedPrivateIpAddresses).toHaveLength(2);
    expect(held()).toEqual(['10.0.1.50', '10.0.1.71', '10.0.1.72']);
    expect(held(other)).toEqual(['10.0.1.70']);
    expect(describeInterface(account, id).PrivateIpAddresses[1]?.Association?.PublicIp).toBe(PublicIp);
    expect(assign({ ...move, AllowReassignment: true }).AssignedPrivateIpAddresses).toHaveLength(2);
    expect(held()).toHaveLength(3);
    expect(refused({ PrivateIpAddresses: ['10.0.1.70'], AllowReassignment: true })).toBe(
      'InvalidParameterValue: [10.0.1.70] assigned, but move is not allowed.',
    );
  });

  test('refuses in AWS’s words', () => {
    const { account, subnet, refused } = loose();
    expect(refused({ PrivateIpAddresses: ['10.0.1.1'] })).toBe(
      "InvalidParameterValue: Address 10.0.1.1 is in subnet's reserved range.",
    );
    expect(refused({ PrivateIpAddresses: ['10.0.2.60'] })).toMatch(/^InvalidParameterValue: /);
    expect(refused({ PrivateIpAddresses: ['web'] })).toMatch(/^InvalidParameterValue: /);
    expect(refused({ PrivateIpAddresses: ['10.0.1.60'], SecondaryPrivateIpAddressCount: 1 })).toBe(
      'InvalidParameterCombination: You may specify one and only one of privateIpAddressSet or secondaryPrivateIpAddressCount or ipv4Prefixes or ipv4PrefixCount, but not more than one of them.',
    );
    expect(refused({})).toBe(
      'InvalidParameter: One of privateIpAddressSet or privateIpAddressCount or ipv4PrefixSet or ipv4PrefixCount must be specified.',
    );
    expect(refused({ SecondaryPrivateIpAddressCount: 0 })).toMatch(/^InvalidParameterValue: /);
    expect(refused({ SecondaryPrivateIpAddressCount: 64 })).toBe(
      'PrivateIpAddressLimitExceeded: Number of private addresses will exceed limit.',
    );
    expect(refused({ NetworkInterfaceId: 'eni-0123456789abcdef0', SecondaryPrivateIpAddressCount: 1 })).toBe(
      "InvalidNetworkInterfaceID.NotFound: The networkInterface ID 'eni-0123456789abcdef0' does not exist",
    );
    const eth0 = makeInstance(account, subnet).eth0.NetworkInterfaceId;
    expect(refused({ NetworkInterfaceId: eth0, SecondaryPrivateIpAddressCount: 4 })).toBe(
      'PrivateIpAddressLimitExceeded: Number of private addresses will exceed limit.',
    );
    account.call('AssignPrivateIpAddresses', { NetworkInterfaceId: eth0, SecondaryPrivateIpAddressCount: 3 });
  });

  test('refuses more than a full subnet has', () => {
    const account = new TestAccount();
    const subnet = makeSubnet(account, makeVpc(account), '10.0.1.0/28');
    const { NetworkInterfaceId } = makeInterface(account, subnet);
    expect(
      account.refusal('AssignPrivateIpAddresses', { NetworkInterfaceId, SecondaryPrivateIpAddressCount: 11 }),
    ).toBe(
      'InsufficientFreeAddressesInSubnet: The specified subnet does not have enough free addresses to satisfy the request.',
    );
  });
});

describe('UnassignPrivateIpAddresses', () => {
  test('frees secondary addresses and lets go of their Elastic IPs', () => {
    const { account, vpc, subnet, id, assign, held } = loose();
    makeGateway(account, vpc);
    assign({ PrivateIpAddresses: ['10.0.1.60', '10.0.1.61'] });
    const { AllocationId } = allocateAddress(account);
    account.call('AssociateAddress', { AllocationId, NetworkInterfaceId: id, PrivateIpAddress: '10.0.1.60' });
    expect(
      account.call('UnassignPrivateIpAddresses', { NetworkInterfaceId: id, PrivateIpAddresses: ['10.0.1.60'] }),
    ).toEqual({});
    expect(held()).toEqual(['10.0.1.50', '10.0.1.61']);
    expect(account.world.addresses.get(AllocationId)).not.toHaveProperty('association');
    makeInterface(account, subnet, { PrivateIpAddress: '10.0.1.60' });
  });

  test('refuses in AWS’s words', () => {
    const { account, id } = loose();
    const refused = (PrivateIpAddresses: string[]) =>
      account.refusal('UnassignPrivateIpAddresses', { NetworkInterfaceId: id, PrivateIpAddresses });
    expect(refused(['10.0.1.50'])).toBe(
      'InvalidParameterValue: Value (10.0.1.50) for parameter privateIpAddress is invalid. The primary IP address of an interface cannot be unassigned.',
    );
    expect(refused(['10.0.1.60'])).toBe(
      `InvalidParameterValue: Some of the specified addresses are not assigned to interface ${id}`,
    );
    expect(refused([])).toBe('MissingParameter: The request must contain the parameter privateIpAddress');
  });
});
