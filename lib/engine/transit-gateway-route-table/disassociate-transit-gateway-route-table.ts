import { operation } from '../operation';
import { required, string } from '../shapes';
import { transitMs } from '../transit-gateway/transit-gateway';
import { associationOf } from '../transit-gateway-attachment/transit-gateway-attachment';
import { transitGatewayRouteTableErrors } from './errors';
import { getTableAndAttachment, resourceOf } from './table-and-attachment';

/**
 * DisassociateTransitGatewayRouteTable: take an attachment's route table away; another may follow when it is gone.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisassociateTransitGatewayRouteTable.html
 */
export const disassociateTransitGatewayRouteTable = operation({
  name: 'DisassociateTransitGatewayRouteTable',
  input: { TransitGatewayRouteTableId: required(string), TransitGatewayAttachmentId: required(string) },
  run(world, { TransitGatewayRouteTableId, TransitGatewayAttachmentId }) {
    const { attachment } = getTableAndAttachment(world, TransitGatewayRouteTableId, TransitGatewayAttachmentId);
    const { association } = attachment;
    const current = associationOf(world, attachment);
    if (!association || current?.TransitGatewayRouteTableId !== TransitGatewayRouteTableId)
      throw transitGatewayRouteTableErrors.notAssociated(TransitGatewayAttachmentId, TransitGatewayRouteTableId);
    const disassociatedAt = association.disassociatedAt ?? world.now + transitMs.association;
    world.transitGatewayAttachments.replace({ ...attachment, association: { ...association, disassociatedAt } });
    return {
      Association: {
        TransitGatewayRouteTableId,
        TransitGatewayAttachmentId,
        ...resourceOf(attachment),
        State: 'disassociating',
      },
    };
  },
});
