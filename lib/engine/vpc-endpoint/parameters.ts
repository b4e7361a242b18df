import { NotModelled } from '../aws-error';
import { boolean, enumeration, type InputOf, list, notModelled, string, structure } from '../shapes';
import { vpcEndpointErrors } from './errors';

/** Members that CreateVpcEndpoint and ModifyVpcEndpoint share. */
export const ipAddressType = enumeration('ipv4', 'dualstack', 'ipv6');
export const dnsOptions = structure({
  DnsRecordIpType: enumeration('ipv4', 'dualstack', 'ipv6', 'service-defined'),
  PrivateDnsOnlyForInboundResolverEndpoint: boolean,
  PrivateDnsPreference: notModelled,
  PrivateDnsSpecifiedDomains: notModelled,
});
export const subnetConfigurations = list(structure({ SubnetId: string, Ipv4: string, Ipv6: notModelled }));

const addressing = { IpAddressType: ipAddressType, DnsOptions: dnsOptions } as const;

/** Refuse IPv6, which the endpoints of this simulator do not have. */
export function acceptAddressing({ IpAddressType = 'ipv4', DnsOptions = {} }: InputOf<typeof addressing>): void {
  if (IpAddressType !== 'ipv4') throw new NotModelled('VPC endpoints with IPv6 addresses');
  const records = DnsOptions.DnsRecordIpType;
  if (records === 'dualstack' || records === 'ipv6') throw new NotModelled('VPC endpoints with IPv6 records');
}

/** An endpoint policy is kept as it was given; that it is a JSON object is all that is checked. */
export function acceptPolicy(policy: string | undefined): void {
  if (policy === undefined) return;
  try {
    const parsed: unknown = JSON.parse(policy);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw vpcEndpointErrors.policy();
}
