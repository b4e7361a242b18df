import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { makeVpnConnection } from '@/test/build/private-links';

interface Shown {
  CustomerGatewayId: string;
}

const Type = 'ipsec.1';
const create = (account: TestAccount, input: object = {}) =>
  account.call<{ CustomerGateway: Shown }>('CreateCustomerGateway', { Type, IpAddress: '203.0.113.12', ...input })
    .CustomerGateway;
const list = (account: TestAccount, input: object = {}) =>
  account.call<{ CustomerGateways: Shown[] }>('DescribeCustomerGateways', input).CustomerGateways;

describe('CreateCustomerGateway', () => {
  test('answers a gateway that is available at once', () => {
    const account = new TestAccount();
    const made = create(account);
    expect(made).toEqual({
      CustomerGatewayId: expect.stringMatching(/^cgw-[0-9a-f]{17}$/),
      State: 'available',
      Type,
      IpAddress: '203.0.113.12',
      BgpAsn: '65000',
    });
    expect(list(account)).toEqual([made]);
  });

  test('takes the older name of the address, a device name, tags and a large ASN', () => {
    const account = new TestAccount();
    const tags = [{ Key: 'Name', Value: 'office' }];
    const made = account.call('CreateCustomerGateway', {
      Type,
      PublicIp: '12.1.2.3',
      BgpAsnExtended: 4_200_000_000,
      DeviceName: 'north',
      TagSpecifications: [{ ResourceType: 'customer-gateway', Tags: tags }],
    });
    expect(made).toEqual({
      CustomerGateway: {
        DeviceName: 'north',
        Tags: tags,
        BgpAsnExtended: '4200000000',
        CustomerGatewayId: expect.any(String),
        State: 'available',
        Type,
        IpAddress: '12.1.2.3',
      },
    });
  });

  test('an identical request answers the gateway that is there', () => {
    const account = new TestAccount();
    const { CustomerGatewayId } = create(account);
    expect(create(account, { BgpAsn: 65_000 }).CustomerGatewayId).toBe(CustomerGatewayId);
    expect(create(account, { DeviceName: 'south' }).CustomerGatewayId).not.toBe(CustomerGatewayId);
    account.call('DeleteCustomerGateway', { CustomerGatewayId });
    expect(create(account).CustomerGatewayId).not.toBe(CustomerGatewayId);
  });

  test.each<[object, string]>([
    [{}, 'MissingParameter: The request must contain the parameter ipAddress'],
    [
      { IpAddress: '1.2.3' },
      'InvalidParameterValue: Value (1.2.3) for parameter ipAddress is invalid. This is not a valid IP address.',
    ],
    [
      { IpAddress: '2001:db8::1' },
      'NotModelled: This simulator does not model customer gateways with an IPv6 address.',
    ],
    [
      { IpAddress: '1.2.3.4', PublicIp: '1.2.3.4' },
      'InvalidParameterCombination: The parameters publicIp and ipAddress cannot be used together.',
    ],
    [
      { IpAddress: '1.2.3.4', BgpAsn: 0 },
      'InvalidParameterValue: Value (0) for parameter bgpAsn is invalid. The ASN is out of range.',
    ],
    [
      { IpAddress: '1.2.3.4', BgpAsn: 2 ** 31 },
      'InvalidParameterValue: Value (2147483648) for parameter bgpAsn is invalid. The ASN is out of range.',
    ],
    [
      { IpAddress: '1.2.3.4', BgpAsnExtended: 7 },
      'InvalidParameterValue: Value (7) for parameter bgpAsn is invalid. The ASN is out of range.',
    ],
    [
      { IpAddress: '1.2.3.4', BgpAsn: 1, BgpAsnExtended: 2 ** 31 },
      'InvalidParameterCombination: The parameters bgpAsn and bgpAsnExtended cannot be used together.',
    ],
  ])('refuses %j', (input, refusal) => {
    expect(new TestAccount().refusal('CreateCustomerGateway', { Type, ...input })).toBe(refusal);
  });

  test('is refused past the quota, where deleted ones do not count', () => {
    const account = new TestAccount({ quotas: { customerGatewaysPerRegion: 1 } });
    const { CustomerGatewayId } = create(account);
    const other = { Type, IpAddress: '203.0.113.13' };
    expect(account.refusal('CreateCustomerGateway', other)).toBe(
      'CustomerGatewayLimitExceeded: The maximum number of customer gateways has been reached.',
    );
    account.call('DeleteCustomerGateway', { CustomerGatewayId });
    expect(account.call('CreateCustomerGateway', other)).toBeDefined();
  });
});

describe('DeleteCustomerGateway', () => {
  test('lists it as deleted for an hour', () => {
    const account = new TestAccount();
    const { CustomerGatewayId } = create(account);
    expect(account.call('DeleteCustomerGateway', { CustomerGatewayId })).toEqual({});
    expect(list(account)).toMatchObject([{ CustomerGatewayId, State: 'deleted' }]);
    const gone = `InvalidCustomerGatewayID.NotFound: The customerGateway ID '${CustomerGatewayId}' does not exist`;
    expect(account.refusal('DeleteCustomerGateway', { CustomerGatewayId })).toBe(gone);
    account.wait(3_600);
    expect(list(account)).toEqual([]);
    expect(account.refusal('DescribeCustomerGateways', { CustomerGatewayIds: [CustomerGatewayId] })).toBe(gone);
  });

  test('is refused while a VPN connection uses it, also one that is being deleted', () => {
    const account = new TestAccount();
    const { CustomerGatewayId, VpnConnectionId } = makeVpnConnection(account);
    const inUse = 'IncorrectState: The customer gateway is in use.';
    expect(account.refusal('DeleteCustomerGateway', { CustomerGatewayId })).toBe(inUse);
    account.call('DeleteVpnConnection', { VpnConnectionId });
    expect(account.refusal('DeleteCustomerGateway', { CustomerGatewayId })).toBe(inUse);
    account.wait(30);
    expect(account.call('DeleteCustomerGateway', { CustomerGatewayId })).toEqual({});
  });

  test('refuses what is no id', () => {
    expect(new TestAccount().refusal('DeleteCustomerGateway', { CustomerGatewayId: 'web' })).toBe(
      'InvalidCustomerGatewayID.Malformed: Invalid id: "web" (expecting "cgw-...")',
    );
  });
});

test.each<[string, string, number]>([
  ['bgp-asn', '65000', 1],
  ['customer-gateway-id', 'cgw-*', 2],
  ['ip-address', '203.0.113.*', 2],
  ['state', 'available', 1],
  ['state', 'deleted', 1],
  ['type', 'ipsec.1', 2],
  ['tag:Name', 'office', 1],
  ['tag-key', 'Name', 1],
])('DescribeCustomerGateways filters by %s %s', (Name, value, count) => {
  const account = new TestAccount();
  const { CustomerGatewayId } = create(account);
  account.call('CreateTags', { Resources: [CustomerGatewayId], Tags: [{ Key: 'Name', Value: 'office' }] });
  const other = create(account, { BgpAsn: 65_001 });
  account.call('DeleteCustomerGateway', { CustomerGatewayId: other.CustomerGatewayId });
  expect(list(account, { Filters: [{ Name, Values: [value] }] })).toHaveLength(count);
});
