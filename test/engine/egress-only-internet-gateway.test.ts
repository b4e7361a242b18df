import { expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { makeVpc } from '@/test/build/network-interface';

interface Gateway {
  EgressOnlyInternetGateway: { EgressOnlyInternetGatewayId: string };
}

function network() {
  const account = new TestAccount();
  const VpcId = makeVpc(account);
  const output = account.call<Gateway>('CreateEgressOnlyInternetGateway', {
    VpcId,
    TagSpecifications: [{ ResourceType: 'egress-only-internet-gateway', Tags: [{ Key: 'Name', Value: 'out' }] }],
  });
  return { account, VpcId, output, id: output.EgressOnlyInternetGateway.EgressOnlyInternetGatewayId };
}

test('a gateway is attached from its creation to its end', () => {
  const { account, VpcId, output, id } = network();
  const gateway = {
    Attachments: [{ State: 'attached', VpcId }],
    EgressOnlyInternetGatewayId: expect.stringMatching(/^eigw-[0-9a-f]{17}$/),
    Tags: [{ Key: 'Name', Value: 'out' }],
  };
  expect(output).toEqual({ EgressOnlyInternetGateway: gateway });
  expect(account.call('DescribeEgressOnlyInternetGateways')).toEqual({ EgressOnlyInternetGateways: [gateway] });
  expect(account.call('DeleteEgressOnlyInternetGateway', { EgressOnlyInternetGatewayId: id })).toEqual({
    ReturnCode: true,
  });
  expect(account.call('DescribeEgressOnlyInternetGateways', { EgressOnlyInternetGatewayIds: [id] })).toEqual({
    EgressOnlyInternetGateways: [],
  });
  expect(account.refusal('DeleteEgressOnlyInternetGateway', { EgressOnlyInternetGatewayId: id })).toBe(
    `InvalidGatewayID.NotFound: The eigw ID '${id}' does not exist`,
  );
});

test('a VPC has one, and the same token gives the same one', () => {
  const { account, VpcId } = network();
  expect(account.refusal('CreateEgressOnlyInternetGateway', { VpcId })).toBe(
    `InvalidParameterValue: Network ${VpcId} already has an egress-only internet gateway attached`,
  );
  const input = { VpcId: account.defaultVpcId, ClientToken: 'one' };
  const first = account.call('CreateEgressOnlyInternetGateway', input);
  expect(first).toMatchObject({ ClientToken: 'one' });
  expect(account.call('CreateEgressOnlyInternetGateway', input)).toEqual(first);
  expect(account.refusal('CreateEgressOnlyInternetGateway', { VpcId, ClientToken: 'one' })).toContain(
    'IdempotentParameterMismatch',
  );
  expect(account.refusal('CreateEgressOnlyInternetGateway', { VpcId: 'vpc-0' })).toContain('InvalidVpcID.NotFound');
  expect(account.refusal('CreateEgressOnlyInternetGateway', { VpcId, DryRun: true })).toContain('DryRunOperation');
});

test.each<[string, string, number]>([
  ['tag:Name', 'out', 1],
  ['tag-key', 'x', 0],
])('DescribeEgressOnlyInternetGateways filters by %s', (Name, value, count) => {
  const { account } = network();
  const filters = { Filters: [{ Name, Values: [value] }] };
  const output = account.call<{ EgressOnlyInternetGateways: object[] }>('DescribeEgressOnlyInternetGateways', filters);
  expect(output.EgressOnlyInternetGateways).toHaveLength(count);
  expect(account.refusal('DescribeEgressOnlyInternetGateways', { Filters: [{ Name: 'vpc-id', Values: [] }] })).toBe(
    "InvalidParameterValue: The filter 'vpc-id' is invalid",
  );
  expect(account.refusal('DescribeEgressOnlyInternetGateways', { MaxResults: 256 })).toContain('less than 255');
});
