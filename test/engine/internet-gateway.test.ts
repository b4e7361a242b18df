import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { allocateAddress, makeInterface, makeSubnet, makeVpc } from '@/test/build/network-interface';

const unknown = 'igw-0123456789abcdef0';

function network() {
  const account = new TestAccount();
  const VpcId = makeVpc(account);
  const { InternetGateway } = account.call<{ InternetGateway: { InternetGatewayId: string } }>('CreateInternetGateway');
  const { InternetGatewayId } = InternetGateway;
  return { account, VpcId, InternetGatewayId, InternetGateway };
}

describe('CreateInternetGateway', () => {
  test('answers a gateway that is attached to nothing', () => {
    const { InternetGateway } = network();
    expect(InternetGateway).toEqual({
      Attachments: [],
      InternetGatewayId: expect.stringMatching(/^igw-[0-9a-f]{17}$/),
      OwnerId: '111122223333',
      Tags: [],
    });
  });

  test('is refused past the quota', () => {
    const account = new TestAccount({ quotas: { internetGatewaysPerRegion: 1 } });
    expect(account.refusal('CreateInternetGateway')).toBe(
      'InternetGatewayLimitExceeded: The maximum number of internet gateways has been reached.',
    );
  });
});

describe('AttachInternetGateway and DetachInternetGateway', () => {
  test('attach, show and detach', () => {
    const { account, VpcId, InternetGatewayId } = network();
    const shown = () => account.call('DescribeInternetGateways', { InternetGatewayIds: [InternetGatewayId] });
    expect(account.call('AttachInternetGateway', { InternetGatewayId, VpcId })).toEqual({});
    expect(shown()).toEqual({
      InternetGateways: [
        { Attachments: [{ State: 'available', VpcId }], InternetGatewayId, OwnerId: '111122223333', Tags: [] },
      ],
    });
    expect(account.call('DetachInternetGateway', { InternetGatewayId, VpcId })).toEqual({});
    expect(shown()).toMatchObject({ InternetGateways: [{ Attachments: [] }] });
  });

  test('a gateway serves one VPC, and a VPC has one gateway', () => {
    const { account, VpcId, InternetGatewayId } = network();
    expect(account.refusal('AttachInternetGateway', { InternetGatewayId, VpcId: account.defaultVpcId })).toBe(
      `InvalidParameterValue: Network ${account.defaultVpcId} already has an internet gateway attached`,
    );
    account.call('AttachInternetGateway', { InternetGatewayId, VpcId });
    for (const id of [VpcId, account.defaultVpcId]) {
      expect(account.refusal('AttachInternetGateway', { InternetGatewayId, VpcId: id })).toBe(
        `Resource.AlreadyAssociated: resource ${InternetGatewayId} is already attached to network ${VpcId}`,
      );
    }
  });

  test('detaching what is not attached, or elsewhere, is refused', () => {
    const { account, VpcId, InternetGatewayId } = network();
    const refusal = `Gateway.NotAttached: resource ${InternetGatewayId} is not attached to network ${VpcId}`;
    expect(account.refusal('DetachInternetGateway', { InternetGatewayId, VpcId })).toBe(refusal);
    account.call('AttachInternetGateway', { InternetGatewayId, VpcId: makeVpc(account, '10.1.0.0/16') });
    expect(account.refusal('DetachInternetGateway', { InternetGatewayId, VpcId })).toBe(refusal);
  });

  test('detaching is refused while a public address is mapped', () => {
    const { account, VpcId, InternetGatewayId } = network();
    account.call('AttachInternetGateway', { InternetGatewayId, VpcId });
    const { NetworkInterfaceId } = makeInterface(account, makeSubnet(account, VpcId));
    const { AllocationId } = allocateAddress(account);
    const { AssociationId } = account.call<{ AssociationId: string }>('AssociateAddress', {
      AllocationId,
      NetworkInterfaceId,
    });
    expect(account.refusal('DetachInternetGateway', { InternetGatewayId, VpcId })).toBe(
      `DependencyViolation: Network ${VpcId} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.`,
    );
    account.call('DisassociateAddress', { AssociationId });
    expect(account.call('DetachInternetGateway', { InternetGatewayId, VpcId })).toEqual({});
  });

  test('what is not there is refused', () => {
    const { account, VpcId, InternetGatewayId } = network();
    expect(account.refusal('AttachInternetGateway', { InternetGatewayId: unknown, VpcId })).toBe(
      `InvalidInternetGatewayID.NotFound: The internetGateway ID '${unknown}' does not exist`,
    );
    expect(account.refusal('DetachInternetGateway', { InternetGatewayId, VpcId: 'vpc-0123456789abcdef0' })).toBe(
      "InvalidVpcID.NotFound: The vpc ID 'vpc-0123456789abcdef0' does not exist",
    );
    expect(account.refusal('DeleteInternetGateway', { InternetGatewayId: 'web' })).toBe(
      'InvalidInternetGatewayId.Malformed: Invalid id: "web" (expecting "igw-...")',
    );
  });
});

describe('DeleteInternetGateway', () => {
  test('is refused while it is attached', () => {
    const { account, VpcId, InternetGatewayId } = network();
    account.call('AttachInternetGateway', { InternetGatewayId, VpcId });
    expect(account.refusal('DeleteInternetGateway', { InternetGatewayId })).toBe(
      `DependencyViolation: The internetGateway '${InternetGatewayId}' has dependencies and cannot be deleted.`,
    );
    account.call('DetachInternetGateway', { InternetGatewayId, VpcId });
    expect(account.call('DeleteInternetGateway', { InternetGatewayId })).toEqual({});
    expect(account.refusal('DeleteInternetGateway', { InternetGatewayId })).toContain('NotFound');
  });
});

test.each<[string, string, number]>([
  ['attachment.state', 'available', 1],
  ['attachment.vpc-id', 'vpc-*', 1],
  ['internet-gateway-id', 'igw-*', 2],
  ['owner-id', '111122223333', 2],
  ['tag:Name', 'web', 0],
])('DescribeInternetGateways filters by %s', (Name, value, count) => {
  const { account } = network();
  const filters = { Filters: [{ Name, Values: [value] }] };
  const { InternetGateways } = account.call<{ InternetGateways: object[] }>('DescribeInternetGateways', filters);
  expect(InternetGateways).toHaveLength(count);
});
