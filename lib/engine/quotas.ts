/**
 * Limits of an account, as data of its world so that a lab can raise them openly.
 * Sources: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html; eni-ground-truth section 13.
 */
export const defaultQuotas = {
  vpcsPerRegion: 5,
  subnetsPerVpc: 200,
  internetGatewaysPerRegion: 5,
  elasticIpsPerRegion: 5,
  networkInterfacesPerRegion: 5_000,
  securityGroupsPerRegion: 2_500,
  securityGroupsPerInterface: 5,
  rulesPerSecurityGroup: 60,
  tagsPerResource: 50,
  /** Assumed: AWS counts vCPUs; a lab needs a bound on instances that nobody meets by accident. */
  instancesPerRegion: 500,
};
export type Quotas = typeof defaultQuotas;
