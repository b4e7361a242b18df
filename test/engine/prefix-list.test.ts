import { describe, expect, test } from 'vitest';
import { findPrefixList } from '@/lib/engine/prefix-list/prefix-list';
import { mainRouteTable } from '@/lib/engine/route-table/route-table';
import { TestAccount } from '@/test/build/account';
import { makeGateway } from '@/test/build/network-interface';
import { allow, groupNetwork, makePrefixList } from '@/test/build/security-group';

const owner = '111122223333';
const s3 = 'pl-63a5400a';
const unknown = 'pl-0123456789abcdef0';
const given = {
  PrefixListName: 'office',
  AddressFamily: 'IPv4',
  MaxEntries: 10,
  Entries: [{ Cidr: '10.0.0.0/16', Description: 'vpc-a' }, { Cidr: '10.2.3.4/16' }],
};

interface Shown {
  readonly PrefixListId: string;
  readonly State: string;
  readonly StateMessage?: string;
  readonly Version: number;
  readonly MaxEntries: number;
}
const show = (account: TestAccount, id: string) =>
  account.call<{ PrefixLists: Shown[] }>('DescribeManagedPrefixLists', { PrefixListIds: [id] }).PrefixLists[0];
const entries = (account: TestAccount, PrefixListId: string, more: object = {}) =>
  account.call('GetManagedPrefixListEntries', { PrefixListId, ...more });

describe('CreateManagedPrefixList', () => {
  test('answers the list in progress, which is complete a moment later; entries in canonical form', () => {
    const account = new TestAccount();
    const Tags = [{ Key: 'Name', Value: 'office' }];
    const output = account.call<{ PrefixList: Shown }>('CreateManagedPrefixList', {
      ...given,
      TagSpecifications: [{ ResourceType: 'prefix-list', Tags }],
    });
    const { PrefixListId } = output.PrefixList;
    const shown = {
      PrefixListId,
      AddressFamily: 'IPv4',
      State: 'create-in-progress',
      PrefixListArn: `arn:aws:ec2:us-east-1:${owner}:prefix-list/${PrefixListId}`,
      PrefixListName: 'office',
      MaxEntries: 10,
      Version: 1,
      Tags,
      OwnerId: owner,
    };
    expect(PrefixListId).toMatch(/^pl-[0-9a-f]{17}$/);
    expect(output).toEqual({ PrefixList: shown });
    account.wait(5);
    expect(show(account, PrefixListId)).toEqual({ ...shown, State: 'create-complete' });
    expect(entries(account, PrefixListId)).toEqual({
      Entries: [{ Cidr: '10.0.0.0/16', Description: 'vpc-a' }, { Cidr: '10.2.0.0/16' }],
    });
    const filters = { Filters: [{ Name: 'resource-type', Values: ['prefix-list'] }] };
    expect(account.call('DescribeTags', filters)).toMatchObject({
      Tags: [{ ResourceId: PrefixListId, Value: 'office' }],
    });
  });

  test('is the same list for the same token', () => {
    const account = new TestAccount();
    const input = { ...given, ClientToken: 'one' };
    const first = account.call<{ PrefixList: Shown }>('CreateManagedPrefixList', input).PrefixList.PrefixListId;
    expect(account.call('CreateManagedPrefixList', input)).toMatchObject({ PrefixList: { PrefixListId: first } });
    expect(account.refusal('CreateManagedPrefixList', { ...input, MaxEntries: 11 })).toContain(
      'IdempotentParameterMismatch',
    );
  });

  test.each<[object, string]>([
    [{ PrefixListName: '' }, 'MissingParameter: The request must contain the parameter prefixListName'],
    [{ MaxEntries: undefined }, 'MissingParameter: The request must contain the parameter maxEntries'],
    [
      { PrefixListName: 'com.amazonaws.mine' },
      'InvalidParameterValue: The prefix list name cannot begin with (com.amazonaws., com.amazon., com.aws.).',
    ],
    [{ PrefixListName: 'a'.repeat(256) }, 'InvalidParameterValue: The prefix list name cannot exceed 255 characters.'],
    [
      { AddressFamily: 'ipv4' },
      "InvalidParameterValue: Invalid value 'ipv4' for addressFamily. Valid values are IPv4 and IPv6.",
    ],
    [{ MaxEntries: 0 }, 'InvalidParameterValue: Must specify a max size between 1 and 1000'],
    [{ MaxEntries: 1_001 }, 'InvalidParameterValue: Must specify a max size between 1 and 1000'],
    [
      { Entries: Array.from({ length: 101 }, (_, third) => ({ Cidr: `10.0.${third}.0/24` })), MaxEntries: 200 },
      'InvalidParameterValue: The number of entries per request cannot exceeds limit (100).',
    ],
    [
      { Entries: [{ Cidr: '10.0.0.300/24' }] },
      'InvalidParameterValue: Value (10.0.0.300/24) for parameter Cidr is invalid. This is not a valid CIDR block.',
    ],
    [
      { Entries: [{ Cidr: '2001:db8::/32' }] },
      'InvalidParameterValue: The CIDR (2001:db8::/32) does not match the address family (IPv4) of the prefix list.',
    ],
    [
      { Entries: [{ Cidr: '10.0.0.0/8' }, { Cidr: '10.1.0.0/8' }] },
      'InvalidParameterValue: The CIDR (10.0.0.0/8) must not appear multiple times in the request.',
    ],
    [
      { MaxEntries: 1 },
      'PrefixListMaxEntriesExceeded: The number of entries exceeds the maximum number of entries (1) of the prefix list.',
    ],
  ])('refuses %j', (input, expected) => {
    expect(new TestAccount().refusal('CreateManagedPrefixList', { ...given, ...input })).toBe(expected);
  });

  test('takes names that only look like those of AWS, and refuses one list too many', () => {
    const account = new TestAccount({ quotas: { prefixListsPerRegion: 1 } });
    account.call('CreateManagedPrefixList', { ...given, PrefixListName: 'com.amazonaws-mine' });
    expect(account.refusal('CreateManagedPrefixList', given)).toContain('ResourceLimitExceeded');
  });
});

describe('ModifyManagedPrefixList', () => {
  test('adds and removes entries in a new version, current when the change is complete', () => {
    const account = new TestAccount();
    const PrefixListId = makePrefixList(account);
    const output = account.call('ModifyManagedPrefixList', {
      PrefixListId,
      CurrentVersion: 1,
      AddEntries: [{ Cidr: '10.1.0.0/16', Description: 'vpc-c' }],
      RemoveEntries: [{ Cidr: '203.0.113.0/24' }],
    });
    expect(output).toEqual({
      PrefixList: {
        PrefixListId,
        AddressFamily: 'IPv4',
        State: 'modify-in-progress',
        PrefixListArn: `arn:aws:ec2:us-east-1:${owner}:prefix-list/${PrefixListId}`,
        PrefixListName: 'office',
        MaxEntries: 2,
        Version: 1,
        OwnerId: owner,
      },
    });
    expect(findPrefixList(account.world, PrefixListId)?.cidrs).toEqual(['203.0.113.0/24']);
    account.wait(5);
    expect(show(account, PrefixListId)).toMatchObject({ State: 'modify-complete', Version: 2 });
    expect(entries(account, PrefixListId)).toEqual({ Entries: [{ Cidr: '10.1.0.0/16', Description: 'vpc-c' }] });
    expect(entries(account, PrefixListId, { TargetVersion: 1 })).toEqual({
      Entries: [{ Cidr: '203.0.113.0/24', Description: 'head office' }],
    });
  });

  test('another name makes no new version', () => {
    const account = new TestAccount();
    const PrefixListId = makePrefixList(account);
    account.call('ModifyManagedPrefixList', { PrefixListId, PrefixListName: 'home' });
    expect(show(account, PrefixListId)).toMatchObject({ PrefixListName: 'home', Version: 1, State: 'modify-complete' });
  });

  test('another size takes effect where every group that names the list can hold it, and fails elsewhere', () => {
    const { account, GroupId } = groupNetwork();
    const PrefixListId = makePrefixList(account);
    allow(account, GroupId, { IpProtocol: '-1', PrefixListIds: [{ PrefixListId }] });
    account.call('ModifyManagedPrefixList', { PrefixListId, MaxEntries: 61 });
    account.wait(5);
    expect(show(account, PrefixListId)).toMatchObject({
      State: 'modify-failed',
      StateMessage: `The following resources do not support the new maximum size: ${GroupId}`,
      MaxEntries: 2,
    });
    account.call('ModifyManagedPrefixList', { PrefixListId, MaxEntries: 60 });
    expect(show(account, PrefixListId)).toMatchObject({ State: 'modify-in-progress', MaxEntries: 2 });
    account.wait(5);
    expect(show(account, PrefixListId)).toMatchObject({ State: 'modify-complete', MaxEntries: 60, Version: 1 });
  });

  const mismatch = 'PrefixListVersionMismatch: The prefix list has the incorrect version number.';
  test.each<[object, string]>([
    [{ CurrentVersion: 2, AddEntries: [{ Cidr: '10.0.0.0/8' }] }, mismatch],
    [
      { CurrentVersion: 0, AddEntries: [{ Cidr: '10.0.0.0/8' }] },
      'InvalidParameterValue: The specified value for version is not valid. The value must be greater than (1).',
    ],
    [
      { AddEntries: [{ Cidr: '10.0.0.0/8' }], MaxEntries: 20 },
      'InvalidParameterCombination: You cannot modify the entries and the maximum entries for the prefix list in the same request.',
    ],
    [
      { RemoveEntries: [{ Cidr: '10.0.0.0/8' }] },
      'InvalidPrefixListModification: The entry (10.0.0.0/8) to be removed does not exist.',
    ],
    [
      { AddEntries: [{ Cidr: '203.0.113.0/24' }] },
      'InvalidPrefixListModification: The entry (203.0.113.0/24) already exists in the prefix list.',
    ],
    [
      { AddEntries: [{ Cidr: '10.0.0.0/8' }], RemoveEntries: [{ Cidr: '10.0.0.0/8' }] },
      'InvalidParameterValue: The CIDR (10.0.0.0/8) must not appear multiple times in the request.',
    ],
    [
      { AddEntries: [{ Cidr: '10.0.0.0/8' }, { Cidr: '11.0.0.0/8' }] },
      'PrefixListMaxEntriesExceeded: The number of entries exceeds the maximum number of entries (2) of the prefix list.',
    ],
    [{ MaxEntries: 1_001 }, 'InvalidParameterValue: Must specify a max size between 1 and 1000'],
    [
      { PrefixListName: 'com.aws.x' },
      'InvalidParameterValue: The prefix list name cannot begin with (com.amazonaws., com.amazon., com.aws.).',
    ],
    [{}, 'InvalidParameterCombination: The request must contain a change to the prefix list.'],
    [
      { PrefixListId: unknown, MaxEntries: 3 },
      `InvalidPrefixListID.NotFound: The prefix list (${unknown}) does not exist.`,
    ],
    [
      { PrefixListId: 'office', MaxEntries: 3 },
      'InvalidPrefixListId.Malformed: Invalid id: "office" (expecting "pl-...")',
    ],
    [
      { PrefixListId: s3, MaxEntries: 3 },
      `UnsupportedOperation: The prefix list (${s3}) is managed by AWS and cannot be modified.`,
    ],
  ])('refuses %j', (input, expected) => {
    const account = new TestAccount();
    const PrefixListId = makePrefixList(account);
    expect(account.refusal('ModifyManagedPrefixList', { PrefixListId, ...input })).toBe(expected);
  });

  test('refuses while another change is under way', () => {
    const account = new TestAccount();
    const PrefixListId = makePrefixList(account);
    const change = { PrefixListId, CurrentVersion: 1, AddEntries: [{ Cidr: '10.0.0.0/8' }] };
    account.call('ModifyManagedPrefixList', change);
    const state = `IncorrectState: The request cannot be completed while the prefix list (${PrefixListId}) is in the current state (modify-in-progress)`;
    expect(account.refusal('ModifyManagedPrefixList', change)).toBe(state);
    expect(account.refusal('DeleteManagedPrefixList', { PrefixListId })).toContain('IncorrectState');
  });
});

describe('RestoreManagedPrefixListVersion', () => {
  test('makes a new version with the entries of an old one', () => {
    const account = new TestAccount();
    const PrefixListId = makePrefixList(account);
    account.call('ModifyManagedPrefixList', { PrefixListId, AddEntries: [{ Cidr: '10.0.0.0/8' }] });
    account.wait(5);
    const restore = { PrefixListId, CurrentVersion: 2, PreviousVersion: 1 };
    expect(account.refusal('RestoreManagedPrefixListVersion', { ...restore, CurrentVersion: 1 })).toContain(
      'PrefixListVersionMismatch',
    );
    expect(account.refusal('RestoreManagedPrefixListVersion', { ...restore, PreviousVersion: 7 })).toBe(
      'InvalidParameterValue: The specified version (7) of the prefix list does not exist.',
    );
    expect(account.call('RestoreManagedPrefixListVersion', restore)).toMatchObject({
      PrefixList: { State: 'restore-in-progress', Version: 2 },
    });
    account.wait(5);
    expect(show(account, PrefixListId)).toMatchObject({ State: 'restore-complete', Version: 3 });
    expect(entries(account, PrefixListId)).toMatchObject({ Entries: [{ Cidr: '203.0.113.0/24' }] });
  });

  test('keeps as many versions as the quota says', () => {
    const account = new TestAccount({ quotas: { versionsPerPrefixList: 2 } });
    const PrefixListId = makePrefixList(account);
    for (const [key, Cidr] of [
      ['AddEntries', '10.0.0.0/8'],
      ['RemoveEntries', '10.0.0.0/8'],
    ] as const) {
      account.call('ModifyManagedPrefixList', { PrefixListId, [key]: [{ Cidr }] });
      account.wait(5);
    }
    const restore = { PrefixListId, CurrentVersion: 3, PreviousVersion: 1 };
    expect(account.refusal('RestoreManagedPrefixListVersion', restore)).toContain('The specified version (1)');
  });
});

describe('DeleteManagedPrefixList', () => {
  test('is gone a moment later', () => {
    const account = new TestAccount();
    const PrefixListId = makePrefixList(account);
    expect(account.call('DeleteManagedPrefixList', { PrefixListId })).toMatchObject({
      PrefixList: { State: 'delete-in-progress' },
    });
    expect(show(account, PrefixListId)).toMatchObject({ State: 'delete-in-progress' });
    account.wait(5);
    expect(account.refusal('GetManagedPrefixListEntries', { PrefixListId })).toBe(
      `InvalidPrefixListID.NotFound: The prefix list (${PrefixListId}) does not exist.`,
    );
  });

  test('fails in the end while a rule or a route names the list', () => {
    const { account, GroupId, VpcId } = groupNetwork();
    const PrefixListId = makePrefixList(account);
    const rule = { IpProtocol: '-1', PrefixListIds: [{ PrefixListId }] };
    allow(account, GroupId, rule);
    const RouteTableId = mainRouteTable(account.world, VpcId).RouteTableId;
    const route = { RouteTableId, DestinationPrefixListId: PrefixListId };
    account.call('CreateRoute', { ...route, GatewayId: makeGateway(account, VpcId) });
    account.call('DeleteManagedPrefixList', { PrefixListId });
    account.wait(5);
    expect(show(account, PrefixListId)).toMatchObject({
      State: 'delete-failed',
      StateMessage: `The prefix list is referenced by the following resources: ${GroupId}, ${RouteTableId}`,
    });
    expect(account.call('GetManagedPrefixListAssociations', { PrefixListId })).toEqual({
      PrefixListAssociations: [
        { ResourceId: GroupId, ResourceOwner: owner },
        { ResourceId: RouteTableId, ResourceOwner: owner },
      ],
    });
    account.call('ModifyManagedPrefixList', { PrefixListId, MaxEntries: 51 });
    account.wait(5);
    const tooSmall = `The following resources do not support the new maximum size: ${RouteTableId}`;
    expect(show(account, PrefixListId)).toMatchObject({ State: 'modify-failed', StateMessage: tooSmall });
    account.call('RevokeSecurityGroupIngress', { GroupId, IpPermissions: [rule] });
    account.call('DeleteRoute', route);
    account.call('DeleteManagedPrefixList', { PrefixListId });
    account.wait(5);
    expect(account.refusal('GetManagedPrefixListAssociations', { PrefixListId })).toContain('NotFound');
  });

  test('refuses AWS’s own', () => {
    expect(new TestAccount().refusal('DeleteManagedPrefixList', { PrefixListId: s3 })).toContain(
      'UnsupportedOperation',
    );
    const tags = { Resources: [s3], Tags: [{ Key: 'a', Value: 'b' }] };
    expect(new TestAccount().refusal('CreateTags', tags)).toContain('UnsupportedOperation');
  });
});
