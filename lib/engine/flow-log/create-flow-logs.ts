import { AwsError } from '../aws-error';
import { answeredToken, once } from '../client-token';
import { newId, nextSequence } from '../ids';
import { operation } from '../operation';
import {
  boolean,
  enumeration,
  integer,
  list,
  notModelled,
  required,
  string,
  structure,
  tagSpecifications,
} from '../shapes';
import { tagsFor } from '../tags';
import type { World } from '../world';
import { acceptDestination } from './destination';
import { flowLogErrors } from './errors';
import type { FlowLog } from './flow-log';
import { acceptLogFormat } from './log-format';
import { acceptForms, acceptWatchedType, isTransitType, requireResource, type WatchedType } from './watched-resource';

/**
 * CreateFlowLogs: record the flows of VPCs, subnets, interfaces or transit gateways, each by a flow log that cannot be changed.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html
 * Not modelled: delivery to other accounts, regional NAT gateways, fields of version 11.
 * Differs: log groups, buckets and streams are not looked up, so every delivery succeeds.
 */
export const createFlowLogs = operation({
  name: 'CreateFlowLogs',
  input: {
    ClientToken: string,
    DeliverLogsPermissionArn: string,
    DeliverCrossAccountRole: notModelled,
    LogGroupName: string,
    ResourceIds: required(list(string), 'resourceId'),
    ResourceType: required(
      enumeration(
        'VPC',
        'Subnet',
        'NetworkInterface',
        'TransitGateway',
        'TransitGatewayAttachment',
        'RegionalNatGateway',
      ),
    ),
    TrafficType: enumeration('ACCEPT', 'REJECT', 'ALL'),
    LogDestinationType: enumeration('cloud-watch-logs', 's3', 'kinesis-data-firehose'),
    LogDestination: string,
    LogFormat: string,
    TagSpecifications: tagSpecifications,
    MaxAggregationInterval: integer,
    DestinationOptions: structure({
      FileFormat: enumeration('plain-text', 'parquet'),
      HiveCompatiblePartitions: boolean,
      PerHourPartition: boolean,
    }),
  },
  run(world, input) {
    const type = acceptWatchedType(input.ResourceType);
    const isTransit = isTransitType(type);
    const { TrafficType } = input;
    if (isTransit && TrafficType) throw flowLogErrors.transitTrafficType();
    if (!isTransit && !TrafficType) throw flowLogErrors.noTrafficType();
    const wanted: Wanted = {
      ...(TrafficType && { TrafficType }),
      ...acceptDestination(input),
      LogFormat: acceptLogFormat(input.LogFormat, isTransit),
      MaxAggregationInterval: acceptInterval(input.MaxAggregationInterval, isTransit),
      Tags: tagsFor(world, input.TagSpecifications, 'vpc-flow-log'),
    };
    const ResourceIds = [...new Set(input.ResourceIds)];
    acceptForms(type, ResourceIds);
    const Unsuccessful: object[] = [];
    const FlowLogIds = once(world, 'CreateFlowLogs', input, () =>
      ResourceIds.flatMap((ResourceId) => {
        try {
          return makeFlowLog(world, type, ResourceId, wanted);
        } catch (error) {
          // Assumed: what fails among several is listed; a single one refuses the call, as users see it.
          if (!(error instanceof AwsError) || ResourceIds.length === 1) throw error;
          Unsuccessful.push({ Error: { Code: error.code, Message: error.message }, ResourceId });
          return [];
        }
      }),
    );
    return {
      ClientToken: answeredToken(world, input, FlowLogIds[0] ?? `${world.sequence}`),
      FlowLogIds,
      Unsuccessful,
    };
  },
});

type Wanted = Omit<FlowLog, 'creation' | 'FlowLogId' | 'ResourceId' | 'CreationTime'>;

function makeFlowLog(world: World, type: WatchedType, ResourceId: string, wanted: Wanted): string {
  requireResource(world, type, ResourceId);
  const twin = world.flowLogs
    .by('ResourceId', ResourceId)
    .find(
      (one) =>
        one.TrafficType === wanted.TrafficType &&
        one.LogDestinationType === wanted.LogDestinationType &&
        one.LogDestination === wanted.LogDestination &&
        one.LogGroupName === wanted.LogGroupName,
    );
  if (twin) throw flowLogErrors.exists();
  return world.flowLogs.insert({
    creation: nextSequence(world),
    FlowLogId: newId(world, 'flowLog'),
    ResourceId,
    ...wanted,
    CreationTime: new Date(world.now).toISOString(),
  }).FlowLogId;
}

function acceptInterval(seconds: number | undefined, isTransit: boolean): number {
  if (isTransit && seconds !== undefined && seconds !== 60) throw flowLogErrors.transitInterval();
  if (seconds !== undefined && seconds !== 60 && seconds !== 600) throw flowLogErrors.interval();
  return seconds ?? (isTransit ? 60 : 600);
}
