import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { customerGatewayErrors } from './errors';

/** What AWS knows of a person's own VPN device. */
export interface CustomerGateway extends Row {
  readonly CustomerGatewayId: string;
  /** Address of the device's outside interface. */
  readonly IpAddress: string;
  /** The device's autonomous system number. */
  readonly asn: number;
  readonly DeviceName?: string;
  /** Still listed for a while. */
  readonly deleted?: true;
  readonly Tags: readonly Tag[];
}

export const customerGateways = defineTable<CustomerGateway>()('CustomerGatewayId', {
  kept: (row) => (row.deleted ? undefined : 'kept'),
  device: (row) => (row.deleted ? undefined : deviceKey(row)),
});

/** Key of what makes a device: AWS has one gateway for each. */
export const deviceKey = (row: Pick<CustomerGateway, 'IpAddress' | 'asn' | 'DeviceName'>): string =>
  JSON.stringify([row.IpAddress, row.asn, row.DeviceName ?? '']);

export function getCustomerGateway(world: World, id: string): CustomerGateway {
  const row = world.customerGateways.get(id);
  if (row) return row;
  throw id.startsWith('cgw-') ? customerGatewayErrors.notFound(id) : customerGatewayErrors.malformedId(id);
}

/** One that is not deleted. Assumed: to every call but its description a deleted one does not exist. */
export function getUsableCustomerGateway(world: World, id: string): CustomerGateway {
  const row = getCustomerGateway(world, id);
  if (row.deleted) throw customerGatewayErrors.notFound(id);
  return row;
}

/** ASNs from this one on are shown and given in a member of their own. */
export const firstExtendedAsn = 2 ** 31;

export const customerGatewayState = (row: CustomerGateway): string => (row.deleted ? 'deleted' : 'available');

/** The gateway as AWS shows it; tags are absent when there are none. Source: the CLI's examples. */
export const describeCustomerGateway = (row: CustomerGateway): object => ({
  ...(row.DeviceName && { DeviceName: row.DeviceName }),
  ...(row.Tags.length > 0 && { Tags: row.Tags }),
  ...(row.asn >= firstExtendedAsn && { BgpAsnExtended: String(row.asn) }),
  CustomerGatewayId: row.CustomerGatewayId,
  State: customerGatewayState(row),
  Type: 'ipsec.1',
  IpAddress: row.IpAddress,
  ...(row.asn < firstExtendedAsn && { BgpAsn: String(row.asn) }),
});
