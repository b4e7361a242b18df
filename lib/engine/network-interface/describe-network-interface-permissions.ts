import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, integer, list, string } from '../shapes';
import {
  describePermission,
  getNetworkInterfacePermission,
  type NetworkInterfacePermission,
} from './network-interface-permission';

/** AWS answers up to fifty when the call does not say how many. */
const pageSize = 50;

/**
 * DescribeNetworkInterfacePermissions: the permissions asked for, by id or by filter; up to fifty unless told.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkInterfacePermissions.html
 */
export const describeNetworkInterfacePermissions = operation({
  name: 'DescribeNetworkInterfacePermissions',
  dryRun: false,
  input: {
    NetworkInterfacePermissionIds: list(string),
    Filters: filterList,
    NextToken: string,
    MaxResults: integer,
  },
  run(world, input) {
    const byId = (input.NetworkInterfacePermissionIds ?? []).length > 0;
    const { rows, ...page } = describeRows<NetworkInterfacePermission>(
      byId ? input : { ...input, MaxResults: input.MaxResults ?? pageSize },
      {
        ids: input.NetworkInterfacePermissionIds,
        idsParameter: 'networkInterfacePermissionIds',
        get: (id) => getNetworkInterfacePermission(world, id),
        list: () => world.networkInterfacePermissions.list(),
        filters,
        most: 255,
      },
    );
    return { NetworkInterfacePermissions: rows.map(describePermission), ...page };
  },
});

const filters = {
  'network-interface-permission.network-interface-permission-id': (row: NetworkInterfacePermission) =>
    row.NetworkInterfacePermissionId,
  'network-interface-permission.network-interface-id': (row: NetworkInterfacePermission) => row.NetworkInterfaceId,
  'network-interface-permission.aws-account-id': (row: NetworkInterfacePermission) => row.AwsAccountId,
  'network-interface-permission.aws-service': () => undefined,
  'network-interface-permission.permission': (row: NetworkInterfacePermission) => row.Permission,
};
