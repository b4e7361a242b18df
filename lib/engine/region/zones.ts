/**
 * The Regions a world can lie in, each with its number in zone ids and its zones by letter. One account lives in one
 * of them; the list is what DescribeRegions shows.
 * Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html; `use1-az1` and kin are
 * documented there as the ids of us-east-1.
 */
export const regions: {
  readonly [region: string]: { readonly name: string; readonly zonePrefix: string; readonly letters: string };
} = {
  'us-east-1': { name: 'US East (N. Virginia)', zonePrefix: 'use1', letters: 'abcdef' },
  'us-east-2': { name: 'US East (Ohio)', zonePrefix: 'use2', letters: 'abc' },
  'us-west-1': { name: 'US West (N. California)', zonePrefix: 'usw1', letters: 'ac' },
  'us-west-2': { name: 'US West (Oregon)', zonePrefix: 'usw2', letters: 'abcd' },
  'ca-central-1': { name: 'Canada (Central)', zonePrefix: 'cac1', letters: 'abd' },
  'eu-central-1': { name: 'Europe (Frankfurt)', zonePrefix: 'euc1', letters: 'abc' },
  'eu-north-1': { name: 'Europe (Stockholm)', zonePrefix: 'eun1', letters: 'abc' },
  'eu-west-1': { name: 'Europe (Ireland)', zonePrefix: 'euw1', letters: 'abc' },
  'eu-west-2': { name: 'Europe (London)', zonePrefix: 'euw2', letters: 'abc' },
  'eu-west-3': { name: 'Europe (Paris)', zonePrefix: 'euw3', letters: 'abc' },
  'ap-northeast-1': { name: 'Asia Pacific (Tokyo)', zonePrefix: 'apne1', letters: 'acd' },
  'ap-northeast-2': { name: 'Asia Pacific (Seoul)', zonePrefix: 'apne2', letters: 'abcd' },
  'ap-northeast-3': { name: 'Asia Pacific (Osaka)', zonePrefix: 'apne3', letters: 'abc' },
  'ap-south-1': { name: 'Asia Pacific (Mumbai)', zonePrefix: 'aps1', letters: 'abc' },
  'ap-southeast-1': { name: 'Asia Pacific (Singapore)', zonePrefix: 'apse1', letters: 'abc' },
  'ap-southeast-2': { name: 'Asia Pacific (Sydney)', zonePrefix: 'apse2', letters: 'abc' },
  'sa-east-1': { name: 'South America (Sao Paulo)', zonePrefix: 'sae1', letters: 'abc' },
};

/** Regions that an account must enable first; `DescribeRegions` shows them with `AllRegions`. Source: as above. */
export const optInRegions: readonly string[] = [
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
];

/**
 * Amazon's IPv6 range in each Region, from which a VPC's block is drawn.
 * Source: https://ip-ranges.amazonaws.com/ip-ranges.json, of 2026: of larger ranges, as of us-east-1's /33, the first /36.
 * Assumed: that VPCs are given blocks of this range only.
 */
const ipv6Ranges: { readonly [region: string]: string } = {
  'us-east-1': '2600:1f18::/36',
  'us-east-2': '2600:1f16::/36',
  'us-west-1': '2600:1f1c::/36',
  'us-west-2': '2600:1f14::/36',
  'ca-central-1': '2600:1f11::/36',
  'eu-central-1': '2a05:d014::/36',
  'eu-north-1': '2a05:d016::/36',
  'eu-west-1': '2a05:d018::/36',
  'eu-west-2': '2a05:d01c::/36',
  'eu-west-3': '2a05:d012::/36',
  'ap-northeast-1': '2406:da14::/36',
  'ap-northeast-2': '2406:da12::/36',
  'ap-northeast-3': '2406:da16::/36',
  'ap-south-1': '2406:da1a::/36',
  'ap-southeast-1': '2406:da18::/36',
  'ap-southeast-2': '2406:da1c::/36',
  'sa-east-1': '2600:1f1e::/36',
};

/** The range that the IPv6 blocks of a Region's VPCs are taken from; one for documentation where none is known. */
export const ipv6Range = (region: string): string => ipv6Ranges[region] ?? '2001:db8::/36';

/** Names of a Region's zones, `us-east-1a` first. */
export function zonesOf(region: string): string[] {
  return [...(regions[region]?.letters ?? '')].map((letter) => region + letter);
}

/** Position of a zone in its Region, from 0; -1 when the Region has no such zone. */
export const zoneIndex = (region: string, zone: string): number => zonesOf(region).indexOf(zone);

/**
 * The zone's id, the same place for every account.
 * Assumed: letters map to numbers in order; AWS maps them differently for each account.
 */
export const zoneId = (region: string, zone: string): string =>
  `${regions[region]?.zonePrefix}-az${zoneIndex(region, zone) + 1}`;
