import { NotModelled } from '../aws-error';
import { newId, nextSequence } from '../ids';
import { operation } from '../operation';
import { integer, list, string, structure, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { makeTransitGatewayRouteTable } from '../transit-gateway-route-table/transit-gateway-route-table';
import { acceptAsn, defaultAsn } from './asn';
import { changedCidrBlocks } from './cidr-blocks';
import { transitGatewayErrors } from './errors';
import { describeTransitGateway, type TransitGateway, toggle, transitMs } from './transit-gateway';

/**
 * CreateTransitGateway: a router between VPCs and VPN connections, with a default route table unless both defaults are off.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGateway.html
 * Not modelled: multicast.
 * Differs: it is available after a minute of simulated time; AWS takes a few.
 */
export const createTransitGateway = operation({
  name: 'CreateTransitGateway',
  input: {
    Description: string,
    Options: structure({
      AmazonSideAsn: integer,
      AutoAcceptSharedAttachments: toggle,
      DefaultRouteTableAssociation: toggle,
      DefaultRouteTablePropagation: toggle,
      VpnEcmpSupport: toggle,
      DnsSupport: toggle,
      SecurityGroupReferencingSupport: toggle,
      MulticastSupport: toggle,
      TransitGatewayCidrBlocks: list(string),
    }),
    TagSpecifications: tagSpecifications,
  },
  run(world, input) {
    const options = input.Options ?? {};
    if (options.MulticastSupport === 'enable') throw new NotModelled('multicast on transit gateways');
    const AmazonSideAsn = acceptAsn(options.AmazonSideAsn ?? defaultAsn);
    const TransitGatewayCidrBlocks = changedCidrBlocks([], { add: options.TransitGatewayCidrBlocks });
    const Tags = tagsFor(world, input.TagSpecifications, 'transit-gateway');
    if (world.transitGateways.count('live', 'live') >= world.quotas.transitGatewaysPerRegion)
      throw transitGatewayErrors.limit();

    const { DefaultRouteTableAssociation = 'enable', DefaultRouteTablePropagation = 'enable' } = options;
    const TransitGatewayId = newId(world, 'transitGateway');
    const availableAt = world.now + transitMs.gateway;
    const creation = nextSequence(world);
    const hasTable = DefaultRouteTableAssociation === 'enable' || DefaultRouteTablePropagation === 'enable';
    const tableId = hasTable
      ? makeTransitGatewayRouteTable(world, TransitGatewayId, [], availableAt).TransitGatewayRouteTableId
      : '';
    const gateway: TransitGateway = world.transitGateways.insert({
      creation,
      TransitGatewayId,
      ...(input.Description !== undefined && { Description: input.Description }),
      CreationTime: new Date(world.now).toISOString(),
      Options: {
        AmazonSideAsn,
        TransitGatewayCidrBlocks,
        AutoAcceptSharedAttachments: options.AutoAcceptSharedAttachments ?? 'disable',
        DefaultRouteTableAssociation,
        ...(DefaultRouteTableAssociation === 'enable' && { AssociationDefaultRouteTableId: tableId }),
        DefaultRouteTablePropagation,
        ...(DefaultRouteTablePropagation === 'enable' && { PropagationDefaultRouteTableId: tableId }),
        VpnEcmpSupport: options.VpnEcmpSupport ?? 'enable',
        DnsSupport: options.DnsSupport ?? 'enable',
        SecurityGroupReferencingSupport: options.SecurityGroupReferencingSupport ?? 'disable',
      },
      availableAt,
      Tags,
    });
    return { TransitGateway: describeTransitGateway(world, gateway) };
  },
});
