import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { vpnGatewayErrors } from './errors';

/** A virtual private gateway: AWS's end of VPN connections, attached to one VPC at most. */
export interface VpnGateway extends Row {
  readonly VpnGatewayId: string;
  /** The autonomous system number of AWS's end. */
  readonly AmazonSideAsn: number;
  readonly AvailabilityZone?: string;
  /** Id of its VPC, from AttachVpnGateway until it is `detached` again. */
  readonly attachedTo?: string;
  /** `attaching` before this instant, ms since 1970 UTC. */
  readonly attachedAt?: number;
  /** Set by DetachVpnGateway: `detaching` until the timer takes the attachment away. */
  readonly detaching?: true;
  /** Id of the VPC it was attached to last; still shown, as `detached`. That VPC may be gone. */
  readonly detachedFrom?: string;
  /** Still listed for a while. */
  readonly deleted?: true;
  readonly Tags: readonly Tag[];
}

export const vpnGateways = defineTable<VpnGateway>()('VpnGatewayId', {
  kept: (row) => (row.deleted ? undefined : 'kept'),
  attachedTo: (row) => row.attachedTo,
});

export function getVpnGateway(world: World, id: string): VpnGateway {
  const row = world.vpnGateways.get(id);
  if (row) return row;
  throw id.startsWith('vgw-') ? vpnGatewayErrors.notFound(id) : vpnGatewayErrors.malformedId(id);
}

/** How long an attachment is on its way. Assumed: five seconds. */
export const attachingMs = 5_000;

/** The attachments as AWS shows them; one that was detached stays on show until the next. */
export function vpcAttachments(world: World, row: VpnGateway): { readonly VpcId: string; readonly State: string }[] {
  if (row.attachedTo === undefined) return row.detachedFrom ? [{ VpcId: row.detachedFrom, State: 'detached' }] : [];
  const isThere = row.attachedAt !== undefined && world.now >= row.attachedAt;
  return [{ VpcId: row.attachedTo, State: row.detaching ? 'detaching' : isThere ? 'attached' : 'attaching' }];
}

/** Whether routes to the gateway lead somewhere from that VPC. */
export const isAttachedTo = (world: World, row: VpnGateway, vpcId: string): boolean =>
  vpcAttachments(world, row).some(({ VpcId, State }) => VpcId === vpcId && State === 'attached');

export const vpnGatewayState = (row: VpnGateway): string => (row.deleted ? 'deleted' : 'available');

/** The gateway as AWS shows it; tags are absent when there are none. Source: the CLI's examples. */
export const describeVpnGateway = (world: World, row: VpnGateway): object => ({
  AmazonSideAsn: row.AmazonSideAsn,
  ...(row.Tags.length > 0 && { Tags: row.Tags }),
  VpnGatewayId: row.VpnGatewayId,
  State: vpnGatewayState(row),
  Type: 'ipsec.1',
  ...(row.AvailabilityZone && { AvailabilityZone: row.AvailabilityZone }),
  VpcAttachments: vpcAttachments(world, row),
});
