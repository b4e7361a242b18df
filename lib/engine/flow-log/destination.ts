import { flowLogErrors } from './errors';
import type { FlowLog } from './flow-log';

interface Given {
  LogDestinationType?: FlowLog['LogDestinationType'] | undefined;
  LogDestination?: string | undefined;
  LogGroupName?: string | undefined;
  DeliverLogsPermissionArn?: string | undefined;
  DestinationOptions?:
    | {
        FileFormat?: 'plain-text' | 'parquet' | undefined;
        HiveCompatiblePartitions?: boolean | undefined;
        PerHourPartition?: boolean | undefined;
      }
    | undefined;
}

/** Forms of destinations, as documented with the parameter. AWS keeps the subfolder AWSLogs to itself. */
const arns: { readonly [K in FlowLog['LogDestinationType']]: RegExp } = {
  'cloud-watch-logs': /^arn:aws[\w-]*:logs:[\w-]+:\d{12}:log-group:[\w./#-]{1,512}(:\*)?$/,
  s3: /^arn:aws[\w-]*:s3:::[a-z0-9.-]{3,63}(\/(?!AWSLogs(\/|$))[^\s]{0,900})?$/,
  'kinesis-data-firehose': /^arn:aws[\w-]*:firehose:[\w-]+:\d{12}:deliverystream[:/][\w.-]{1,64}$/,
};

type Destination = Pick<
  FlowLog,
  'LogDestinationType' | 'LogDestination' | 'LogGroupName' | 'DeliverLogsPermissionArn' | 'DestinationOptions'
>;

/**
 * Where a flow log goes, with what each kind of destination asks for. Whether the log group, the bucket or the stream exists
 * is not known here: every delivery succeeds.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html
 */
export function acceptDestination(given: Given): Destination {
  const { LogDestinationType = 'cloud-watch-logs', LogDestination, LogGroupName, DeliverLogsPermissionArn } = given;
  if (!LogDestination && !LogGroupName) throw flowLogErrors.noDestination();
  if (LogGroupName && LogDestinationType !== 'cloud-watch-logs') throw flowLogErrors.groupNotForType();
  if (LogGroupName && LogDestination) throw flowLogErrors.twoDestinations();
  if (LogDestination && !arns[LogDestinationType].test(LogDestination))
    throw flowLogErrors.destination(LogDestination, LogDestinationType);
  if (LogDestinationType === 'cloud-watch-logs' && !DeliverLogsPermissionArn) throw flowLogErrors.noRole();
  if (LogDestinationType === 's3' && DeliverLogsPermissionArn) throw flowLogErrors.roleNotForS3();
  const options = given.DestinationOptions;
  if (options && LogDestinationType !== 's3') throw flowLogErrors.destinationOptions(LogDestinationType);
  return {
    LogDestinationType,
    ...(LogDestination && { LogDestination }),
    ...(LogGroupName && { LogGroupName }),
    ...(DeliverLogsPermissionArn && { DeliverLogsPermissionArn }),
    ...(LogDestinationType === 's3' && {
      DestinationOptions: {
        FileFormat: options?.FileFormat ?? 'plain-text',
        HiveCompatiblePartitions: options?.HiveCompatiblePartitions ?? false,
        PerHourPartition: options?.PerHourPartition ?? false,
      },
    }),
  };
}
