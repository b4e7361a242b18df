import { operation } from '../operation';
import { required, string } from '../shapes';
import { routeTableErrors } from './errors';
import { getRouteTable } from './route-table';

/**
 * DeleteRouteTable: refused for the main table and for one that a subnet or a gateway is associated with. Its routes go with it.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteRouteTable.html;
 * test/transcripts/ground-truth.yaml, part 8.
 */
export const deleteRouteTable = operation({
  name: 'DeleteRouteTable',
  input: { RouteTableId: required(string) },
  run(world, input) {
    const { RouteTableId, associations } = getRouteTable(world, input.RouteTableId);
    if (associations.length > 0) throw routeTableErrors.dependencies(RouteTableId);
    world.routeTables.remove(RouteTableId);
    return {};
  },
});
