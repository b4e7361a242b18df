import { operation } from '../operation';
import { required, string } from '../shapes';
import { transitMs } from '../transit-gateway/transit-gateway';
import { associationOf } from '../transit-gateway-attachment/transit-gateway-attachment';
import { transitGatewayRouteTableErrors } from './errors';
import { getTableAndAttachment, resourceOf } from './table-and-attachment';

/**
 * AssociateTransitGatewayRouteTable: let a route table decide where an attachment's packets go; an attachment has one at most.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateTransitGatewayRouteTable.html
 */
export const associateTransitGatewayRouteTable = operation({
  name: 'AssociateTransitGatewayRouteTable',
  input: { TransitGatewayRouteTableId: required(string), TransitGatewayAttachmentId: required(string) },
  run(world, { TransitGatewayRouteTableId, TransitGatewayAttachmentId }) {
    const { attachment } = getTableAndAttachment(world, TransitGatewayRouteTableId, TransitGatewayAttachmentId);
    if (associationOf(world, attachment))
      throw transitGatewayRouteTableErrors.alreadyAssociated(TransitGatewayAttachmentId);
    const association = { TransitGatewayRouteTableId, associatedAt: world.now + transitMs.association };
    world.transitGatewayAttachments.replace({ ...attachment, association });
    return {
      Association: {
        TransitGatewayRouteTableId,
        TransitGatewayAttachmentId,
        ...resourceOf(attachment),
        State: 'associating',
      },
    };
  },
});
