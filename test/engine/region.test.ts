import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';

describe('DescribeRegions', () => {
  test('answers the Regions that need no enabling', () => {
    const { Regions } = new TestAccount().call<{ Regions: object[] }>('DescribeRegions');
    expect(Regions).toHaveLength(17);
    expect(Regions[0]).toEqual({
      OptInStatus: 'opt-in-not-required',
      RegionName: 'us-east-1',
      Endpoint: 'ec2.us-east-1.amazonaws.com',
    });
  });

  test('AllRegions adds those that are not enabled', () => {
    const names = (input: object) =>
      new TestAccount()
        .call<{ Regions: { RegionName: string }[] }>('DescribeRegions', input)
        .Regions.map(({ RegionName }) => RegionName);
    const notOptedIn = [{ Name: 'opt-in-status', Values: ['not-opted-in'] }];
    expect(names({ AllRegions: true, Filters: notOptedIn })).toContain('af-south-1');
    expect(names({ Filters: notOptedIn })).toEqual([]);
    expect(names({ RegionNames: ['af-south-1', 'eu-west-1'] })).toEqual(['eu-west-1', 'af-south-1']);
    expect(names({ Filters: [{ Name: 'region-name', Values: ['eu-*'] }] })).toHaveLength(5);
    expect(names({ Filters: [{ Name: 'endpoint', Values: ['ec2.sa-east-1.amazonaws.com'] }] })).toEqual(['sa-east-1']);
  });

  test('refuses an unknown name, and filters by tag', () => {
    expect(new TestAccount().refusal('DescribeRegions', { RegionNames: ['mars-1'] })).toBe(
      'InvalidParameterValue: Invalid region names: [mars-1]',
    );
    expect(new TestAccount().refusal('DescribeRegions', { Filters: [{ Name: 'tag:Name', Values: ['x'] }] })).toBe(
      "InvalidParameterValue: The filter 'tag:Name' is invalid",
    );
  });
});

describe('DescribeAvailabilityZones', () => {
  test('answers the zones of the account’s Region', () => {
    const { AvailabilityZones } = new TestAccount({ region: 'us-west-1' }).call<{ AvailabilityZones: object[] }>(
      'DescribeAvailabilityZones',
    );
    expect(AvailabilityZones).toEqual(
      ['a', 'c'].map((letter, index) => ({
        OptInStatus: 'opt-in-not-required',
        Messages: [],
        RegionName: 'us-west-1',
        ZoneName: `us-west-1${letter}`,
        ZoneId: `usw1-az${index + 1}`,
        GroupName: 'us-west-1-zg-1',
        NetworkBorderGroup: 'us-west-1',
        ZoneType: 'availability-zone',
        GroupLongName: 'US West (N. California) 1',
        State: 'available',
      })),
    );
  });

  test.each<[object, number]>([
    [{ ZoneNames: ['us-east-1b'] }, 1],
    [{ ZoneIds: ['use1-az3'], ZoneNames: ['us-east-1a'] }, 2],
    [{ Filters: [{ Name: 'zone-name', Values: ['us-east-1a', 'us-east-1f'] }] }, 2],
    [{ Filters: [{ Name: 'zone-id', Values: ['use1-az1'] }] }, 1],
    [{ Filters: [{ Name: 'zone-type', Values: ['local-zone'] }] }, 0],
    [{ Filters: [{ Name: 'group-name', Values: ['us-east-1-zg-1'] }] }, 6],
    [{ Filters: [{ Name: 'message', Values: ['*'] }] }, 0],
    [{ Filters: [{ Name: 'state', Values: ['available'] }], AllAvailabilityZones: true }, 6],
  ])('%j', (input, count) => {
    const zones = new TestAccount().call<{ AvailabilityZones: object[] }>('DescribeAvailabilityZones', input);
    expect(zones.AvailabilityZones).toHaveLength(count);
  });

  test('refuses what the Region lacks', () => {
    expect(new TestAccount().refusal('DescribeAvailabilityZones', { ZoneNames: ['us-east-1z'] })).toBe(
      'InvalidParameterValue: Invalid availability zones: [us-east-1z]',
    );
    expect(new TestAccount().refusal('DescribeAvailabilityZones', { ZoneIds: ['use1-az9'] })).toBe(
      'InvalidParameterValue: Invalid availability zone-ids: [use1-az9]',
    );
  });
});
