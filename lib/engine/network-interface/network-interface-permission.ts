import { defineTable, type Row } from '../table';
import type { World } from '../world';
import { permissionErrors } from './permission-errors';

/** What another account may do with an interface. It is granted at once (Assumed: AWS's `pending` passes within the call). */
export interface NetworkInterfacePermission extends Row {
  readonly NetworkInterfacePermissionId: string;
  readonly NetworkInterfaceId: string;
  /** 12 digits. */
  readonly AwsAccountId: string;
  readonly Permission: 'INSTANCE-ATTACH' | 'EIP-ASSOCIATE';
}

export const networkInterfacePermissions = defineTable<NetworkInterfacePermission>()('NetworkInterfacePermissionId', {
  NetworkInterfaceId: (row) => row.NetworkInterfaceId,
});

export function getNetworkInterfacePermission(world: World, id: string): NetworkInterfacePermission {
  const permission = world.networkInterfacePermissions.get(id);
  if (!permission) throw permissionErrors.notFound(id);
  return permission;
}

/**
 * The permission as AWS shows it.
 * Differs: the CLI's examples spell the state `GRANTED`; the API's model has `granted`, which clients compare.
 */
export const describePermission = (permission: NetworkInterfacePermission): object => ({
  NetworkInterfacePermissionId: permission.NetworkInterfacePermissionId,
  NetworkInterfaceId: permission.NetworkInterfaceId,
  AwsAccountId: permission.AwsAccountId,
  Permission: permission.Permission,
  PermissionState: { State: 'granted' },
});
