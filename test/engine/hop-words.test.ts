import { expect, test } from 'vitest';
import type { Component, Decision, Hop, Trace } from '@/lib/engine/reachability/hop';
import { flowText, hopText, packetWords, verdictText } from '@/lib/engine/reachability/hop-words';
import { TestAccount } from '@/test/build/account';
import { makeGroup, makeInstance, makeSubnet, makeVpc } from '@/test/build/network-interface';
import { allow } from '@/test/build/security-group';

const account = new TestAccount();
const { world } = account;
const vpcId = makeVpc(account);
const { id } = makeInstance(account, makeSubnet(account, vpcId), {
  TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'web-1' }] }],
});
const group = makeGroup(account, vpcId, 'web');
const [tcp, fromGroup] = [
  { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
  { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: group }] },
].map((permission) => allow(account, group, permission).SecurityGroupRules[0]?.SecurityGroupRuleId ?? '');

const packet = {
  protocol: 'tcp',
  source: '10.0.1.4',
  sourcePort: 49_152,
  destination: '10.0.2.5',
  destinationPort: 80,
} as const;
const acl: Component = { kind: 'network-acl', id: 'acl-1' };
const rule = (ruleId = ''): Decision => ({ kind: 'rule', groupId: group, ruleId });
const entry = { CidrBlock: '10.0.0.0/8', Egress: false, RuleAction: 'allow', RuleNumber: 100 } as const;
const last = { ...entry, Egress: true, RuleAction: 'deny', RuleNumber: 32_767, Protocol: '-1' } as const;
const table = { kind: 'route-table', id: 'rtb-1' } as const;

test.each<[Component, Decision | undefined, string]>([
  [{ kind: 'security-group', id: group }, rule(tcp), `Rule ${tcp} of web allows tcp 80 from 0.0.0.0/0.`],
  [
    { kind: 'security-group', id: group },
    rule(fromGroup),
    `Rule ${fromGroup} of web allows all traffic from members of web.`,
  ],
  [
    { kind: 'security-group', id: group },
    { kind: 'tracked' },
    'web let the first packet through, so the answer to it passes.',
  ],
  [
    acl,
    { kind: 'entry', networkAclId: 'acl-1', entry: { ...entry, Protocol: '6', PortRange: { From: 1024, To: 65_535 } } },
    'Rule 100 of acl-1 allows tcp 1024 to 65535 from 10.0.0.0/8.',
  ],
  [
    acl,
    { kind: 'entry', networkAclId: 'acl-1', entry: last },
    'The last rule (*) of acl-1 denies all traffic to 10.0.0.0/8.',
  ],
  [
    table,
    {
      kind: 'route',
      routeTableId: 'rtb-1',
      route: { DestinationCidrBlock: '0.0.0.0/0', target: { GatewayId: 'igw-1' }, Origin: 'CreateRoute' },
    },
    'Route 0.0.0.0/0 of rtb-1 leads to igw-1.',
  ],
  [
    { kind: 'instance', id },
    { kind: 'device', index: 1, why: 'asked-here' },
    'It leaves by device 1: an answer leaves by the interface that was asked.',
  ],
  [
    { kind: 'internet-gateway', id: 'igw-1' },
    { kind: 'translation', from: '10.0.1.4', to: '198.51.100.7' },
    '10.0.1.4 becomes 198.51.100.7.',
  ],
  [{ kind: 'network-interface', id: 'eni-1' }, undefined, 'The packet goes through the interface.'],
])('%j, %j', (component, decision, words) => {
  expect(hopText(world, { component, packet, ...(decision && { decision }) })).toBe(words);
});

test('a refusal says what it says itself, whatever decided', () => {
  const refusal = { code: 'SUBNET_ACL_RESTRICTION', text: 'acl-1 denies it.' } as const;
  const hop: Hop = { component: acl, packet, decision: { kind: 'entry', networkAclId: 'acl-1', entry: last }, refusal };
  expect(hopText(world, hop)).toBe('acl-1 denies it.');
});

test('packets: ports, brackets around IPv6, and none for what was never sent', () => {
  expect(packetWords(packet)).toBe('tcp 10.0.1.4:49152 → 10.0.2.5:80');
  expect(packetWords({ ...packet, source: '2001:db8::1' })).toBe('tcp [2001:db8::1]:49152 → 10.0.2.5:80');
  expect(packetWords({ protocol: 'icmp', source: '', destination: '2001:db8::1' })).toBe('icmp ? → 2001:db8::1');
});

test('a verdict names the flow, the place and what the sender sees', () => {
  const flow = {
    source: { kind: 'internet' },
    destination: { kind: 'instance', id },
    protocol: 'tcp',
    port: 80,
  } as const;
  expect(flowText(world, flow)).toBe('tcp 80 from the internet to web-1');
  const reached: Trace = { flow, out: [], back: [], verdict: { reached: true, seen: 'answer' } };
  expect(verdictText(world, reached)).toBe(
    'Reached: tcp 80 from the internet to web-1 arrives, and its answer comes back.',
  );
  const refusal = { code: 'ENI_SG_RULES_MISMATCH', text: 'No inbound rule of web allows it.' } as const;
  const hop: Hop = { component: { kind: 'security-group', id: group }, packet, refusal };
  const lost = (way: 'out' | 'back'): Trace => ({
    flow,
    out: [hop],
    back: [hop],
    verdict: { reached: false, way, refusal, seen: 'timeout' },
  });
  expect(verdictText(world, lost('out'))).toBe(
    `Not reached: tcp 80 from the internet to web-1 ends at the security group web (${group}). No inbound rule of web allows it. The sender waits until it gives up.`,
  );
  expect(verdictText(world, lost('back'))).toContain('arrives, but its answer ends at the security group web');
});
