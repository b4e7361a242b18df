import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { makeSubnet, makeVpc } from '@/test/build/network-interface';
import { makeNamedVpc, makePeering } from '@/test/build/private-links';

interface Shown {
  VpcPeeringConnectionId: string;
  Status: { Code: string; Message: string };
  ExpirationTime?: string;
  AccepterVpcInfo: { CidrBlock?: string };
  RequesterVpcInfo: { CidrBlock?: string };
}

const day = 86_400;

function network(quotas = {}) {
  const account = new TestAccount({ quotas: { vpcsPerRegion: 60, ...quotas } });
  const VpcId = makeNamedVpc(account, '10.0.0.0/16');
  const PeerVpcId = makeNamedVpc(account, '10.1.0.0/16');
  const create = (input: object = { VpcId, PeerVpcId }) =>
    account.call<{ VpcPeeringConnection: Shown }>('CreateVpcPeeringConnection', input).VpcPeeringConnection;
  const list = (input: object = {}) =>
    account.call<{ VpcPeeringConnections: Shown[] }>('DescribeVpcPeeringConnections', input).VpcPeeringConnections;
  const status = () => list()[0]?.Status.Code;
  return { account, VpcId, PeerVpcId, create, list, status };
}

const id = expect.stringMatching(/^pcx-[0-9a-f]{17}$/);
const options = (AllowDnsResolutionFromRemoteVpc: boolean) => ({
  AllowDnsResolutionFromRemoteVpc,
  AllowEgressFromLocalClassicLinkToRemoteVpc: false,
  AllowEgressFromLocalVpcToRemoteClassicLink: false,
});
const shared = { OwnerId: '111122223333', Region: 'us-east-1' };

describe('a connection from request to end', () => {
  test('is initiated, waits, is provisioned, active, deleting and deleted, and forgotten after two hours', () => {
    const { account, VpcId, PeerVpcId, create, list, status } = network();
    const tags = [{ Key: 'Name', Value: 'pair' }];
    const made = create({
      VpcId,
      PeerVpcId,
      TagSpecifications: [{ ResourceType: 'vpc-peering-connection', Tags: tags }],
    });
    const requester = {
      CidrBlock: '10.0.0.0/16',
      CidrBlockSet: [{ CidrBlock: '10.0.0.0/16' }],
      ...shared,
      PeeringOptions: options(false),
      VpcId,
    };
    expect(made).toEqual({
      AccepterVpcInfo: { ...shared, VpcId: PeerVpcId },
      ExpirationTime: '2026-02-07T09:30:05.000Z',
      RequesterVpcInfo: requester,
      Status: { Code: 'initiating-request', Message: 'Initiating Request to 111122223333' },
      Tags: tags,
      VpcPeeringConnectionId: id,
    });
    const { VpcPeeringConnectionId } = made;
    expect(list()[0]?.Status).toEqual({
      Code: 'pending-acceptance',
      Message: 'Pending Acceptance by 111122223333',
    });
    expect(account.call('AcceptVpcPeeringConnection', { VpcPeeringConnectionId })).toEqual({
      VpcPeeringConnection: {
        AccepterVpcInfo: {
          ...requester,
          CidrBlock: '10.1.0.0/16',
          CidrBlockSet: [{ CidrBlock: '10.1.0.0/16' }],
          VpcId: PeerVpcId,
        },
        RequesterVpcInfo: requester,
        Status: { Code: 'provisioning', Message: 'Provisioning' },
        Tags: tags,
        VpcPeeringConnectionId,
      },
    });
    expect(list()[0]?.Status).toEqual({ Code: 'active', Message: 'Active' });
    expect(account.call('DeleteVpcPeeringConnection', { VpcPeeringConnectionId })).toEqual({ Return: true });
    expect(list()[0]).toEqual({
      AccepterVpcInfo: { ...shared, VpcId: PeerVpcId },
      RequesterVpcInfo: { ...shared, VpcId },
      Status: { Code: 'deleted', Message: 'Deleted by 111122223333' },
      Tags: tags,
      VpcPeeringConnectionId,
    });
    account.wait(7_190);
    expect(status()).toBe('deleted');
    account.wait(10);
    expect(list()).toEqual([]);
    expect(account.refusal('DeleteVpcPeeringConnection', { VpcPeeringConnectionId })).toBe(
      `InvalidVpcPeeringConnectionID.NotFound: The vpcPeeringConnection ID '${VpcPeeringConnectionId}' does not exist`,
    );
  });

  test('a second block and IPv6 are shown too', () => {
    const { account, VpcId, PeerVpcId, list } = network();
    account.call('AssociateVpcCidrBlock', { VpcId, CidrBlock: '10.5.0.0/24' });
    account.call('AssociateVpcCidrBlock', { VpcId, AmazonProvidedIpv6CidrBlock: true });
    makePeering(account, VpcId, PeerVpcId);
    expect(list()[0]?.RequesterVpcInfo).toMatchObject({
      CidrBlockSet: [{ CidrBlock: '10.0.0.0/16' }, { CidrBlock: '10.5.0.0/24' }],
      Ipv6CidrBlockSet: [{ Ipv6CidrBlock: expect.stringMatching(/::\/56$/) }],
    });
  });

  test('a request that nobody answers expires after seven days and is listed for two more', () => {
    const { account, create, list, status } = network();
    const { VpcPeeringConnectionId } = create();
    account.wait(7 * day - 10);
    expect(status()).toBe('pending-acceptance');
    account.wait(10);
    expect(list()[0]).toMatchObject({ Status: { Code: 'expired', Message: 'Expired' } });
    for (const operation of [
      'AcceptVpcPeeringConnection',
      'RejectVpcPeeringConnection',
      'DeleteVpcPeeringConnection',
    ]) {
      expect(account.refusal(operation, { VpcPeeringConnectionId })).toContain('attempted to transition from expired');
    }
    account.wait(2 * day);
    expect(list()).toEqual([]);
  });

  test('a rejected one stays rejected for two hours and can be neither accepted nor deleted', () => {
    const { account, create, list, status } = network();
    const { VpcPeeringConnectionId } = create();
    expect(account.call('RejectVpcPeeringConnection', { VpcPeeringConnectionId })).toEqual({ Return: true });
    expect(list()[0]?.Status).toEqual({ Code: 'rejected', Message: 'Rejected by 111122223333' });
    expect(account.refusal('DeleteVpcPeeringConnection', { VpcPeeringConnectionId })).toBe(
      `InvalidStateTransition: Invalid state transition for ${VpcPeeringConnectionId}, attempted to transition from rejected to deleting`,
    );
    expect(account.refusal('AcceptVpcPeeringConnection', { VpcPeeringConnectionId })).toBe(
      `InvalidStateTransition: Invalid state transition for ${VpcPeeringConnectionId}, attempted to transition from rejected to provisioning`,
    );
    account.wait(7_200);
    expect(status()).toBeUndefined();
  });

  test('one that is deleted while it waits does not expire later', () => {
    const { account, create, status } = network();
    account.call('DeleteVpcPeeringConnection', { VpcPeeringConnectionId: create().VpcPeeringConnectionId });
    expect(status()).toBe('deleted');
    account.wait(7_200);
    expect(status()).toBeUndefined();
    account.wait(10 * day);
    expect(account.world.timers.size).toBe(0);
  });

  test('an accepted one does not expire', () => {
    const { account, VpcId, PeerVpcId, status } = network();
    makePeering(account, VpcId, PeerVpcId);
    account.wait(30 * day);
    expect(status()).toBe('active');
  });
});

describe('CreateVpcPeeringConnection', () => {
  test.each([
    ['blocks overlap', (account: TestAccount) => makeVpc(account, '10.0.128.0/20')],
    ['the peer is not there', () => 'vpc-0123456789abcdef0'],
  ])('fails later when %s', (_, peer) => {
    const { account, VpcId, create, list } = network();
    const { Status, VpcPeeringConnectionId } = create({ VpcId, PeerVpcId: peer(account) });
    expect(Status.Code).toBe('initiating-request');
    expect(list()[0]?.Status).toEqual({
      Code: 'failed',
      Message: 'Failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range',
    });
    expect(account.refusal('AcceptVpcPeeringConnection', { VpcPeeringConnectionId })).toContain('from failed');
    expect(account.refusal('DeleteVpcPeeringConnection', { VpcPeeringConnectionId })).toContain('from failed');
    account.wait(7_200);
    expect(list()).toEqual([]);
  });

  test('answers the connection that is there, and makes a new one when it ended', () => {
    const { account, create, list } = network();
    const { VpcPeeringConnectionId } = create();
    expect(create().VpcPeeringConnectionId).toBe(VpcPeeringConnectionId);
    account.call('RejectVpcPeeringConnection', { VpcPeeringConnectionId });
    expect(create().VpcPeeringConnectionId).not.toBe(VpcPeeringConnectionId);
    expect(list()).toHaveLength(2);
  });

  test('the other way round it is made, but cannot be accepted beside the first', () => {
    const { account, VpcId, PeerVpcId, create } = network();
    makePeering(account, VpcId, PeerVpcId);
    const { VpcPeeringConnectionId } = create({ VpcId: PeerVpcId, PeerVpcId: VpcId });
    expect(account.refusal('AcceptVpcPeeringConnection', { VpcPeeringConnectionId })).toBe(
      `VpcPeeringConnectionAlreadyExists: The vpc peering connection identified by ${VpcPeeringConnectionId} already exists.`,
    );
  });

  test('refuses itself, what is missing and what is not there', () => {
    const { account, VpcId, PeerVpcId } = network();
    const refusal = (input: object) => account.refusal('CreateVpcPeeringConnection', input);
    expect(refusal({ VpcId, PeerVpcId: VpcId })).toBe(
      `InvalidParameterValue: Value (${VpcId}) for parameter peerVpcId is invalid. A VPC cannot have a peering connection with itself.`,
    );
    expect(refusal({ VpcId })).toBe('MissingParameter: The request must contain the parameter peerVpcId');
    expect(refusal({ PeerVpcId })).toBe('MissingParameter: The request must contain the parameter vpcId');
    expect(refusal({ VpcId: 'vpc-0123456789abcdef0', PeerVpcId })).toBe(
      "InvalidVpcID.NotFound: The vpc ID 'vpc-0123456789abcdef0' does not exist",
    );
    expect(refusal({ VpcId, PeerVpcId, PeerRegion: 'eu-west-1' })).toBe(
      'NotModelled: This simulator does not model VPC peering with another Region.',
    );
    expect(refusal({ VpcId, PeerVpcId, PeerOwnerId: '444455556666' })).toBe(
      'NotModelled: This simulator does not model VPC peering with another account.',
    );
    expect(account.refusal('AcceptVpcPeeringConnection', { VpcPeeringConnectionId: 'web' })).toBe(
      'InvalidVpcPeeringConnectionId.Malformed: Invalid id: "web" (expecting "pcx-...")',
    );
  });

  test('is refused past the quotas', () => {
    const { account, VpcId, PeerVpcId, create } = network({
      outstandingPeeringRequests: 1,
      peeringConnectionsPerVpc: 1,
    });
    const third = makeVpc(account, '10.2.0.0/16');
    const { VpcPeeringConnectionId } = create();
    expect(account.refusal('CreateVpcPeeringConnection', { VpcId, PeerVpcId: third })).toContain(
      'OutstandingVpcPeeringConnectionLimitExceeded',
    );
    account.call('AcceptVpcPeeringConnection', { VpcPeeringConnectionId });
    account.wait(1);
    expect(account.refusal('CreateVpcPeeringConnection', { VpcId: PeerVpcId, PeerVpcId: third })).toContain(
      'VpcPeeringConnectionsPerVpcLimitExceeded',
    );
  });

  test('is a dry run on request', () => {
    const { account, VpcId, PeerVpcId } = network();
    expect(account.refusal('CreateVpcPeeringConnection', { VpcId, PeerVpcId, DryRun: true })).toBe(
      'DryRunOperation: Request would have succeeded, but DryRun flag is set.',
    );
  });
});

describe('ModifyVpcPeeringConnectionOptions', () => {
  const on = { AllowDnsResolutionFromRemoteVpc: true };

  test('sets what is given, on either side', () => {
    const { account, VpcId, PeerVpcId, list } = network();
    const VpcPeeringConnectionId = makePeering(account, VpcId, PeerVpcId);
    const modify = (input: object) =>
      account.call('ModifyVpcPeeringConnectionOptions', { VpcPeeringConnectionId, ...input });
    expect(modify({ RequesterPeeringConnectionOptions: on })).toEqual({ RequesterPeeringConnectionOptions: on });
    expect(list()[0]).toMatchObject({
      AccepterVpcInfo: { PeeringOptions: options(false) },
      RequesterVpcInfo: { PeeringOptions: options(true) },
    });
    expect(modify({ AccepterPeeringConnectionOptions: on })).toEqual({ AccepterPeeringConnectionOptions: on });
    expect(list()[0]).toMatchObject({
      AccepterVpcInfo: { PeeringOptions: options(true) },
      RequesterVpcInfo: { PeeringOptions: options(true) },
    });
  });

  test('needs an active connection, hostnames and an option', () => {
    const { account, VpcId, create } = network();
    const plain = makeVpc(account, '10.2.0.0/16');
    const { VpcPeeringConnectionId } = create({ VpcId, PeerVpcId: plain });
    const refusal = (input: object) =>
      account.refusal('ModifyVpcPeeringConnectionOptions', { VpcPeeringConnectionId, ...input });
    expect(refusal({})).toContain('MissingParameter');
    expect(refusal({ RequesterPeeringConnectionOptions: on })).toBe(
      `OperationNotPermitted: Peering ${VpcPeeringConnectionId} is not active. Peering options can be added only to active peerings.`,
    );
    account.call('AcceptVpcPeeringConnection', { VpcPeeringConnectionId });
    account.wait(1);
    expect(refusal({ RequesterPeeringConnectionOptions: on })).toBe(
      'InvalidVpcPeeringConnectionState.DnsHostnamesDisabled: To enable DNS hostname resolution for the VPC peering connection, DNS hostname support must be enabled for the VPCs.',
    );
  });
});

test('a VPC stays while a connection is of use, and goes when it ended', () => {
  const { account, VpcId, PeerVpcId, list } = network();
  const VpcPeeringConnectionId = makePeering(account, VpcId, PeerVpcId);
  expect(account.refusal('DeleteVpc', { VpcId })).toContain('DependencyViolation');
  account.call('DeleteVpcPeeringConnection', { VpcPeeringConnectionId });
  account.call('DeleteVpc', { VpcId });
  expect(list()[0]).toMatchObject({ RequesterVpcInfo: { ...shared, VpcId }, Status: { Code: 'deleted' } });
});

test('a route over it is active while it is', () => {
  const { account, VpcId, PeerVpcId } = network();
  makeSubnet(account, VpcId);
  const VpcPeeringConnectionId = makePeering(account, VpcId, PeerVpcId);
  const [table] = account.world.routeTables.by('VpcId', VpcId);
  const RouteTableId = table?.RouteTableId;
  account.call('CreateRoute', { RouteTableId, DestinationCidrBlock: '10.1.0.0/16', VpcPeeringConnectionId });
  const state = () =>
    account
      .call<{ RouteTables: { Routes: { State: string; VpcPeeringConnectionId?: string }[] }[] }>(
        'DescribeRouteTables',
        { RouteTableIds: [RouteTableId] },
      )
      .RouteTables[0]?.Routes.find((route) => route.VpcPeeringConnectionId)?.State;
  expect(state()).toBe('active');
  account.call('DeleteVpcPeeringConnection', { VpcPeeringConnectionId });
  expect(state()).toBe('blackhole');
});

test.each<[string, string, number]>([
  ['accepter-vpc-info.cidr-block', '10.1.0.0/16', 1],
  ['accepter-vpc-info.owner-id', '111122223333', 2],
  ['accepter-vpc-info.vpc-id', 'vpc-*', 2],
  ['expiration-time', '2026-02-07T*', 2],
  ['requester-vpc-info.cidr-block', '10.1.0.0/16', 1],
  ['requester-vpc-info.owner-id', '444455556666', 0],
  ['requester-vpc-info.vpc-id', 'vpc-*', 2],
  ['status-code', 'active', 1],
  ['status-code', 'pending-acceptance', 1],
  ['status-message', 'Pending*', 1],
  ['tag:Name', 'pair', 1],
  ['tag-key', 'Name', 1],
  ['vpc-peering-connection-id', 'pcx-*', 2],
])('DescribeVpcPeeringConnections filters by %s %s', (Name, value, count) => {
  const { account, VpcId, PeerVpcId, create, list } = network();
  const active = makePeering(account, VpcId, PeerVpcId);
  create({ VpcId: PeerVpcId, PeerVpcId: makeVpc(account, '10.2.0.0/16') });
  account.call('CreateTags', { Resources: [active], Tags: [{ Key: 'Name', Value: 'pair' }] });
  expect(list({ Filters: [{ Name, Values: [value] }] })).toHaveLength(count);
});

test('DescribeVpcPeeringConnections goes in pages', () => {
  const { account, VpcId, create } = network();
  for (let index = 0; index < 6; index += 1) create({ VpcId, PeerVpcId: makeVpc(account, `10.${index + 20}.0.0/16`) });
  const first = account.call<{ VpcPeeringConnections: object[]; NextToken: string }>('DescribeVpcPeeringConnections', {
    MaxResults: 5,
  });
  expect(first.VpcPeeringConnections).toHaveLength(5);
  const { NextToken } = first;
  const second = account.call<{ VpcPeeringConnections: object[] }>('DescribeVpcPeeringConnections', { NextToken });
  expect(second.VpcPeeringConnections).toHaveLength(1);
});
