import { enumeration } from '../shapes';
import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { transitGatewayErrors } from './errors';

/** How AWS spells an option that is on or off. */
export const toggle = enumeration('enable', 'disable');
export type Toggle = (typeof toggle.values)[number];

export interface TransitGateway extends Row {
  readonly TransitGatewayId: string;
  readonly Description?: string;
  /** ISO 8601, UTC, milliseconds. */
  readonly CreationTime: string;
  readonly Options: {
    readonly AmazonSideAsn: number;
    /** In canonical text. */
    readonly TransitGatewayCidrBlocks: readonly string[];
    readonly AutoAcceptSharedAttachments: Toggle;
    readonly DefaultRouteTableAssociation: Toggle;
    /** Present while `DefaultRouteTableAssociation` is enabled. */
    readonly AssociationDefaultRouteTableId?: string;
    readonly DefaultRouteTablePropagation: Toggle;
    /** Present while `DefaultRouteTablePropagation` is enabled. */
    readonly PropagationDefaultRouteTableId?: string;
    readonly VpnEcmpSupport: Toggle;
    readonly DnsSupport: Toggle;
    readonly SecurityGroupReferencingSupport: Toggle;
  };
  /** `pending`, or `modifying` once it was modified, before this instant, ms since 1970 UTC. */
  readonly availableAt: number;
  readonly modified?: true;
  /** Set by DeleteTransitGateway: `deleting` before this instant, `deleted` from then on, ms since 1970 UTC. */
  readonly deletedAt?: number;
  readonly Tags: readonly Tag[];
}

export const transitGateways = defineTable<TransitGateway>()('TransitGatewayId', {
  live: ({ deletedAt }) => (deletedAt === undefined ? 'live' : undefined),
});

/** Assumed: how long things take, in ms; AWS says minutes. */
export const transitMs = {
  gateway: 60_000,
  attachment: 30_000,
  modification: 10_000,
  association: 10_000,
  routeTable: 5_000,
} as const;

/** What every record around a transit gateway keeps of its life. */
interface Lifetime {
  readonly availableAt: number;
  readonly modified?: true;
  readonly deletedAt?: number;
}

export function transitState(world: World, { availableAt, modified, deletedAt }: Lifetime): string {
  if (deletedAt !== undefined) return world.now < deletedAt ? 'deleting' : 'deleted';
  if (world.now >= availableAt) return 'available';
  return modified ? 'modifying' : 'pending';
}

/** The gateway for describing, where a deleted one is listed for about an hour. */
export function getListedTransitGateway(world: World, id: string): TransitGateway {
  const gateway = world.transitGateways.get(id);
  if (gateway) return gateway;
  throw /^tgw-[0-9a-f]+$/.test(id) ? transitGatewayErrors.notFound(id) : transitGatewayErrors.malformedId(id);
}

/** The gateway, or NotFound when it is deleted. */
export function getTransitGateway(world: World, id: string): TransitGateway {
  const gateway = getListedTransitGateway(world, id);
  if (transitState(world, gateway) === 'deleted') throw transitGatewayErrors.notFound(id);
  return gateway;
}

/** The gateway in the state `available`, or IncorrectState. */
export function getAvailableTransitGateway(world: World, id: string): TransitGateway {
  const gateway = getTransitGateway(world, id);
  if (transitState(world, gateway) !== 'available') throw transitGatewayErrors.state(id);
  return gateway;
}

/**
 * The transit gateway as AWS shows it. `described`: the answer of a describe call, which has an empty list of tags.
 * Source: the CLI's examples for create-, modify-, delete- and describe-transit-gateway(s).
 * Assumed: `EncryptionSupport`, which is newer than the examples, is absent.
 */
export function describeTransitGateway(world: World, gateway: TransitGateway, described = false): object {
  const { TransitGatewayCidrBlocks, ...Options } = gateway.Options;
  return {
    TransitGatewayId: gateway.TransitGatewayId,
    TransitGatewayArn: `arn:aws:ec2:${world.region}:${world.account}:transit-gateway/${gateway.TransitGatewayId}`,
    State: transitState(world, gateway),
    OwnerId: world.account,
    ...(gateway.Description !== undefined && { Description: gateway.Description }),
    CreationTime: gateway.CreationTime,
    Options: {
      AmazonSideAsn: Options.AmazonSideAsn,
      ...(TransitGatewayCidrBlocks.length > 0 && { TransitGatewayCidrBlocks }),
      AutoAcceptSharedAttachments: Options.AutoAcceptSharedAttachments,
      DefaultRouteTableAssociation: Options.DefaultRouteTableAssociation,
      ...(Options.AssociationDefaultRouteTableId && {
        AssociationDefaultRouteTableId: Options.AssociationDefaultRouteTableId,
      }),
      DefaultRouteTablePropagation: Options.DefaultRouteTablePropagation,
      ...(Options.PropagationDefaultRouteTableId && {
        PropagationDefaultRouteTableId: Options.PropagationDefaultRouteTableId,
      }),
      VpnEcmpSupport: Options.VpnEcmpSupport,
      DnsSupport: Options.DnsSupport,
      SecurityGroupReferencingSupport: Options.SecurityGroupReferencingSupport,
      MulticastSupport: 'disable',
    },
    ...((described || gateway.Tags.length > 0) && { Tags: gateway.Tags }),
  };
}
