import { natGatewayErrors } from './errors';
import type { NatGateway } from './nat-gateway';

/** The members of CreateNatGateway that say which addresses the gateway is to have. */
interface Request {
  readonly ConnectivityType?: NatGateway['ConnectivityType'] | undefined;
  readonly AllocationId?: string | undefined;
  readonly SecondaryAllocationIds?: readonly string[] | undefined;
  readonly PrivateIpAddress?: string | undefined;
  readonly SecondaryPrivateIpAddresses?: readonly string[] | undefined;
  readonly SecondaryPrivateIpAddressCount?: number | undefined;
}

/** Which addresses a new gateway is to have. */
export interface NatGatewayPlan {
  /** The primary's first; none for a private gateway. */
  readonly allocationIds: readonly string[];
  /** Drawn from the subnet when absent. */
  readonly primary: string | undefined;
  readonly secondary: readonly string[];
  /** How many more private addresses to draw from the subnet. */
  readonly drawn: number;
}

/** What the call asks for, checked for form and against the quotas of one gateway. */
export function planNatGateway(
  request: Request,
  quotas: { readonly elasticIpsPerNatGateway: number; readonly privateIpsPerNatGateway: number },
): NatGatewayPlan {
  const { SecondaryPrivateIpAddresses: secondary = [], SecondaryPrivateIpAddressCount: count } = request;
  const allocationIds = [
    ...(request.AllocationId ? [request.AllocationId] : []),
    ...(request.SecondaryAllocationIds ?? []),
  ];
  if (count !== undefined && secondary.length > 0) throw natGatewayErrors.countAndList();
  checkCount(count, 'secondaryPrivateIpAddressCount');
  if (request.ConnectivityType === 'private') {
    if (allocationIds.length > 0) throw natGatewayErrors.privateWithAllocation();
  } else {
    if (!request.AllocationId) throw natGatewayErrors.noAllocation();
    if (count !== undefined) throw natGatewayErrors.publicWithCount();
    if (secondary.length > allocationIds.length - 1) throw natGatewayErrors.morePrivateThanPublic();
    checkOnce(allocationIds);
    if (allocationIds.length > quotas.elasticIpsPerNatGateway) throw natGatewayErrors.publicAddressLimit();
  }
  const drawn = count ?? Math.max(0, allocationIds.length - 1 - secondary.length);
  if (1 + secondary.length + drawn > quotas.privateIpsPerNatGateway) throw natGatewayErrors.privateAddressLimit();
  return { allocationIds, primary: request.PrivateIpAddress || undefined, secondary, drawn };
}

export function checkOnce(ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) throw natGatewayErrors.twice(twice);
}

export function checkCount(count: number | undefined, name: string): void {
  if (count !== undefined && (count < 1 || count > 31)) throw natGatewayErrors.count(count, name);
}

/** AWS's default is 350 seconds. It bounds a wait for connections; there are none here, so a drain ends soon. */
export function checkDrainDuration(seconds: number | undefined): void {
  if (seconds !== undefined && (seconds < 1 || seconds > 4000)) throw natGatewayErrors.drainDuration(seconds);
}
