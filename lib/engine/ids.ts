import type { World } from './world';

/**
 * Prefixes of the ids AWS gives, by resource.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
 */
export const idPrefixes = {
  address: 'eipalloc',
  association: 'eipassoc',
  attachment: 'eni-attach',
  instance: 'i',
  internetGateway: 'igw',
  networkInterface: 'eni',
  reservation: 'r',
  securityGroup: 'sg',
  securityGroupRule: 'sgr',
  subnet: 'subnet',
  subnetCidrAssociation: 'subnet-cidr-assoc',
  vpc: 'vpc',
  vpcCidrAssociation: 'vpc-cidr-assoc',
  dhcpOptions: 'dopt',
  egressOnlyInternetGateway: 'eigw',
  routeTable: 'rtb',
  networkAcl: 'acl',
  prefixList: 'pl',
  natGateway: 'nat',
  vpcPeeringConnection: 'pcx',
  vpcEndpoint: 'vpce',
  customerGateway: 'cgw',
  vpnGateway: 'vgw',
  vpnConnection: 'vpn',
  transitGateway: 'tgw',
  transitGatewayAttachment: 'tgw-attach',
  transitGatewayRouteTable: 'tgw-rtb',
  flowLog: 'fl',
  trafficMirrorFilter: 'tmf',
  trafficMirrorFilterRule: 'tmfr',
  trafficMirrorTarget: 'tmt',
  trafficMirrorSession: 'tms',
  networkInsightsPath: 'nip',
  networkInsightsAnalysis: 'nia',
  networkInterfacePermission: 'eni-perm',
  networkAclAssociation: 'aclassoc',
  routeTableAssociation: 'rtbassoc',
  serviceAttachment: 'ela-attach',
  volume: 'vol',
} as const;
export type IdKind = keyof typeof idPrefixes;

/** The next number of this world. Never used twice, not even after an undo. */
export function nextSequence(world: World): number {
  const sequence = world.sequence;
  world.sequence += 1;
  return sequence;
}

/** A new id in AWS's form: prefix and 17 hex digits, mixed from the world's seed and sequence. */
export function newId(world: World, kind: IdKind): string {
  return `${idPrefixes[kind]}-0${hex64(world.seed, nextSequence(world))}`;
}

/** The id of something that an account has from the start: drawn from the seed alone, the same at every call. */
export const standingId = (world: World, kind: IdKind): string =>
  `${idPrefixes[kind]}-0${hex64(`${world.seed}/${kind}`, 0)}`;

/**
 * The id of something that comes with another resource, such as a VPC's main route table: drawn from that one's id, so that it
 * uses no number and the ids of all that is made afterwards stay what they were.
 */
export const derivedId = (world: World, kind: IdKind, of: string): string =>
  `${idPrefixes[kind]}-0${hex64(`${world.seed}/${kind}/${of}`, 0)}`;

/**
 * A new MAC address: unicast and locally administered, the first byte one of a few for each zone.
 * Source: 02, 06, 0a, 0e, 12 and 16 in answers of AWS that github.com/cloud-custodian/cloud-custodian recorded
 * (tests/data/placebo).
 */
export function newMacAddress(world: World, zoneIndex: number): string {
  const first = ['02', '06', '0a', '0e', '12', '16'][zoneIndex % 6] ?? '02';
  const hex = hex64(`${world.seed}/mac`, nextSequence(world));
  // The last eight digits are a bijection of the sequence, so that no two interfaces of a world share an address.
  return `${first}:${hex.slice(6, 8)}:${hex.slice(8, 10)}:${hex.slice(10, 12)}:${hex.slice(12, 14)}:${hex.slice(14, 16)}`;
}

/** A well-mixed 32-bit number from a text and a number; the same on every machine. */
export function mix(text: string, number: number): number {
  let hash = 0x811c9dc5 ^ number;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return finish(hash ^ Math.imul(number + 1, 0x9e3779b1));
}

// The finishing steps of MurmurHash3 (public domain constants): every input bit reaches every output bit.
function finish(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

// By table: every id is made of these digits, and converting numbers to text is five times as slow.
const byteHex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hex = (value: number): string =>
  `${byteHex[value >>> 24]}${byteHex[(value >>> 16) & 255]}${byteHex[(value >>> 8) & 255]}${byteHex[value & 255]}`;

/** Sixteen hex digits; two numbers of one seed never meet, since the second half is a bijection of the first's input. */
function hex64(seed: string, sequence: number): string {
  const high = mix(seed, sequence);
  return hex(high) + hex(finish((sequence ^ mix(seed, 0x5bd1e995)) >>> 0));
}
