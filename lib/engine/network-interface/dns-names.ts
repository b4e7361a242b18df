/**
 * The names AWS gives addresses; us-east-1 has spellings of its own.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html; test/transcripts/ground-truth.yaml, part 3.
 */
export const privateDnsName = (region: string, ip: string): string =>
  `ip-${ip.replaceAll('.', '-')}.${region === 'us-east-1' ? 'ec2' : `${region}.compute`}.internal`;

export const publicDnsName = (region: string, ip: string): string =>
  `ec2-${ip.replaceAll('.', '-')}.${region === 'us-east-1' ? 'compute-1' : `${region}.compute`}.amazonaws.com`;
