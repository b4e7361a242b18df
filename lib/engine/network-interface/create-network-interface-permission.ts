import { newId, nextSequence } from '../ids';
import { operation } from '../operation';
import { enumeration, notModelled, required, string } from '../shapes';
import { getOwnNetworkInterface } from './network-interface';
import { describePermission } from './network-interface-permission';
import { permissionErrors } from './permission-errors';

/**
 * CreateNetworkInterfacePermission: let another account attach an interface to its instance, or associate an Elastic IP with it.
 * Assumed: a permission that is there already is answered again.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkInterfacePermission.html
 * Not modelled: permissions for services (`AwsService`, which AWS does not support either).
 * Differs: there is no other account here to use it.
 */
export const createNetworkInterfacePermission = operation({
  name: 'CreateNetworkInterfacePermission',
  input: {
    NetworkInterfaceId: required(string),
    AwsAccountId: string,
    AwsService: notModelled,
    Permission: required(enumeration('INSTANCE-ATTACH', 'EIP-ASSOCIATE')),
  },
  run(world, { NetworkInterfaceId, AwsAccountId, Permission }) {
    if (!AwsAccountId) throw permissionErrors.noAccount();
    if (!/^\d{12}$/.test(AwsAccountId)) throw permissionErrors.account(AwsAccountId);
    getOwnNetworkInterface(world, NetworkInterfaceId);
    const granted = world.networkInterfacePermissions
      .by('NetworkInterfaceId', NetworkInterfaceId)
      .find((one) => one.AwsAccountId === AwsAccountId && one.Permission === Permission);
    const permission =
      granted ??
      world.networkInterfacePermissions.insert({
        creation: nextSequence(world),
        NetworkInterfacePermissionId: newId(world, 'networkInterfacePermission'),
        NetworkInterfaceId,
        AwsAccountId,
        Permission,
      });
    return { InterfacePermission: describePermission(permission) };
  },
});
