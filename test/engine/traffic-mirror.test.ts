import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { makeInstance, makeInterface, makeSubnet, makeVpc } from '@/test/build/network-interface';

const any = { DestinationCidrBlock: '0.0.0.0/0', SourceCidrBlock: '0.0.0.0/0' };
const rule = { TrafficDirection: 'ingress', RuleNumber: 100, RuleAction: 'accept', ...any };
const token = expect.stringMatching(/^[0-9a-f]{8}-/);

function network() {
  const account = new TestAccount();
  const subnet = makeSubnet(account, makeVpc(account));
  return { account, subnet };
}

const makeFilter = (account: TestAccount) =>
  account.call<{ TrafficMirrorFilter: { TrafficMirrorFilterId: string } }>('CreateTrafficMirrorFilter')
    .TrafficMirrorFilter.TrafficMirrorFilterId;

const makeRule = (account: TestAccount, TrafficMirrorFilterId: string, more: object = {}) =>
  account.call<{ TrafficMirrorFilterRule: { TrafficMirrorFilterRuleId: string } }>('CreateTrafficMirrorFilterRule', {
    TrafficMirrorFilterId,
    ...rule,
    ...more,
  }).TrafficMirrorFilterRule.TrafficMirrorFilterRuleId;

const makeTarget = (account: TestAccount, NetworkInterfaceId: string) =>
  account.call<{ TrafficMirrorTarget: { TrafficMirrorTargetId: string } }>('CreateTrafficMirrorTarget', {
    NetworkInterfaceId,
  }).TrafficMirrorTarget.TrafficMirrorTargetId;

/** Everything that a session needs, and the session's input. */
function mirror() {
  const { account, subnet } = network();
  const source = makeInterface(account, subnet).NetworkInterfaceId;
  const sink = makeInterface(account, subnet).NetworkInterfaceId;
  const input = {
    NetworkInterfaceId: source,
    TrafficMirrorTargetId: makeTarget(account, sink),
    TrafficMirrorFilterId: makeFilter(account),
    SessionNumber: 1,
  };
  return { account, subnet, source, sink, input };
}

const makeSession = (account: TestAccount, input: object) =>
  account.call<{ TrafficMirrorSession: { TrafficMirrorSessionId: string; VirtualNetworkId: number } }>(
    'CreateTrafficMirrorSession',
    input,
  ).TrafficMirrorSession;

describe('filters', () => {
  test('are made empty and shown with their rules in order of number', () => {
    const { account } = network();
    const { TrafficMirrorFilter } = account.call<{ TrafficMirrorFilter: { TrafficMirrorFilterId: string } }>(
      'CreateTrafficMirrorFilter',
      { Description: 'web' },
    );
    const { TrafficMirrorFilterId } = TrafficMirrorFilter;
    const empty = {
      TrafficMirrorFilterId: expect.stringMatching(/^tmf-[0-9a-f]{17}$/),
      IngressFilterRules: [],
      EgressFilterRules: [],
      NetworkServices: [],
      Description: 'web',
      Tags: [],
    };
    expect(TrafficMirrorFilter).toEqual(empty);
    makeRule(account, TrafficMirrorFilterId, { RuleNumber: 200 });
    makeRule(account, TrafficMirrorFilterId, {
      RuleNumber: 20,
      Protocol: 6,
      DestinationPortRange: { FromPort: 80, ToPort: 81 },
    });
    makeRule(account, TrafficMirrorFilterId, { TrafficDirection: 'egress', RuleNumber: 20, Description: 'out' });
    const shown = { TrafficMirrorFilterRuleId: expect.stringMatching(/^tmfr-/), TrafficMirrorFilterId };
    expect(account.call('DescribeTrafficMirrorFilters')).toEqual({
      TrafficMirrorFilters: [
        {
          ...empty,
          IngressFilterRules: [
            { ...shown, ...rule, RuleNumber: 20, Protocol: 6, DestinationPortRange: { FromPort: 80, ToPort: 81 } },
            { ...shown, ...rule, RuleNumber: 200 },
          ],
          EgressFilterRules: [{ ...shown, ...rule, TrafficDirection: 'egress', RuleNumber: 20, Description: 'out' }],
        },
      ],
    });
  });

  test('mirror Amazon’s DNS when told to', () => {
    const { account } = network();
    const TrafficMirrorFilterId = makeFilter(account);
    const modify = (more: object) =>
      account.call('ModifyTrafficMirrorFilterNetworkServices', { TrafficMirrorFilterId, ...more });
    for (let turn = 0; turn < 2; turn += 1) {
      expect(modify({ AddNetworkServices: ['amazon-dns'] })).toMatchObject({
        TrafficMirrorFilter: { NetworkServices: ['amazon-dns'] },
      });
    }
    expect(modify({ RemoveNetworkServices: ['amazon-dns'] })).toMatchObject({
      TrafficMirrorFilter: { NetworkServices: [] },
    });
  });

  test('are deleted with their rules, but not while a session uses them', () => {
    const { account, input } = mirror();
    const { TrafficMirrorFilterId } = input;
    makeRule(account, TrafficMirrorFilterId);
    const { TrafficMirrorSessionId } = makeSession(account, input);
    expect(account.refusal('DeleteTrafficMirrorFilter', { TrafficMirrorFilterId })).toBe(
      `TrafficMirrorFilterInUse: The Traffic Mirror filter ${TrafficMirrorFilterId} is in use by a Traffic Mirror session.`,
    );
    account.call('DeleteTrafficMirrorSession', { TrafficMirrorSessionId });
    expect(account.call('DeleteTrafficMirrorFilter', { TrafficMirrorFilterId })).toEqual({ TrafficMirrorFilterId });
    expect(account.call('DescribeTrafficMirrorFilterRules')).toEqual({ TrafficMirrorFilterRules: [] });
    expect(account.refusal('DeleteTrafficMirrorFilter', { TrafficMirrorFilterId })).toBe(
      `InvalidTrafficMirrorFilterId.NotFound: The TrafficMirrorFilter ID '${TrafficMirrorFilterId}' does not exist`,
    );
  });
});

describe('rules', () => {
  test.each<[object, string]>([
    [
      { RuleNumber: 0 },
      'InvalidParameterValue: Value (0) for parameter ruleNumber is invalid. It must be in the range 1 to 32766.',
    ],
    [
      { RuleNumber: 7 },
      'TrafficMirrorFilterRuleAlreadyExists: The Traffic Mirror filter has a rule with the number 7 for ingress traffic already.',
    ],
    [
      { Protocol: 256 },
      'InvalidParameterValue: Value (256) for parameter protocol is invalid. It must be in the range 0 to 255.',
    ],
    [
      { SourceCidrBlock: 'any' },
      'InvalidParameterValue: Value (any) for parameter sourceCidrBlock is invalid. This is not a valid CIDR block.',
    ],
    [
      { SourceCidrBlock: '::/0' },
      'InvalidParameterCombination: DestinationCidrBlock and SourceCidrBlock must both be an IPv4 or an IPv6 range.',
    ],
    [
      { SourcePortRange: { FromPort: 1, ToPort: 2 } },
      'InvalidParameterCombination: A port range can be specified only with the protocols 6 (TCP) and 17 (UDP).',
    ],
    [
      { Protocol: 17, SourcePortRange: { FromPort: 2, ToPort: 1 } },
      'InvalidParameterValue: Invalid value for sourcePortRange. Must specify both FromPort and ToPort, from 0 to 65535 and in order.',
    ],
    [
      { TrafficMirrorFilterId: 'tmf-0123456789abcdef0' },
      "InvalidTrafficMirrorFilterId.NotFound: The TrafficMirrorFilter ID 'tmf-0123456789abcdef0' does not exist",
    ],
    [
      { TrafficMirrorFilterId: 'web' },
      'InvalidTrafficMirrorFilterId.Malformed: Invalid id: "web" (expecting "tmf-...")',
    ],
  ])('refuse %j', (more, expected) => {
    const { account } = network();
    const TrafficMirrorFilterId = makeFilter(account);
    makeRule(account, TrafficMirrorFilterId, { RuleNumber: 7 });
    expect(account.refusal('CreateTrafficMirrorFilterRule', { TrafficMirrorFilterId, ...rule, ...more })).toBe(
      expected,
    );
  });

  test('number ten for a filter at most', () => {
    const { account } = network();
    const TrafficMirrorFilterId = makeFilter(account);
    for (let RuleNumber = 1; RuleNumber <= 10; RuleNumber += 1)
      makeRule(account, TrafficMirrorFilterId, { RuleNumber });
    expect(account.refusal('CreateTrafficMirrorFilterRule', { TrafficMirrorFilterId, ...rule })).toBe(
      'TrafficMirrorFilterRuleLimitExceeded: The maximum number of Traffic Mirror filter rules has been exceeded.',
    );
  });

  test('are modified; a removed field is any again', () => {
    const { account } = network();
    const TrafficMirrorFilterId = makeFilter(account);
    const ports = { FromPort: 443, ToPort: 443 };
    const id = makeRule(account, TrafficMirrorFilterId, {
      Protocol: 6,
      SourcePortRange: ports,
      DestinationPortRange: ports,
      Description: 'tls',
    });
    const modify = (more: object) => ({ TrafficMirrorFilterRuleId: id, ...more });
    expect(account.refusal('ModifyTrafficMirrorFilterRule', modify({ RemoveFields: ['protocol'] }))).toContain(
      'A port range can be specified only',
    );
    expect(account.refusal('ModifyTrafficMirrorFilterRule', modify({ Protocol: 17, RemoveFields: ['protocol'] }))).toBe(
      'InvalidParameterCombination: The field protocol cannot be set and removed in one call.',
    );
    expect(
      account.call(
        'ModifyTrafficMirrorFilterRule',
        modify({
          RuleAction: 'reject',
          RuleNumber: 5,
          RemoveFields: ['protocol', 'source-port-range', 'destination-port-range', 'description'],
        }),
      ),
    ).toEqual({
      TrafficMirrorFilterRule: {
        TrafficMirrorFilterRuleId: id,
        TrafficMirrorFilterId,
        ...rule,
        RuleAction: 'reject',
        RuleNumber: 5,
      },
    });
    makeRule(account, TrafficMirrorFilterId, { TrafficDirection: 'egress', RuleNumber: 5 });
    expect(account.refusal('ModifyTrafficMirrorFilterRule', modify({ TrafficDirection: 'egress' }))).toContain(
      'TrafficMirrorFilterRuleAlreadyExists',
    );
    expect(account.call('DeleteTrafficMirrorFilterRule', { TrafficMirrorFilterRuleId: id })).toEqual({
      TrafficMirrorFilterRuleId: id,
    });
    expect(account.refusal('DeleteTrafficMirrorFilterRule', { TrafficMirrorFilterRuleId: id })).toBe(
      `InvalidTrafficMirrorFilterRuleId.NotFound: The TrafficMirrorFilterRule ID '${id}' does not exist`,
    );
  });
});

describe('targets', () => {
  test('are interfaces that are neither sources nor targets yet', () => {
    const { account, source, sink, input } = mirror();
    expect(account.call('DescribeTrafficMirrorTargets')).toEqual({
      TrafficMirrorTargets: [
        {
          TrafficMirrorTargetId: input.TrafficMirrorTargetId,
          NetworkInterfaceId: sink,
          Type: 'network-interface',
          OwnerId: '111122223333',
          Tags: [],
        },
      ],
    });
    makeSession(account, input);
    const refusal = (more: object) => account.refusal('CreateTrafficMirrorTarget', more);
    expect(refusal({ NetworkInterfaceId: source })).toBe(
      `InterfaceInUseByTrafficMirrorSession: The network interface ${source} is already associated with a Traffic Mirror session.`,
    );
    expect(refusal({ NetworkInterfaceId: sink })).toBe(
      `InterfaceInUseByTrafficMirrorTarget: The network interface ${sink} is already associated with a Traffic Mirror target.`,
    );
    expect(refusal({})).toBe('MissingParameter: The request must contain the parameter networkInterfaceId');
    expect(refusal({ NetworkLoadBalancerArn: 'arn' })).toBe(
      'NotModelled: This simulator does not model the parameter NetworkLoadBalancerArn.',
    );
    const { TrafficMirrorTargetId } = input;
    expect(account.refusal('DeleteTrafficMirrorTarget', { TrafficMirrorTargetId })).toBe(
      `TrafficMirrorTargetInUseException: The Traffic Mirror target ${TrafficMirrorTargetId} is in use by a Traffic Mirror session.`,
    );
  });
});

describe('sessions', () => {
  test('are made with a VXLAN id of their own, once for a token', () => {
    const { account, source, input } = mirror();
    const given = { ...input, PacketLength: 100, Description: 'first', ClientToken: 'once' };
    const output = account.call('CreateTrafficMirrorSession', given);
    expect(output).toEqual({
      TrafficMirrorSession: {
        TrafficMirrorSessionId: expect.stringMatching(/^tms-[0-9a-f]{17}$/),
        TrafficMirrorTargetId: input.TrafficMirrorTargetId,
        TrafficMirrorFilterId: input.TrafficMirrorFilterId,
        NetworkInterfaceId: source,
        OwnerId: '111122223333',
        PacketLength: 100,
        SessionNumber: 1,
        VirtualNetworkId: expect.any(Number),
        Description: 'first',
        Tags: [],
      },
      ClientToken: 'once',
    });
    expect(account.call('CreateTrafficMirrorSession', given)).toEqual(output);
    expect(account.call('CreateTrafficMirrorSession', { ...input, SessionNumber: 2 })).toMatchObject({
      ClientToken: token,
    });
  });

  test('number three for a source at most', () => {
    const { account, input } = mirror();
    for (const SessionNumber of [1, 2, 3]) makeSession(account, { ...input, SessionNumber });
    expect(account.refusal('CreateTrafficMirrorSession', { ...input, SessionNumber: 4 })).toBe(
      'TrafficMirrorSessionsPerInterfaceLimitExceeded: The allowed number of Traffic Mirror sessions for the specified network interface has been exceeded.',
    );
  });

  test.each<[object, string]>([
    [
      { SessionNumber: 32767 },
      'InvalidParameterValue: Value (32767) for parameter sessionNumber is invalid. It must be in the range 1 to 32766.',
    ],
    [
      { PacketLength: 8501 },
      'InvalidParameterValue: Value (8501) for parameter packetLength is invalid. It must be in the range 1 to 8500.',
    ],
    [
      { VirtualNetworkId: 16777216 },
      'InvalidParameterValue: Value (16777216) for parameter virtualNetworkId is invalid. It must be in the range 0 to 16777215.',
    ],
    [
      { SessionNumber: 7 },
      'InvalidParameterValue: Value (7) for parameter sessionNumber is invalid. It is used by another session of SOURCE.',
    ],
    [
      { NetworkInterfaceId: 'eni-0123456789abcdef0' },
      "InvalidNetworkInterfaceID.NotFound: The networkInterface ID 'eni-0123456789abcdef0' does not exist",
    ],
    [
      { TrafficMirrorTargetId: 'tmt-0123456789abcdef0' },
      "InvalidTrafficMirrorTargetId.NotFound: The TrafficMirrorTarget ID 'tmt-0123456789abcdef0' does not exist",
    ],
    [{ TrafficMirrorTargetId: 'x' }, 'InvalidTrafficMirrorTargetId.Malformed: Invalid id: "x" (expecting "tmt-...")'],
  ])('refuse %j', (more, expected) => {
    const { account, source, input } = mirror();
    makeSession(account, { ...input, SessionNumber: 7 });
    const refusal = account.refusal('CreateTrafficMirrorSession', { ...input, ...more });
    expect(refusal.replace(source, 'SOURCE')).toBe(expected);
  });

  test('refuse a target as their source', () => {
    const { account, sink, input } = mirror();
    expect(account.refusal('CreateTrafficMirrorSession', { ...input, NetworkInterfaceId: sink })).toBe(
      `InterfaceInUseByTrafficMirrorTarget: The network interface ${sink} is already associated with a Traffic Mirror target.`,
    );
  });

  test.each([
    ['t3.small', true],
    ['t2.small', false],
    ['m4.large', true],
    ['m6i.large', false],
  ])('mirror %s: %s', (InstanceType, supported) => {
    const { account, subnet, input } = mirror();
    const { eth0 } = makeInstance(account, subnet, { InstanceType });
    const given = { ...input, NetworkInterfaceId: eth0.NetworkInterfaceId };
    if (supported) expect(makeSession(account, given)).toBeTruthy();
    else {
      expect(account.refusal('CreateTrafficMirrorSession', given)).toBe(
        `NetworkInterfaceNotSupported: The network interface ${eth0.NetworkInterfaceId} is not supported for Traffic Mirroring.`,
      );
    }
  });

  test('are modified, and removed fields have their defaults again', () => {
    const { account, input } = mirror();
    const { TrafficMirrorSessionId: id } = makeSession(account, { ...input, PacketLength: 10, VirtualNetworkId: 42 });
    makeSession(account, { ...input, SessionNumber: 2 });
    const refusal = (more: object) =>
      account.refusal('ModifyTrafficMirrorSession', { TrafficMirrorSessionId: id, ...more });
    expect(refusal({ SessionNumber: 2 })).toContain('It is used by another session');
    expect(refusal({ PacketLength: 1, RemoveFields: ['packet-length'] })).toContain('cannot be set and removed');
    const TrafficMirrorFilterId = makeFilter(account);
    const { TrafficMirrorSession } = account.call<{ TrafficMirrorSession: { VirtualNetworkId: number } }>(
      'ModifyTrafficMirrorSession',
      {
        TrafficMirrorSessionId: id,
        TrafficMirrorFilterId,
        SessionNumber: 3,
        Description: 'changed',
        RemoveFields: ['packet-length', 'virtual-network-id'],
      },
    );
    expect(TrafficMirrorSession).toMatchObject({ TrafficMirrorFilterId, SessionNumber: 3, Description: 'changed' });
    expect(TrafficMirrorSession).not.toHaveProperty('PacketLength');
    expect(TrafficMirrorSession.VirtualNetworkId).not.toBe(42);
  });

  test('go with their source, and with the target of their interface', () => {
    const { account, source, sink, input } = mirror();
    makeSession(account, input);
    account.call('DeleteNetworkInterface', { NetworkInterfaceId: sink });
    expect(account.call('DescribeTrafficMirrorTargets')).toEqual({ TrafficMirrorTargets: [] });
    expect(account.call('DescribeTrafficMirrorSessions')).toEqual({ TrafficMirrorSessions: [] });
    account.call('DeleteNetworkInterface', { NetworkInterfaceId: source });
  });
});

describe('filters of the describe calls', () => {
  test.each<[string, string, string, number]>([
    ['DescribeTrafficMirrorFilters', 'description', 'none', 0],
    ['DescribeTrafficMirrorFilters', 'traffic-mirror-filter-id', 'tmf-*', 1],
    ['DescribeTrafficMirrorFilterRules', 'traffic-mirror-filter-rule-id', 'tmfr-*', 1],
    ['DescribeTrafficMirrorFilterRules', 'traffic-mirror-filter-id', 'tmf-*', 1],
    ['DescribeTrafficMirrorFilterRules', 'rule-number', '100', 1],
    ['DescribeTrafficMirrorFilterRules', 'rule-action', 'reject', 0],
    ['DescribeTrafficMirrorFilterRules', 'traffic-direction', 'ingress', 1],
    ['DescribeTrafficMirrorFilterRules', 'protocol', '6', 1],
    ['DescribeTrafficMirrorFilterRules', 'source-cidr-block', '0.0.0.0/0', 1],
    ['DescribeTrafficMirrorFilterRules', 'destination-cidr-block', '10.*', 0],
    ['DescribeTrafficMirrorFilterRules', 'description', 'web', 1],
    ['DescribeTrafficMirrorTargets', 'description', '*', 0],
    ['DescribeTrafficMirrorTargets', 'network-interface-id', 'eni-*', 1],
    ['DescribeTrafficMirrorTargets', 'network-load-balancer-arn', '*', 0],
    ['DescribeTrafficMirrorTargets', 'owner-id', '111122223333', 1],
    ['DescribeTrafficMirrorTargets', 'traffic-mirror-target-id', 'tmt-*', 1],
    ['DescribeTrafficMirrorSessions', 'description', '*', 0],
    ['DescribeTrafficMirrorSessions', 'network-interface-id', 'eni-*', 1],
    ['DescribeTrafficMirrorSessions', 'owner-id', '111122223333', 1],
    ['DescribeTrafficMirrorSessions', 'packet-length', '64', 1],
    ['DescribeTrafficMirrorSessions', 'session-number', '1', 1],
    ['DescribeTrafficMirrorSessions', 'traffic-mirror-filter-id', 'tmf-*', 1],
    ['DescribeTrafficMirrorSessions', 'traffic-mirror-session-id', 'tms-*', 1],
    ['DescribeTrafficMirrorSessions', 'traffic-mirror-target-id', 'tmt-*', 1],
    ['DescribeTrafficMirrorSessions', 'virtual-network-id', '42', 1],
    ['DescribeTrafficMirrorSessions', 'tag:Name', 'x', 0],
  ])('%s by %s', (operation, Name, value, expected) => {
    const { account, input } = mirror();
    makeRule(account, input.TrafficMirrorFilterId, { Protocol: 6, Description: 'web' });
    makeSession(account, { ...input, PacketLength: 64, VirtualNetworkId: 42 });
    const output = account.call(operation, { Filters: [{ Name, Values: [value] }] });
    expect(Object.values(output)[0]).toHaveLength(expected);
  });

  test('rules are asked for by their filter too', () => {
    const { account } = network();
    const [one, two] = [makeFilter(account), makeFilter(account)];
    makeRule(account, one);
    const of = (TrafficMirrorFilterId: string) =>
      account.call<{ TrafficMirrorFilterRules: object[] }>('DescribeTrafficMirrorFilterRules', {
        TrafficMirrorFilterId,
      }).TrafficMirrorFilterRules;
    expect(of(one)).toHaveLength(1);
    expect(of(two)).toHaveLength(0);
  });
});
