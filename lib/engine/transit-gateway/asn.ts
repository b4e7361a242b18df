import { transitGatewayErrors } from './errors';

export const defaultAsn = 64_512;

/** A private autonomous system number for the AWS side of BGP; refuses any other. */
export function acceptAsn(asn: number): number {
  const isPrivate = (asn >= 64_512 && asn <= 65_534) || (asn >= 4_200_000_000 && asn <= 4_294_967_294);
  if (!isPrivate) throw transitGatewayErrors.asn(asn);
  return asn;
}
