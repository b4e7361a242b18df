import { NotModelled } from '../aws-error';
import { flowLogErrors } from './errors';

/** Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html, versions 2 to 10. Assumed: the fields of 7 to 10 in all. */
const fields =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status vpc-id subnet-id instance-id tcp-flags type pkt-srcaddr pkt-dstaddr region az-id sublocation-type sublocation-id pkt-src-aws-service pkt-dst-aws-service flow-direction traffic-path ecs-cluster-arn ecs-cluster-name ecs-container-instance-arn ecs-container-instance-id ecs-container-id ecs-second-container-id ecs-service-name ecs-task-definition-arn ecs-task-arn ecs-task-id reject-reason resource-id encryption-status'.split(
    ' ',
  );

/** Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-flow-logs.html; in the order of the default format. */
const transitFields =
  'version resource-type account-id tgw-id tgw-attachment-id tgw-src-vpc-account-id tgw-dst-vpc-account-id tgw-src-vpc-id tgw-dst-vpc-id tgw-src-subnet-id tgw-dst-subnet-id tgw-src-eni tgw-dst-eni tgw-src-az-id tgw-dst-az-id tgw-pair-attachment-id srcaddr dstaddr srcport dstport protocol packets bytes start end log-status type packets-lost-no-route packets-lost-blackhole packets-lost-mtu-exceeded packets-lost-ttl-expired tcp-flags region flow-direction pkt-src-aws-service pkt-dst-aws-service'.split(
    ' ',
  );

/** Fields that need parameters which this AWS model does not have yet (version 11). */
const tagFields = /^(instance|interface|asg)-tag(-\d+)?$/;

const formatOf = (names: readonly string[]): string => names.map((name) => `\${${name}}`).join(' ');

/** The fourteen fields of version 2, and all fields of a transit gateway. */
const defaultFormat = formatOf(fields.slice(0, 14));
const defaultTransitFormat = formatOf(transitFields);

/** The format that a flow log gets: the given one, each field of which AWS has, or the default of its kind. */
export function acceptLogFormat(format: string | undefined, isTransit: boolean): string {
  if (format === undefined) return isTransit ? defaultTransitFormat : defaultFormat;
  if (format.length > 2_000 || !/^\$\{[a-z0-9-]+\}( \$\{[a-z0-9-]+\})*$/.test(format))
    throw flowLogErrors.format(format.slice(0, 2_000));
  const known = isTransit ? transitFields : fields;
  for (const field of fieldsOf(format)) {
    if (!isTransit && tagFields.test(field)) throw new NotModelled(`the field ${field} of flow logs`);
    if (!known.includes(field)) throw flowLogErrors.unknownField(field);
  }
  return format;
}

/** The names of a format's fields, in order. */
export const fieldsOf = (format: string): string[] => format.split(' ').map((text) => text.slice(2, -1));

/** First fields of the versions after the second, each with what follows it. Source: the table of fields. */
const firstOf: readonly (readonly [version: number, field: string])[] = [
  [3, 'vpc-id'],
  [4, 'region'],
  [5, 'pkt-src-aws-service'],
  [7, 'ecs-cluster-arn'],
  [8, 'reject-reason'],
  [9, 'resource-id'],
  [10, 'encryption-status'],
];

/** The version that records of these fields have: the highest that any of them came with. */
export function versionOf(names: readonly string[]): number {
  const last = Math.max(...names.map((name) => fields.indexOf(name)));
  return firstOf.findLast(([, field]) => fields.indexOf(field) <= last)?.[0] ?? 2;
}
