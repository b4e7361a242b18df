import { mix } from '../ids';

/** A prefix list that AWS keeps for a service: anyone may name it, nobody may change it. */
export interface AwsPrefixList {
  readonly PrefixListId: string;
  readonly PrefixListName: string;
  readonly AddressFamily: string;
  /** For how many rules or routes a reference to it counts, as AWS publishes it. */
  readonly weight: number;
  readonly cidrs: readonly string[];
  /** Whether a gateway endpoint uses it; DescribePrefixLists shows only those. */
  readonly ofGateway: boolean;
}

interface Kind {
  /** `{region}` stands for the Region. */
  readonly name: string;
  readonly weight: number;
  readonly ofGateway?: true;
  /** Where it is public what AWS gives in us-east-1. */
  readonly id?: string;
  readonly cidrs?: readonly string[];
}

/**
 * Names and weights: https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html.
 * Ids of us-east-1: output and templates that users posted (S3 also in the CLI's examples).
 * Blocks of S3 as users posted them in 2024 from https://ip-ranges.amazonaws.com/ip-ranges.json, and of VPC Lattice; AWS
 * changes them. Assumed, since not held against AWS: the blocks of DynamoDB, EC2 Instance Connect and the health checks, and
 * every id and block that is not given here, which is drawn from the name; such blocks are out of those for documentation.
 */
const kinds: readonly Kind[] = [
  { name: 'com.amazonaws.global.cloudfront.origin-facing', weight: 55, id: 'pl-3b927c52' },
  {
    name: 'com.amazonaws.{region}.dynamodb',
    weight: 1,
    ofGateway: true,
    id: 'pl-02cd2c6b',
    cidrs: ['3.218.182.0/24', '52.94.0.0/22', '52.119.224.0/20'],
  },
  {
    name: 'com.amazonaws.{region}.ec2-instance-connect',
    weight: 2,
    id: 'pl-0e4bcff02b13bef1e',
    cidrs: ['18.206.107.24/29'],
  },
  { name: 'com.amazonaws.global.groundstation', weight: 5 },
  { name: 'com.amazonaws.global.ipv6.cloudfront.origin-facing', weight: 55 },
  { name: 'com.amazonaws.{region}.ipv6.ec2-instance-connect', weight: 2 },
  { name: 'com.amazonaws.{region}.ipv6.route53-healthchecks', weight: 25 },
  { name: 'com.amazonaws.{region}.ipv6.vpc-lattice', weight: 10 },
  {
    name: 'com.amazonaws.{region}.route53-healthchecks',
    weight: 25,
    cidrs: ['15.177.0.0/18', '54.183.255.128/26', '54.228.16.0/26', '54.243.31.192/26', '107.23.255.0/26'],
  },
  {
    name: 'com.amazonaws.{region}.s3',
    weight: 1,
    ofGateway: true,
    id: 'pl-63a5400a',
    cidrs: [
      '18.34.0.0/19',
      '16.15.192.0/18',
      '54.231.0.0/16',
      '52.216.0.0/15',
      '18.34.232.0/21',
      '16.15.176.0/20',
      '16.182.0.0/16',
      '3.5.0.0/19',
      '44.192.134.240/28',
      '44.192.140.64/28',
    ],
  },
  { name: 'com.amazonaws.{region}.s3express', weight: 6, ofGateway: true },
  {
    name: 'com.amazonaws.{region}.vpc-lattice',
    weight: 10,
    id: 'pl-07cbd8b5e26960eac',
    cidrs: ['169.254.171.0/24'],
  },
];

interface OfRegion {
  readonly all: readonly AwsPrefixList[];
  readonly byId: ReadonlyMap<string, AwsPrefixList>;
  readonly byName: ReadonlyMap<string, AwsPrefixList>;
}

// The same for every world of a Region, so drawn up once.
const drawnUp = new Map<string, OfRegion>();

function ofRegion(region: string): OfRegion {
  const known = drawnUp.get(region);
  if (known) return known;
  const all = kinds.map((kind) => inRegion(kind, region));
  const drawn = {
    all,
    byId: new Map(all.map((list) => [list.PrefixListId, list])),
    byName: new Map(all.map((list) => [list.PrefixListName, list])),
  };
  drawnUp.set(region, drawn);
  return drawn;
}

function inRegion(kind: Kind, region: string): AwsPrefixList {
  const PrefixListName = kind.name.replace('{region}', region);
  const text = `${region}/${PrefixListName}`;
  const hex = (number: number) => mix(text, number).toString(16).padStart(8, '0');
  const isIpv6 = kind.name.includes('.ipv6.');
  const isPublic = region === 'us-east-1';
  const block = isIpv6
    ? `2001:db8:${(mix(text, 2) % 0xffff).toString(16)}::/48`
    : `198.51.100.${mix(text, 2) % 256}/32`;
  return {
    PrefixListId: (isPublic ? kind.id : undefined) ?? `pl-0${hex(0)}${hex(1)}`,
    PrefixListName,
    AddressFamily: isIpv6 ? 'IPv6' : 'IPv4',
    weight: kind.weight,
    cidrs: (isPublic ? kind.cidrs : undefined) ?? [block],
    ofGateway: kind.ofGateway ?? false,
  };
}

/** AWS's own lists in that Region, by name. */
export const awsPrefixLists = (region: string): readonly AwsPrefixList[] => ofRegion(region).all;

export const findAwsPrefixList = (region: string, id: string): AwsPrefixList | undefined =>
  ofRegion(region).byId.get(id);

export const awsPrefixListNamed = (region: string, name: string): AwsPrefixList | undefined =>
  ofRegion(region).byName.get(name);
