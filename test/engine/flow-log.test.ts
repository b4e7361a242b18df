import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { makeInterface, makeSubnet, makeVpc } from '@/test/build/network-interface';
import { attachVpc, transitAccount } from '@/test/build/transit-gateway';

const role = 'arn:aws:iam::111122223333:role/flow-logs';
const toGroup = { LogGroupName: 'flow-logs', DeliverLogsPermissionArn: role };
const toBucket = { LogDestinationType: 's3', LogDestination: 'arn:aws:s3:::flow-log-bucket/custom/' };
const format = (...fields: string[]) => fields.map((field) => `\${${field}}`).join(' ');
const defaultFormat = format(
  ...'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status'.split(
    ' ',
  ),
);

function network() {
  const account = new TestAccount();
  const vpc = makeVpc(account);
  const subnet = makeSubnet(account, vpc);
  return { account, vpc, subnet, eni: makeInterface(account, subnet).NetworkInterfaceId };
}

describe('CreateFlowLogs', () => {
  test('answers the ids and a token, and the flow log is described', () => {
    const { account, vpc } = network();
    const input = { ResourceType: 'VPC', ResourceIds: [vpc], TrafficType: 'ALL', ...toGroup };
    const output = account.call<{ FlowLogIds: string[] }>('CreateFlowLogs', input);
    expect(output).toEqual({
      ClientToken: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/),
      FlowLogIds: [expect.stringMatching(/^fl-[0-9a-f]{17}$/)],
      Unsuccessful: [],
    });
    expect(account.call('DescribeFlowLogs')).toEqual({
      FlowLogs: [
        {
          CreationTime: expect.stringMatching(/^2026-01-31T09:30:/),
          DeliverLogsPermissionArn: role,
          DeliverLogsStatus: 'SUCCESS',
          FlowLogId: output.FlowLogIds[0],
          FlowLogStatus: 'ACTIVE',
          LogGroupName: 'flow-logs',
          ResourceId: vpc,
          TrafficType: 'ALL',
          LogDestinationType: 'cloud-watch-logs',
          LogFormat: defaultFormat,
          Tags: [],
          MaxAggregationInterval: 600,
        },
      ],
    });
  });

  test('makes one for each resource, to S3 with options, a format, an interval and tags', () => {
    const { account, subnet } = network();
    const other = makeSubnet(account, account.world.subnets.get(subnet)?.VpcId ?? '', '10.0.2.0/24');
    const Tags = [{ Key: 'Name', Value: 'rejects' }];
    account.call('CreateFlowLogs', {
      ResourceType: 'Subnet',
      ResourceIds: [subnet, other],
      TrafficType: 'REJECT',
      ...toBucket,
      LogFormat: format('srcaddr', 'pkt-dstaddr', 'reject-reason'),
      MaxAggregationInterval: 60,
      DestinationOptions: { FileFormat: 'parquet' },
      TagSpecifications: [{ ResourceType: 'vpc-flow-log', Tags }],
    });
    expect(account.call('DescribeFlowLogs')).toMatchObject({
      FlowLogs: [subnet, other].map((ResourceId) => ({
        ResourceId,
        LogDestinationType: 's3',
        LogDestination: 'arn:aws:s3:::flow-log-bucket/custom/',
        LogFormat: format('srcaddr', 'pkt-dstaddr', 'reject-reason'),
        Tags,
        MaxAggregationInterval: 60,
        DestinationOptions: { FileFormat: 'parquet', HiveCompatiblePartitions: false, PerHourPartition: false },
      })),
    });
  });

  test('watches transit gateways and attachments every minute, without a type of traffic', () => {
    const { account, gateway, vpcs } = transitAccount();
    const attachment = attachVpc(account, gateway, vpcs[0]?.VpcId ?? '', [vpcs[0]?.a ?? '']);
    const firehose = {
      LogDestinationType: 'kinesis-data-firehose',
      LogDestination: 'arn:aws:firehose:us-east-1:111122223333:deliverystream/flows',
    };
    account.call('CreateFlowLogs', { ResourceType: 'TransitGateway', ResourceIds: [gateway], ...firehose });
    account.call('CreateFlowLogs', {
      ResourceType: 'TransitGatewayAttachment',
      ResourceIds: [attachment],
      ...firehose,
      LogFormat: format('tgw-id', 'packets-lost-blackhole'),
      MaxAggregationInterval: 60,
    });
    const { FlowLogs } = account.call<{ FlowLogs: { LogFormat: string }[] }>('DescribeFlowLogs');
    expect(FlowLogs).toMatchObject([
      { ResourceId: gateway, MaxAggregationInterval: 60, LogDestinationType: 'kinesis-data-firehose' },
      { ResourceId: attachment, LogFormat: format('tgw-id', 'packets-lost-blackhole') },
    ]);
    expect(FlowLogs[0]).not.toHaveProperty('TrafficType');
    expect(FlowLogs[0]?.LogFormat.split(' ')).toHaveLength(36);
    const input = { ResourceType: 'TransitGateway', ResourceIds: [gateway], ...toGroup };
    expect(account.refusal('CreateFlowLogs', { ...input, MaxAggregationInterval: 600 })).toBe(
      'InvalidParameter: max-aggregation-interval other than 60 sec / 1 min is not supported when the resource-type is TransitGateway or TransitGatewayAttachment',
    );
    expect(account.refusal('CreateFlowLogs', { ...input, TrafficType: 'ALL' })).toContain('InvalidParameter: traffic');
    expect(account.refusal('CreateFlowLogs', { ...input, LogFormat: format('action') })).toContain('Unknown field');
    expect(
      account.refusal('CreateFlowLogs', { ...input, ResourceType: 'TransitGatewayAttachment', ResourceIds: [gateway] }),
    ).toBe(`InvalidParameter: Invalid Resource id ${gateway} for resource-type TransitGatewayAttachment`);
  });

  test('lists what failed among several resources, and refuses when there is only one', () => {
    const { account, eni } = network();
    const unknown = 'eni-0123456789abcdef0';
    const input = { ResourceType: 'NetworkInterface', TrafficType: 'ACCEPT', ...toBucket };
    const output = account.call<{ FlowLogIds: string[] }>('CreateFlowLogs', { ...input, ResourceIds: [unknown, eni] });
    expect(output.FlowLogIds).toHaveLength(1);
    expect(output).toMatchObject({
      Unsuccessful: [
        {
          Error: {
            Code: 'InvalidNetworkInterfaceID.NotFound',
            Message: `The networkInterface ID '${unknown}' does not exist`,
          },
          ResourceId: unknown,
        },
      ],
    });
    expect(account.refusal('CreateFlowLogs', { ...input, ResourceIds: [unknown] })).toContain('.NotFound');
    expect(account.refusal('CreateFlowLogs', { ...input, ResourceIds: [eni] })).toBe(
      'FlowLogAlreadyExists: Error. There is an existing Flow Log with the same configuration and log destination.',
    );
    expect(account.call('CreateFlowLogs', { ...input, ResourceIds: [eni], TrafficType: 'REJECT' })).toBeTruthy();
    expect(
      account.call('CreateFlowLogs', {
        ...input,
        ResourceIds: [eni],
        ...toGroup,
        ...{ LogDestinationType: 'cloud-watch-logs', LogDestination: '' },
      }),
    ).toBeTruthy();
  });

  test('is idempotent by its token', () => {
    const { account, vpc } = network();
    const input = { ResourceType: 'VPC', ResourceIds: [vpc], TrafficType: 'ALL', ...toBucket, ClientToken: 'once' };
    const first = account.call('CreateFlowLogs', input);
    expect(first).toMatchObject({ ClientToken: 'once' });
    expect(account.call('CreateFlowLogs', input)).toEqual(first);
    expect(account.refusal('CreateFlowLogs', { ...input, TrafficType: 'REJECT' })).toContain(
      'IdempotentParameterMismatch',
    );
  });

  test.each<[object, string]>([
    [{ ResourceIds: [] }, 'MissingParameter: The request must contain the parameter resourceId'],
    [{ TrafficType: undefined }, 'MissingParameter: The request must contain the parameter trafficType'],
    [{ LogGroupName: undefined }, "InvalidParameter: LogDestination can't be empty if LogGroupName is not provided."],
    [
      { LogDestinationType: 's3' },
      'InvalidParameter: LogDestination type must be cloud-watch-logs if LogGroupName is provided.',
    ],
    [
      { LogDestination: 'arn:aws:logs:us-east-1:111122223333:log-group:flows' },
      'InvalidParameter: LogDestination and LogGroupName cannot be provided together.',
    ],
    [
      { DeliverLogsPermissionArn: undefined },
      "InvalidParameter: DeliverLogsPermissionArn can't be empty if LogDestinationType is cloud-watch-logs.",
    ],
    [
      { LogGroupName: undefined, ...toBucket },
      'InvalidParameter: DeliverLogsPermissionArn is not applicable for s3 delivery',
    ],
    [
      { LogGroupName: undefined, ...toBucket, LogDestination: 'arn:aws:s3:::flow-log-bucket/AWSLogs/' },
      'InvalidParameter: LogDestination: arn:aws:s3:::flow-log-bucket/AWSLogs/ is not valid for s3.',
    ],
    [
      { DestinationOptions: { PerHourPartition: true } },
      'InvalidParameter: DestinationOptions are not applicable for cloud-watch-logs delivery',
    ],
    [{ MaxAggregationInterval: 300 }, 'InvalidParameter: Invalid Flow Log Max Aggregation Interval'],
    [
      { LogFormat: `${format('version')} ` },
      `InvalidParameterValue: 1 validation error detected: Value '${format('version')} ' at 'logFormat' has an invalid format`,
    ],
    [{ LogFormat: format('version', 'colour') }, 'InvalidParameter: Unknown field colour in LogFormat'],
    [
      { LogFormat: format('instance-tag') },
      'NotModelled: This simulator does not model the field instance-tag of flow logs.',
    ],
    [{ ResourceType: 'Subnet' }, 'InvalidParameter: Invalid Resource id VPC for resource-type Subnet'],
    [{ ResourceType: 'RegionalNatGateway' }, 'NotModelled: This simulator does not model regional NAT gateways.'],
    [
      { ResourceIds: ['vpc-0123456789abcdef0'] },
      "InvalidVpcID.NotFound: The vpc ID 'vpc-0123456789abcdef0' does not exist",
    ],
    [
      { ResourceIds: Array.from({ length: 1001 }, (_, index) => `vpc-${index}`) },
      'InvalidParameter: At most 1000 resources can be specified.',
    ],
  ])('refuses %j', (more, expected) => {
    const { account, vpc } = network();
    const input = { ResourceType: 'VPC', ResourceIds: [vpc], TrafficType: 'ALL', ...toGroup, ...more };
    expect(account.refusal('CreateFlowLogs', input).replace(vpc, 'VPC')).toBe(expected);
  });
});

describe('DeleteFlowLogs', () => {
  test('deletes all or, with an unknown id, none', () => {
    const { account, vpc } = network();
    const { FlowLogIds } = account.call<{ FlowLogIds: string[] }>('CreateFlowLogs', {
      ResourceType: 'VPC',
      ResourceIds: [vpc],
      TrafficType: 'ALL',
      ...toGroup,
    });
    const unknown = ['fl-0123456789abcdef0', 'fl-0123456789abcdef1'];
    expect(account.refusal('DeleteFlowLogs', { FlowLogIds: [...FlowLogIds, ...unknown] })).toBe(
      `InvalidFlowLogId.NotFound: These flow log ids in the input list are not found: [TotalCount: 2] ${unknown.join(' ')}`,
    );
    expect(account.refusal('DeleteFlowLogs', { FlowLogIds: ['all'] })).toBe(
      "InvalidParameterValue: 1 validation error detected: Value 'all' at 'flowLogId' has an invalid format",
    );
    expect(account.call('DeleteFlowLogs', { FlowLogIds })).toEqual({ Unsuccessful: [] });
    expect(account.call('DescribeFlowLogs')).toEqual({ FlowLogs: [] });
  });

  test('a flow log stays when its resource goes, and can be deleted then', () => {
    const { account, eni } = network();
    const { FlowLogIds } = account.call<{ FlowLogIds: string[] }>('CreateFlowLogs', {
      ResourceType: 'NetworkInterface',
      ResourceIds: [eni],
      TrafficType: 'ALL',
      ...toGroup,
    });
    account.call('DeleteNetworkInterface', { NetworkInterfaceId: eni });
    expect(account.call('DescribeFlowLogs', { FlowLogIds })).toMatchObject({ FlowLogs: [{ ResourceId: eni }] });
    expect(account.call('DeleteFlowLogs', { FlowLogIds })).toEqual({ Unsuccessful: [] });
  });
});

describe('DescribeFlowLogs', () => {
  test.each<[string, string, number]>([
    ['deliver-log-status', 'SUCCESS', 2],
    ['deliver-log-status', 'FAILED', 0],
    ['log-destination-type', 's3', 1],
    ['flow-log-id', 'fl-*', 2],
    ['log-group-name', 'flow-logs', 1],
    ['resource-id', 'subnet-*', 1],
    ['traffic-type', 'ALL', 1],
    ['tag:Name', 'b', 1],
    ['tag-key', 'Name', 1],
  ])('filters by %s', (Name, value, expected) => {
    const { account, vpc, subnet } = network();
    account.call('CreateFlowLogs', { ResourceType: 'VPC', ResourceIds: [vpc], TrafficType: 'ALL', ...toGroup });
    account.call('CreateFlowLogs', {
      ResourceType: 'Subnet',
      ResourceIds: [subnet],
      TrafficType: 'REJECT',
      ...toBucket,
      TagSpecifications: [{ ResourceType: 'vpc-flow-log', Tags: [{ Key: 'Name', Value: 'b' }] }],
    });
    const { FlowLogs } = account.call<{ FlowLogs: object[] }>('DescribeFlowLogs', {
      Filter: [{ Name, Values: [value] }],
    });
    expect(FlowLogs).toHaveLength(expected);
  });

  test('answers in pages as small as one', () => {
    const { account, vpc, subnet } = network();
    const more = { TrafficType: 'ALL', ...toGroup };
    account.call('CreateFlowLogs', { ResourceType: 'VPC', ResourceIds: [vpc], ...more });
    account.call('CreateFlowLogs', { ResourceType: 'Subnet', ResourceIds: [subnet], ...more });
    const first = account.call<{ FlowLogs: object[]; NextToken: string }>('DescribeFlowLogs', { MaxResults: 1 });
    expect(first.FlowLogs).toMatchObject([{ ResourceId: vpc }]);
    const { NextToken } = first;
    expect(account.call('DescribeFlowLogs', { MaxResults: 1, NextToken })).toMatchObject({
      FlowLogs: [{ ResourceId: subnet }],
    });
  });
});
