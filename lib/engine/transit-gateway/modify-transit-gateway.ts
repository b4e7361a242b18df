import { operation } from '../operation';
import { integer, list, notModelled, required, string, structure } from '../shapes';
import { transitGatewayRouteTableErrors } from '../transit-gateway-route-table/errors';
import { getAvailableRouteTable } from '../transit-gateway-route-table/transit-gateway-route-table';
import type { World } from '../world';
import { acceptAsn } from './asn';
import { changedCidrBlocks } from './cidr-blocks';
import { transitGatewayErrors } from './errors';
import {
  describeTransitGateway,
  getAvailableTransitGateway,
  type Toggle,
  type TransitGateway,
  toggle,
  transitMs,
} from './transit-gateway';

/**
 * ModifyTransitGateway: its description and options, for attachments made from now on.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyTransitGateway.html
 * Not modelled: encryption.
 */
export const modifyTransitGateway = operation({
  name: 'ModifyTransitGateway',
  input: {
    TransitGatewayId: required(string),
    Description: string,
    Options: structure({
      AddTransitGatewayCidrBlocks: list(string),
      RemoveTransitGatewayCidrBlocks: list(string),
      VpnEcmpSupport: toggle,
      DnsSupport: toggle,
      SecurityGroupReferencingSupport: toggle,
      AutoAcceptSharedAttachments: toggle,
      DefaultRouteTableAssociation: toggle,
      AssociationDefaultRouteTableId: string,
      DefaultRouteTablePropagation: toggle,
      PropagationDefaultRouteTableId: string,
      AmazonSideAsn: integer,
      EncryptionSupport: notModelled,
    }),
  },
  run(world, input) {
    const given = input.Options ?? {};
    const asn = given.AmazonSideAsn === undefined ? undefined : acceptAsn(given.AmazonSideAsn);
    const gateway = getAvailableTransitGateway(world, input.TransitGatewayId);
    if (asn !== undefined && asn !== gateway.Options.AmazonSideAsn) refuseVpn(world, gateway);
    const modified: TransitGateway = {
      ...gateway,
      ...(input.Description !== undefined && { Description: input.Description }),
      Options: {
        AmazonSideAsn: asn ?? gateway.Options.AmazonSideAsn,
        TransitGatewayCidrBlocks: changedCidrBlocks(gateway.Options.TransitGatewayCidrBlocks, {
          add: given.AddTransitGatewayCidrBlocks,
          remove: given.RemoveTransitGatewayCidrBlocks,
        }),
        AutoAcceptSharedAttachments: given.AutoAcceptSharedAttachments ?? gateway.Options.AutoAcceptSharedAttachments,
        ...defaultTable(world, gateway, given, 'DefaultRouteTableAssociation', 'AssociationDefaultRouteTableId'),
        ...defaultTable(world, gateway, given, 'DefaultRouteTablePropagation', 'PropagationDefaultRouteTableId'),
        VpnEcmpSupport: given.VpnEcmpSupport ?? gateway.Options.VpnEcmpSupport,
        DnsSupport: given.DnsSupport ?? gateway.Options.DnsSupport,
        SecurityGroupReferencingSupport:
          given.SecurityGroupReferencingSupport ?? gateway.Options.SecurityGroupReferencingSupport,
      },
      availableAt: world.now + transitMs.modification,
      modified: true,
    };
    world.transitGateways.replace(modified);
    return { TransitGateway: describeTransitGateway(world, modified) };
  },
});

function refuseVpn(world: World, { TransitGatewayId }: TransitGateway): void {
  const vpns = world.transitGatewayAttachments
    .by('TransitGatewayId', TransitGatewayId)
    .filter(({ ResourceType }) => ResourceType === 'vpn');
  if (vpns.length > 0) {
    throw transitGatewayErrors.asnInUse(
      TransitGatewayId,
      vpns.map(({ TransitGatewayAttachmentId }) => TransitGatewayAttachmentId),
    );
  }
}

type Flag = 'DefaultRouteTableAssociation' | 'DefaultRouteTablePropagation';
type TableMember = 'AssociationDefaultRouteTableId' | 'PropagationDefaultRouteTableId';

/**
 * One default after the change: an option that is on names a table of the gateway, one that is off names none. The
 * combination is judged before the table is looked up. Observed: a live account, github.com/floci-io/floci/pull/2329.
 */
function defaultTable<F extends Flag, M extends TableMember>(
  world: World,
  gateway: TransitGateway,
  given: { readonly [K in Flag]?: Toggle | undefined } & { readonly [K in TableMember]?: string | undefined },
  flag: F,
  member: M,
): { readonly [K in F]: Toggle } & { readonly [K in M]?: string } {
  const option = given[flag] ?? gateway.Options[flag];
  const asked = given[member];
  const tableId = asked ?? gateway.Options[member];
  if (option === 'disable' && asked !== undefined) throw transitGatewayErrors.defaultTable(option, flag, member, asked);
  if (option === 'enable' && tableId === undefined)
    throw transitGatewayErrors.defaultTable(option, flag, member, undefined);
  if (asked !== undefined) {
    const table = getAvailableRouteTable(world, asked);
    if (table.TransitGatewayId !== gateway.TransitGatewayId)
      throw transitGatewayRouteTableErrors.notInGateway(asked, gateway.TransitGatewayId);
  }
  // The keys are those of the type; the compiler widens computed ones to string.
  return { [flag]: option, ...(option === 'enable' && { [member]: tableId }) } as ReturnType<typeof defaultTable<F, M>>;
}
