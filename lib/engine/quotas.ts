/**
 * Limits of an account, as data of its world so that a lab can raise them openly.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 */
export const defaultQuotas = {
  vpcsPerRegion: 5,
  subnetsPerVpc: 200,
  /** The primary one included. */
  ipv4BlocksPerVpc: 5,
  ipv6BlocksPerVpc: 5,
  internetGatewaysPerRegion: 5,
  elasticIpsPerRegion: 5,
  natGatewaysPerZone: 5,
  elasticIpsPerNatGateway: 2,
  privateIpsPerNatGateway: 8,
  networkInterfacesPerRegion: 5_000,
  securityGroupsPerRegion: 2_500,
  securityGroupsPerInterface: 5,
  /** In each direction and for each of IPv4 and IPv6; see `ruleWeight`. */
  rulesPerSecurityGroup: 60,
  prefixListsPerRegion: 100,
  entriesPerPrefixList: 1_000,
  /** How many of a prefix list's versions are kept. */
  versionsPerPrefixList: 1_000,
  routeTablesPerVpc: 200,
  /** Counted for IPv4 and for IPv6 by itself; local and propagated routes do not count. */
  routesPerRouteTable: 50,
  networkAclsPerVpc: 200,
  /** In each direction and for each of IPv4 and IPv6, the last entry that denies the rest included. */
  entriesPerNetworkAcl: 20,
  transitGatewaysPerRegion: 5,
  /** Each to another transit gateway. */
  transitGatewayAttachmentsPerVpc: 5,
  routeTablesPerTransitGateway: 20,
  /** Active ones. Source of this and the next: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-connection-quotas.html */
  peeringConnectionsPerVpc: 50,
  outstandingPeeringRequests: 25,
  /** Source of this and the next: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html */
  gatewayEndpointsPerRegion: 20,
  interfaceEndpointsPerVpc: 50,
  /** Source of this and the next three: https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html */
  customerGatewaysPerRegion: 50,
  vpnGatewaysPerRegion: 5,
  vpnConnectionsPerRegion: 50,
  vpnConnectionsPerVpnGateway: 10,
  tagsPerResource: 50,
  /** Assumed: AWS counts vCPUs; a lab needs a bound on instances that nobody meets by accident. */
  instancesPerRegion: 500,
};
export type Quotas = typeof defaultQuotas;
