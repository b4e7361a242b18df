import { once, stillThere } from '../client-token';
import { newId, nextSequence } from '../ids';
import { operation } from '../operation';
import { required, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { getVpc } from '../vpc/vpc';
import { describeRouteTable } from './describe-route-table';
import { routeTableErrors } from './errors';

/**
 * CreateRouteTable: a table with nothing but the VPC's local routes, associated with nothing.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRouteTable.html
 */
export const createRouteTable = operation({
  name: 'CreateRouteTable',
  input: { TagSpecifications: tagSpecifications, ClientToken: string, VpcId: required(string) },
  run(world, input) {
    const [id = ''] = once(world, 'CreateRouteTable', input, () => {
      const Tags = tagsFor(world, input.TagSpecifications, 'route-table');
      const { VpcId } = getVpc(world, input.VpcId);
      if (world.routeTables.count('VpcId', VpcId) >= world.quotas.routeTablesPerVpc) throw routeTableErrors.limit();
      const RouteTableId = newId(world, 'routeTable');
      const creation = nextSequence(world);
      const table = { creation, RouteTableId, VpcId, routes: [], associations: [], propagatingVgws: [], Tags };
      return [world.routeTables.insert(table).RouteTableId];
    });
    return {
      RouteTable: describeRouteTable(world, stillThere(world.routeTables.get(id))),
      ...(input.ClientToken && { ClientToken: input.ClientToken }),
    };
  },
});
