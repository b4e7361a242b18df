import { operation } from '../operation';
import { boolean, required, string } from '../shapes';
import { getNetworkInterfacePermission } from './network-interface-permission';

/**
 * DeleteNetworkInterfacePermission: take a permission back. AWS refuses while the other account has the interface attached, unless
 * forced; no account here ever has, so `Force` changes nothing. Assumed: it is gone at once.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteNetworkInterfacePermission.html
 */
export const deleteNetworkInterfacePermission = operation({
  name: 'DeleteNetworkInterfacePermission',
  input: { NetworkInterfacePermissionId: required(string), Force: boolean },
  run(world, input) {
    const { NetworkInterfacePermissionId } = getNetworkInterfacePermission(world, input.NetworkInterfacePermissionId);
    world.networkInterfacePermissions.remove(NetworkInterfacePermissionId);
    return { Return: true };
  },
});
