import { operation } from '../operation';
import { required, string } from '../shapes';
import { getAssociation, removeAssociation } from './associations';
import { routeTableErrors } from './errors';

/**
 * DisassociateRouteTable: the VPC's main table decides for the subnet again. The main association stays.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisassociateRouteTable.html
 */
export const disassociateRouteTable = operation({
  name: 'DisassociateRouteTable',
  input: { AssociationId: required(string) },
  run(world, input) {
    const { table, association } = getAssociation(world, input.AssociationId);
    if (association.Main) throw routeTableErrors.mainAssociation(input.AssociationId);
    removeAssociation(world, table, input.AssociationId);
    return {};
  },
});
