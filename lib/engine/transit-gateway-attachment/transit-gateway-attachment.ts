import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import { type Toggle, transitState } from '../transit-gateway/transit-gateway';
import type { World } from '../world';
import { transitGatewayAttachmentErrors } from './errors';

export interface TransitGatewayAttachment extends Row {
  readonly TransitGatewayAttachmentId: string;
  readonly TransitGatewayId: string;
  readonly ResourceType: 'vpc' | 'vpn';
  /** The VPC or the VPN connection. */
  readonly ResourceId: string;
  /** What is in the VPC; absent on attachments of VPN connections. */
  readonly vpc?: {
    /** One for each zone, with the interface that the attachment has in it. */
    readonly subnets: readonly { readonly SubnetId: string; readonly NetworkInterfaceId: string }[];
    readonly Options: {
      readonly DnsSupport: Toggle;
      readonly SecurityGroupReferencingSupport: Toggle;
      readonly Ipv6Support: Toggle;
      readonly ApplianceModeSupport: Toggle;
    };
  };
  /** The route table that decides where its packets go. Instants in ms since 1970 UTC. */
  readonly association?: {
    readonly TransitGatewayRouteTableId: string;
    /** `associating` before this instant. */
    readonly associatedAt: number;
    /** `disassociating` before this instant, gone from then on. */
    readonly disassociatedAt?: number;
  };
  /** ISO 8601, UTC, milliseconds. */
  readonly CreationTime: string;
  /** `pending`, or `modifying` once it was modified, before this instant, ms since 1970 UTC. */
  readonly availableAt: number;
  readonly modified?: true;
  /** Set when it is deleted: `deleting` before this instant, `deleted` from then on, ms since 1970 UTC. */
  readonly deletedAt?: number;
  /** `deletedAt` has passed: it holds neither its VPC nor its gateway any more. */
  readonly gone?: true;
  readonly Tags: readonly Tag[];
}

export const transitGatewayAttachments = defineTable<TransitGatewayAttachment>()('TransitGatewayAttachmentId', {
  VpcId: (row) => (row.ResourceType === 'vpc' && !row.gone ? row.ResourceId : undefined),
  ResourceId: (row) => (row.gone ? undefined : row.ResourceId),
  TransitGatewayId: (row) => (row.gone ? undefined : row.TransitGatewayId),
  association: (row) => row.association?.TransitGatewayRouteTableId,
});

/** The attachment for describing, where a deleted one is listed for about an hour. */
export function getListedAttachment(world: World, id: string): TransitGatewayAttachment {
  const attachment = world.transitGatewayAttachments.get(id);
  if (attachment) return attachment;
  throw /^tgw-attach-[0-9a-f]+$/.test(id)
    ? transitGatewayAttachmentErrors.notFound(id)
    : transitGatewayAttachmentErrors.malformedId();
}

/** The attachment, of whatever kind, or NotFound when it is deleted. */
export function getTransitGatewayAttachment(world: World, id: string): TransitGatewayAttachment {
  const attachment = getListedAttachment(world, id);
  if (attachment.gone) throw transitGatewayAttachmentErrors.notFound(id);
  return attachment;
}

/** An attachment as the operations on VPC attachments see it: those of VPN connections are not found. */
export function getListedVpcAttachment(world: World, id: string): VpcAttachment {
  const attachment = world.transitGatewayAttachments.get(id);
  if (attachment && isVpcAttachment(attachment)) return attachment;
  throw attachment || /^tgw-attach-[0-9a-f]+$/.test(id)
    ? transitGatewayAttachmentErrors.vpcAttachmentNotFound(id)
    : transitGatewayAttachmentErrors.malformedId();
}
export type VpcAttachment = TransitGatewayAttachment & Required<Pick<TransitGatewayAttachment, 'vpc'>>;

export const isVpcAttachment = (attachment: TransitGatewayAttachment): attachment is VpcAttachment =>
  attachment.vpc !== undefined;

/** The VPC attachment in the state `available`, or AWS's refusal. */
export function getAvailableVpcAttachment(world: World, id: string): VpcAttachment {
  const attachment = getListedVpcAttachment(world, id);
  if (attachment.gone) throw transitGatewayAttachmentErrors.vpcAttachmentNotFound(id);
  if (transitState(world, attachment) !== 'available') throw transitGatewayAttachmentErrors.state(id);
  return attachment;
}

/** The attachment of a VPC to a transit gateway that is not deleted, whatever its state. A VPC has few. */
export const findVpcAttachment = (
  world: World,
  transitGatewayId: string,
  vpcId: string,
): TransitGatewayAttachment | undefined =>
  world.transitGatewayAttachments
    .by('VpcId', vpcId)
    .find((attachment) => attachment.TransitGatewayId === transitGatewayId);

/** The association of now; one that was taken away is none. */
export function associationOf(
  world: World,
  { association }: TransitGatewayAttachment,
): { TransitGatewayRouteTableId: string; State: string } | undefined {
  if (!association) return undefined;
  const { TransitGatewayRouteTableId, associatedAt, disassociatedAt } = association;
  if (disassociatedAt === undefined)
    return { TransitGatewayRouteTableId, State: world.now < associatedAt ? 'associating' : 'associated' };
  return world.now < disassociatedAt ? { TransitGatewayRouteTableId, State: 'disassociating' } : undefined;
}

/**
 * A VPC attachment as AWS shows it. `described`: the answer of a describe call, which has an empty list of tags; the answer to
 * its deletion shows neither subnets nor options. Source: the CLI's examples for the operations on VPC attachments.
 */
export function describeVpcAttachment(world: World, attachment: VpcAttachment, described = false): object {
  const shown = described || attachment.deletedAt === undefined;
  return {
    TransitGatewayAttachmentId: attachment.TransitGatewayAttachmentId,
    TransitGatewayId: attachment.TransitGatewayId,
    VpcId: attachment.ResourceId,
    VpcOwnerId: world.account,
    State: transitState(world, attachment),
    ...(shown && { SubnetIds: attachment.vpc.subnets.map(({ SubnetId }) => SubnetId) }),
    CreationTime: attachment.CreationTime,
    ...(shown && { Options: attachment.vpc.Options }),
    ...((described || attachment.Tags.length > 0) && { Tags: attachment.Tags }),
  };
}
