import { type FlowLogged, flowLogRecords } from '@/lib/engine/flow-log/records';
import type { Flow } from '@/lib/engine/reachability/flow';
import { trace } from '@/lib/engine/reachability/trace';
import type { TestAccount } from './account';

const resourceTypes = { vpc: 'VPC', subnet: 'Subnet', eni: 'NetworkInterface', tgw: 'TransitGateway' } as const;

/** A flow log of the resource, to a log group; answers its id. `fields`: those of its format, AWS's default when absent. */
export function makeFlowLog(
  account: TestAccount,
  resourceId: string,
  fields?: string,
  TrafficType: 'ACCEPT' | 'REJECT' | 'ALL' = 'ALL',
): string {
  // Ids of these kinds begin so.
  const kind = resourceId.split('-')[0] as keyof typeof resourceTypes;
  const { FlowLogIds } = account.call<{ FlowLogIds: string[] }>('CreateFlowLogs', {
    ResourceType: resourceTypes[kind],
    ResourceIds: [resourceId],
    ...(kind !== 'tgw' && { TrafficType }),
    LogGroupName: `logs-${account.world.sequence}`,
    DeliverLogsPermissionArn: 'arn:aws:iam::111122223333:role/flow-logs',
    ...(fields && { LogFormat: fields.replace(/\S+/g, (field) => `\${${field}}`) }),
  });
  return FlowLogIds[0] ?? '';
}

/** What that flow log holds of the flow. */
export function recordsOf(
  { world }: TestAccount,
  flowLogId: string,
  flow: Flow,
  more: Omit<FlowLogged, 'flowLog'> = {},
): string[] {
  const flowLog = world.flowLogs.get(flowLogId);
  if (!flowLog) throw new Error(`no flow log ${flowLogId}`);
  return flowLogRecords(world, trace(world, flow), { flowLog, ...more });
}

/** Rules that let a protocol in, from everywhere. */
export const allowIn = (account: TestAccount, GroupId: string, protocol: string, port = -1) =>
  account.call('AuthorizeSecurityGroupIngress', {
    GroupId,
    IpPermissions: [{ IpProtocol: protocol, FromPort: port, ToPort: port, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
  });

/** A network ACL for a subnet, with an entry for each of the words: `in allow -1`, `out deny 1`, by number in their order. */
export function giveAcl(account: TestAccount, vpcId: string, subnetId: string, ...entries: string[]) {
  const { NetworkAcl } = account.call<{ NetworkAcl: { NetworkAclId: string } }>('CreateNetworkAcl', { VpcId: vpcId });
  const { NetworkAclId } = NetworkAcl;
  for (const [index, entry] of entries.entries()) {
    const [direction, RuleAction, Protocol] = entry.split(' ');
    account.call('CreateNetworkAclEntry', {
      NetworkAclId,
      RuleNumber: 100 + index,
      Egress: direction === 'out',
      RuleAction,
      Protocol,
      CidrBlock: '0.0.0.0/0',
      ...(Protocol === '1' && { IcmpTypeCode: { Type: -1, Code: -1 } }),
      ...((Protocol === '6' || Protocol === '17') && { PortRange: { From: 0, To: 65_535 } }),
    });
  }
  const { NetworkAcls } = account.call<{
    NetworkAcls: { Associations: { SubnetId: string; NetworkAclAssociationId: string }[] }[];
  }>('DescribeNetworkAcls', { Filters: [{ Name: 'association.subnet-id', Values: [subnetId] }] });
  const association = NetworkAcls[0]?.Associations.find((one) => one.SubnetId === subnetId);
  account.call('ReplaceNetworkAclAssociation', { AssociationId: association?.NetworkAclAssociationId, NetworkAclId });
  return NetworkAclId;
}
