import { newId } from '../ids';
import { operation } from '../operation';
import { required, string } from '../shapes';
import { checkGateway, checkSubnet } from './associate-route-table';
import { addAssociation, getAssociation, removeAssociation } from './associations';
import { associated } from './describe-route-table';
import { routeTableErrors } from './errors';
import { getRouteTable } from './route-table';

/**
 * ReplaceRouteTableAssociation: another table decides, under a new association id. With the main table's association, the
 * other table becomes the VPC's main one. Assumed: with the table it has already, nothing changes.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReplaceRouteTableAssociation.html
 */
export const replaceRouteTableAssociation = operation({
  name: 'ReplaceRouteTableAssociation',
  input: { AssociationId: required(string), RouteTableId: required(string) },
  run(world, input) {
    const { table: from, association } = getAssociation(world, input.AssociationId);
    const to = getRouteTable(world, input.RouteTableId);
    if (from.RouteTableId === to.RouteTableId) {
      return { NewAssociationId: input.AssociationId, AssociationState: associated };
    }
    if (association.SubnetId) checkSubnet(world, to, association.SubnetId);
    else if (association.GatewayId) checkGateway(world, to, association.GatewayId);
    else if (from.VpcId !== to.VpcId) throw routeTableErrors.networkElsewhere(to.RouteTableId, from.VpcId);

    const NewAssociationId = newId(world, 'routeTableAssociation');
    removeAssociation(world, from, input.AssociationId);
    addAssociation(world, to, { ...association, RouteTableAssociationId: NewAssociationId });
    return { NewAssociationId, AssociationState: associated };
  },
});
