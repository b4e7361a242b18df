import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { flowLogErrors } from './errors';

/** It cannot be changed but for its tags. Assumed: it stays when the resource that it watches goes. */
export interface FlowLog extends Row {
  readonly FlowLogId: string;
  /** The VPC, subnet, interface, transit gateway or attachment that is watched. */
  readonly ResourceId: string;
  /** Absent on those of transit gateways. */
  readonly TrafficType?: 'ACCEPT' | 'REJECT' | 'ALL';
  readonly LogDestinationType: 'cloud-watch-logs' | 's3' | 'kinesis-data-firehose';
  /** One of the two. */
  readonly LogGroupName?: string;
  readonly LogDestination?: string;
  readonly DeliverLogsPermissionArn?: string;
  readonly LogFormat: string;
  /** Seconds. */
  readonly MaxAggregationInterval: number;
  /** Of S3 alone. */
  readonly DestinationOptions?: {
    readonly FileFormat: 'plain-text' | 'parquet';
    readonly HiveCompatiblePartitions: boolean;
    readonly PerHourPartition: boolean;
  };
  /** ISO 8601, UTC, milliseconds. */
  readonly CreationTime: string;
  readonly Tags: readonly Tag[];
}

export const flowLogs = defineTable<FlowLog>()('FlowLogId', { ResourceId: (row) => row.ResourceId });

/** All flow logs of those ids; AWS names the unknown ones in one refusal. */
export function getFlowLogs(world: World, ids: readonly string[]): FlowLog[] {
  const malformed = ids.find((id) => !/^fl-[0-9a-f]+$/.test(id));
  if (malformed !== undefined) throw flowLogErrors.malformedId(malformed);
  const unknown = ids.filter((id) => !world.flowLogs.get(id));
  if (unknown.length > 0) throw flowLogErrors.notFound(unknown);
  return ids.flatMap((id) => world.flowLogs.get(id) ?? []);
}

export function getFlowLog(world: World, id: string): FlowLog {
  const [flowLog] = getFlowLogs(world, [id]);
  if (!flowLog) throw flowLogErrors.notFound([id]);
  return flowLog;
}

/** The flow log as AWS shows it. Source: the CLI's example for describe-flow-logs; the order of the API model. */
export function describeFlowLog(flowLog: FlowLog): object {
  return {
    CreationTime: flowLog.CreationTime,
    ...(flowLog.DeliverLogsPermissionArn && { DeliverLogsPermissionArn: flowLog.DeliverLogsPermissionArn }),
    DeliverLogsStatus: 'SUCCESS',
    FlowLogId: flowLog.FlowLogId,
    FlowLogStatus: 'ACTIVE',
    ...(flowLog.LogGroupName && { LogGroupName: flowLog.LogGroupName }),
    ResourceId: flowLog.ResourceId,
    ...(flowLog.TrafficType && { TrafficType: flowLog.TrafficType }),
    LogDestinationType: flowLog.LogDestinationType,
    ...(flowLog.LogDestination && { LogDestination: flowLog.LogDestination }),
    LogFormat: flowLog.LogFormat,
    Tags: flowLog.Tags,
    MaxAggregationInterval: flowLog.MaxAggregationInterval,
    ...(flowLog.DestinationOptions && { DestinationOptions: flowLog.DestinationOptions }),
  };
}
