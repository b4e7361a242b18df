import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { makeGateway, makeInterface, makeSubnet, makeVpc } from '@/test/build/network-interface';

function network() {
  const account = new TestAccount();
  const vpc = makeVpc(account);
  const gateway = makeGateway(account, vpc);
  return { account, gateway, eni: makeInterface(account, makeSubnet(account, vpc)).NetworkInterfaceId };
}

const makePath = (account: TestAccount, input: object) =>
  account.call<{ NetworkInsightsPath: { NetworkInsightsPathId: string } }>('CreateNetworkInsightsPath', input)
    .NetworkInsightsPath;

describe('CreateNetworkInsightsPath', () => {
  test('answers the path with the ARNs of its ends', () => {
    const { account, gateway, eni } = network();
    const arn = 'arn:aws:ec2:us-east-1:111122223333:';
    const input = { Source: gateway, Destination: `${arn}network-interface/${eni}`, Protocol: 'TCP' };
    const path = makePath(account, { ...input, DestinationPort: 22, ClientToken: 'once' });
    const { NetworkInsightsPathId: id } = path;
    const shown = {
      NetworkInsightsPathId: expect.stringMatching(/^nip-[0-9a-f]{17}$/),
      NetworkInsightsPathArn: `${arn}network-insights-path/${id}`,
      CreatedDate: expect.stringMatching(/^2026-01-31T/),
      Source: gateway,
      Destination: eni,
      SourceArn: `${arn}internet-gateway/${gateway}`,
      DestinationArn: `${arn}network-interface/${eni}`,
      Protocol: 'tcp',
      DestinationPort: 22,
    };
    expect(path).toEqual(shown);
    expect(makePath(account, { ...input, DestinationPort: 22, ClientToken: 'once' })).toEqual(shown);
    expect(account.call('DescribeNetworkInsightsPaths')).toEqual({ NetworkInsightsPaths: [{ ...shown, Tags: [] }] });
  });

  test('takes filters at either end, which may name the destination', () => {
    const { account, eni } = network();
    const FilterAtSource = { DestinationAddress: '10.0.1.9', DestinationPortRange: { FromPort: 80, ToPort: 81 } };
    const FilterAtDestination = { SourceAddress: '192.0.2.1' };
    expect(
      makePath(account, { Source: eni, Protocol: 'udp', FilterAtSource, FilterAtDestination, ClientToken: 'a' }),
    ).toMatchObject({ FilterAtSource, FilterAtDestination });
  });

  test.each<[object, string]>([
    [
      { Protocol: 'icmp' },
      'InvalidParameterValue: Value (icmp) for parameter protocol is invalid. It must be tcp or udp.',
    ],
    [
      { Destination: undefined },
      'MissingParameter: The request must include either the Destination parameter or the FilterAtSource.DestinationAddress parameter. Add the required parameter and retry the request.',
    ],
    [
      { FilterAtSource: {}, SourceIp: '10.0.0.1' },
      'InvalidParameterCombination: The parameters FilterAtSource and SourceIp cannot be used together.',
    ],
    [
      { FilterAtSource: {}, DestinationPort: 0 },
      'InvalidParameterCombination: The parameters FilterAtSource and DestinationPort cannot be used together.',
    ],
    [
      { FilterAtDestination: {}, DestinationIp: '10.0.0.1' },
      'InvalidParameterCombination: The parameters FilterAtDestination and DestinationIp cannot be used together.',
    ],
    [
      { SourceIp: '10.0.0' },
      'InvalidParameterValue: Value (10.0.0) for parameter sourceIp is invalid. This is not a valid IPv4 address.',
    ],
    [
      { DestinationPort: 65536 },
      'InvalidParameterValue: Value (65536) for parameter destinationPort is invalid. It must be in the range 0 to 65535.',
    ],
    [
      { FilterAtDestination: { SourcePortRange: { FromPort: 2, ToPort: 1 } } },
      'InvalidParameterValue: Invalid value for filterAtDestination.sourcePortRange. FromPort must not be above ToPort.',
    ],
    [
      { Source: 'i-0123456789abcdef0' },
      'InvalidParameterValue: Value (i-0123456789abcdef0) for parameter source is invalid. It is not the ID or ARN of a resource that can begin or end a path.',
    ],
    [
      { Destination: 'web' },
      'InvalidParameterValue: Value (web) for parameter destination is invalid. It is not the ID or ARN of a resource that can begin or end a path.',
    ],
  ])('refuses %j', (more, expected) => {
    const { account, gateway, eni } = network();
    const input = { Source: gateway, Destination: eni, Protocol: 'tcp', ClientToken: 'a', ...more };
    expect(account.refusal('CreateNetworkInsightsPath', input)).toBe(expected);
  });
});

describe('paths', () => {
  test.each<[string, string, number]>([
    ['destination', 'eni-*', 1],
    ['source', 'igw-*', 1],
    ['protocol', 'udp', 1],
    ['filter-at-source.source-address', '10.*', 0],
    ['filter-at-source.source-port-range', '*', 0],
    ['filter-at-source.destination-address', '10.0.1.9', 1],
    ['filter-at-source.destination-port-range', '80-81', 1],
    ['filter-at-destination.source-address', '*', 0],
    ['filter-at-destination.source-port-range', '22-65535', 1],
    ['filter-at-destination.destination-address', '*', 0],
    ['filter-at-destination.destination-port-range', '*', 0],
    ['tag:Name', 'b', 1],
  ])('are filtered by %s', (Name, value, expected) => {
    const { account, gateway, eni } = network();
    makePath(account, { Source: gateway, Destination: eni, Protocol: 'tcp', ClientToken: 'a' });
    makePath(account, {
      Source: eni,
      Protocol: 'udp',
      FilterAtSource: { DestinationAddress: '10.0.1.9', DestinationPortRange: { FromPort: 80, ToPort: 81 } },
      FilterAtDestination: { SourcePortRange: { FromPort: 22 } },
      ClientToken: 'b',
      TagSpecifications: [{ ResourceType: 'network-insights-path', Tags: [{ Key: 'Name', Value: 'b' }] }],
    });
    const { NetworkInsightsPaths } = account.call<{ NetworkInsightsPaths: object[] }>('DescribeNetworkInsightsPaths', {
      Filters: [{ Name, Values: [value] }],
    });
    expect(NetworkInsightsPaths).toHaveLength(expected);
  });

  test('stay when what they name is gone, until they are deleted', () => {
    const { account, gateway, eni } = network();
    const { NetworkInsightsPathId } = makePath(account, {
      Source: gateway,
      Destination: eni,
      Protocol: 'tcp',
      ClientToken: 'a',
    });
    account.call('DeleteNetworkInterface', { NetworkInterfaceId: eni });
    expect(
      account.call('DescribeNetworkInsightsPaths', { NetworkInsightsPathIds: [NetworkInsightsPathId] }),
    ).toMatchObject({ NetworkInsightsPaths: [{ Destination: eni }] });
    expect(account.call('DeleteNetworkInsightsPath', { NetworkInsightsPathId })).toEqual({ NetworkInsightsPathId });
    expect(account.refusal('DeleteNetworkInsightsPath', { NetworkInsightsPathId })).toBe(
      `InvalidNetworkInsightsPathId.NotFound: The NetworkInsightsPath ID '${NetworkInsightsPathId}' does not exist`,
    );
    expect(account.refusal('DeleteNetworkInsightsPath', { NetworkInsightsPathId: 'x' })).toBe(
      'InvalidNetworkInsightsPathId.Malformed: Invalid id: "x" (expecting "nip-...")',
    );
  });

  test('answers a hundred at most', () => {
    const { account } = network();
    expect(account.refusal('DescribeNetworkInsightsPaths', { MaxResults: 101 })).toBe(
      'InvalidParameterValue: Value ( 101 ) for parameter maxResults is invalid. Expecting a value less than 100.',
    );
  });
});

describe('analyses that are not there', () => {
  test.each([
    ['nia-0123456789abcdef0', "NotFound: The NetworkInsightsAnalysis ID 'nia-0123456789abcdef0' does not exist"],
    ['x', 'Malformed: Invalid id: "x" (expecting "nia-...")'],
  ])('are refused: %s', (id, expected) => {
    const { account } = network();
    expect(account.refusal('DeleteNetworkInsightsAnalysis', { NetworkInsightsAnalysisId: id })).toBe(
      `InvalidNetworkInsightsAnalysisId.${expected}`,
    );
    expect(account.refusal('DescribeNetworkInsightsAnalyses', { NetworkInsightsAnalysisIds: [id] })).toContain(
      'InvalidNetworkInsightsAnalysisId.',
    );
  });
});
