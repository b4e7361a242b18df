import { mix } from '../ids';
import { zonesOf } from '../region/zones';
import type { Row } from '../table';

/** A service of AWS's own that a VPC endpoint can lead to. `creation` is its place in the list. */
export interface EndpointService extends Row {
  /** `com.amazonaws.us-east-1.s3`. */
  readonly name: string;
  readonly type: 'Gateway' | 'Interface';
  readonly serviceId: string;
  /** Name under which the endpoints' own names lie, or of a gateway service the public name. */
  readonly baseName: string;
  /** Names that private DNS takes over; none where the service has none. */
  readonly privateNames: readonly string[];
  /** Whether names of its endpoints begin with `*.`, as buckets need it. */
  readonly isWild: boolean;
}

interface Kind {
  readonly type: 'Gateway' | 'Interface';
  /** The service's part of names, where it is not that of the service name. */
  readonly host?: string;
  /** `{region}` stands for the Region; the service's public name alone when absent. */
  readonly privateNames?: readonly string[];
  readonly isWild?: true;
}

/** Interface services whose public name is that of the service, `ssm` for `ssm.us-east-1.amazonaws.com`. */
const plain = `access-analyzer acm-pca application-autoscaling athena autoscaling backup bedrock-runtime cloudformation
  cloudtrail codebuild codecommit codepipeline config ec2 ec2messages ecs ecs-agent ecs-telemetry eks elasticache
  elasticfilesystem elasticloadbalancing email-smtp events glue guardduty-data kms lambda logs monitoring rds rds-data redshift
  secretsmanager servicecatalog sns sqs ssm ssmmessages states storagegateway sts transfer xray`.split(/\s+/);

const others: readonly (readonly [string, Kind])[] = [
  ['dynamodb', { type: 'Gateway' }],
  ['dynamodb', { type: 'Interface', privateNames: [] }],
  [
    'ecr.api',
    { type: 'Interface', host: 'api.ecr', privateNames: ['api.ecr.{region}.amazonaws.com', 'ecr.{region}.api.aws'] },
  ],
  [
    'ecr.dkr',
    {
      type: 'Interface',
      host: 'dkr.ecr',
      privateNames: [
        'dkr.ecr.{region}.amazonaws.com',
        '*.dkr.ecr.{region}.amazonaws.com',
        'dkr-ecr.{region}.on.aws',
        '*.dkr-ecr.{region}.on.aws',
      ],
    },
  ],
  ['execute-api', { type: 'Interface', privateNames: ['*.execute-api.{region}.amazonaws.com'] }],
  ['kinesis-firehose', { type: 'Interface', host: 'firehose' }],
  ['kinesis-streams', { type: 'Interface', host: 'kinesis' }],
  ['s3', { type: 'Gateway' }],
  ['s3', { type: 'Interface', isWild: true }],
  ['sagemaker.api', { type: 'Interface', host: 'api.sagemaker' }],
  ['sagemaker.runtime', { type: 'Interface', host: 'runtime.sagemaker' }],
];

const kinds: readonly (readonly [string, Kind])[] = [
  ...plain.map((name) => [name, { type: 'Interface' }] as const),
  ...others,
].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

// The same for every world of a Region, so drawn up once.
const drawnUp = new Map<string, readonly EndpointService[]>();

/**
 * The services of a Region, in order of name: common ones of AWS's several hundred.
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html; names of single services and
 * their private names from output that users posted. Differs: ids are drawn, and every service is in every zone.
 */
export function endpointServices(region: string): readonly EndpointService[] {
  const services = drawnUp.get(region) ?? drawUp(region);
  drawnUp.set(region, services);
  return services;
}

const drawUp = (region: string): EndpointService[] =>
  kinds.map(([short, { type, host = short, privateNames, isWild = false }], creation) => {
    const hex = (number: number) => mix(`${region}/${short}/${type}`, number).toString(16).padStart(8, '0');
    const names = privateNames ?? (type === 'Interface' ? [`${host}.{region}.amazonaws.com`] : []);
    return {
      creation,
      name: `com.amazonaws.${region}.${short}`,
      type,
      serviceId: `vpce-svc-0${hex(0)}${hex(1)}`,
      baseName: type === 'Gateway' ? `${host}.${region}.amazonaws.com` : `${host}.${region}.vpce.amazonaws.com`,
      privateNames: names.map((name) => name.replace('{region}', region)),
      isWild,
    };
  });

/** The service of that name, of each type that it has. */
export const servicesNamed = (region: string, name: string): EndpointService[] =>
  endpointServices(region).filter((service) => service.name === name);

/** The service as AWS shows it. Source: the CLI's examples for describe-vpc-endpoint-services; `IPv4` alone is modelled. */
export const describeService = (region: string, service: EndpointService): object => ({
  ServiceName: service.name,
  ServiceId: service.serviceId,
  ServiceType: [{ ServiceType: service.type }],
  ServiceRegion: region,
  AvailabilityZones: zonesOf(region),
  Owner: 'amazon',
  BaseEndpointDnsNames: [service.baseName],
  ...(service.privateNames[0] && {
    PrivateDnsName: service.privateNames[0],
    PrivateDnsNames: service.privateNames.map((PrivateDnsName) => ({ PrivateDnsName })),
  }),
  VpcEndpointPolicySupported: true,
  AcceptanceRequired: false,
  ManagesVpcEndpoints: false,
  Tags: [],
  ...(service.privateNames.length > 0 && { PrivateDnsNameVerificationState: 'verified' }),
  SupportedIpAddressTypes: ['ipv4'],
});
