import { describe, expect, test } from 'vitest';
import { findPrefixList, prefixListNamed } from '@/lib/engine/prefix-list/prefix-list';
import { TestAccount } from '@/test/build/account';
import { makePrefixList } from '@/test/build/security-group';

const owner = '111122223333';
const s3 = 'pl-63a5400a';

interface Shown {
  readonly PrefixListId: string;
}
const show = (account: TestAccount, id: string) =>
  account.call<{ PrefixLists: Shown[] }>('DescribeManagedPrefixLists', { PrefixListIds: [id] }).PrefixLists[0];
const entries = (account: TestAccount, PrefixListId: string, more: object = {}) =>
  account.call('GetManagedPrefixListEntries', { PrefixListId, ...more });

describe('AWS’s own lists', () => {
  test('have public ids in us-east-1, no size and no version', () => {
    const account = new TestAccount();
    expect(show(account, s3)).toEqual({
      PrefixListId: s3,
      AddressFamily: 'IPv4',
      State: 'create-complete',
      PrefixListArn: `arn:aws:ec2:us-east-1:aws:prefix-list/${s3}`,
      PrefixListName: 'com.amazonaws.us-east-1.s3',
      Tags: [],
      OwnerId: 'AWS',
    });
    expect(prefixListNamed(account.world, 'com.amazonaws.us-east-1.dynamodb')?.PrefixListId).toBe('pl-02cd2c6b');
    expect(findPrefixList(account.world, 'pl-3b927c52')?.weight).toBe(55);
  });

  test('have ids of their own in other Regions', () => {
    const { world } = new TestAccount({ region: 'eu-west-1' });
    const list = prefixListNamed(world, 'com.amazonaws.eu-west-1.s3');
    expect(list?.PrefixListId).toMatch(/^pl-0[0-9a-f]{16}$/);
    expect(findPrefixList(world, list?.PrefixListId ?? '')).toEqual(list);
    expect(findPrefixList(world, s3)).toBeUndefined();
  });

  test('DescribePrefixLists shows those of gateway endpoints', () => {
    const account = new TestAccount();
    const { PrefixLists } = account.call<{ PrefixLists: { PrefixListName: string }[] }>('DescribePrefixLists');
    expect(PrefixLists.map(({ PrefixListName }) => PrefixListName)).toEqual([
      'com.amazonaws.us-east-1.dynamodb',
      'com.amazonaws.us-east-1.s3',
      'com.amazonaws.us-east-1.s3express',
    ]);
    const filters = { Filters: [{ Name: 'prefix-list-id', Values: ['pl-02*'] }] };
    expect(account.call('DescribePrefixLists', filters)).toEqual({
      PrefixLists: [
        {
          Cidrs: ['3.218.182.0/24', '52.94.0.0/22', '52.119.224.0/20'],
          PrefixListId: 'pl-02cd2c6b',
          PrefixListName: 'com.amazonaws.us-east-1.dynamodb',
        },
      ],
    });
    expect(account.refusal('DescribePrefixLists', { PrefixListIds: ['pl-3b927c52'] })).toBe(
      'InvalidPrefixListID.NotFound: The prefix list (pl-3b927c52) does not exist.',
    );
  });
});

describe('DescribeManagedPrefixLists', () => {
  test.each<[string, string, number]>([
    ['owner-id', 'AWS', 12],
    ['owner-id', owner, 1],
    ['prefix-list-id', 'pl-*', 13],
    ['prefix-list-name', 'off?ce', 1],
    ['tag:Name', '*', 0],
  ])('by %s %s', (Name, value, count) => {
    const account = new TestAccount();
    makePrefixList(account);
    const filters = { Filters: [{ Name, Values: [value] }] };
    const { PrefixLists } = account.call<{ PrefixLists: object[] }>('DescribeManagedPrefixLists', filters);
    expect(PrefixLists).toHaveLength(count);
  });

  test('in pages, AWS’s own first', () => {
    const account = new TestAccount();
    const PrefixListId = makePrefixList(account);
    const first = account.call<{ NextToken: string; PrefixLists: Shown[] }>('DescribeManagedPrefixLists', {
      MaxResults: 12,
    });
    expect(first.PrefixLists).toHaveLength(12);
    expect(account.call('DescribeManagedPrefixLists', { MaxResults: 12, NextToken: first.NextToken })).toMatchObject({
      PrefixLists: [{ PrefixListId }],
    });
    expect(account.refusal('DescribeManagedPrefixLists', { MaxResults: 101 })).toContain('InvalidParameterValue');
  });

  test('entries in pages', () => {
    const account = new TestAccount();
    const first = account.call<{ NextToken: string; Entries: object[] }>('GetManagedPrefixListEntries', {
      PrefixListId: s3,
      MaxResults: 9,
    });
    expect(first.Entries).toHaveLength(9);
    expect(entries(account, s3, { MaxResults: 9, NextToken: first.NextToken })).toEqual({
      Entries: [{ Cidr: '44.192.140.64/28' }],
    });
    expect(account.refusal('GetManagedPrefixListEntries', { PrefixListId: s3, TargetVersion: 2 })).toContain(
      'The specified version (2)',
    );
  });
});
