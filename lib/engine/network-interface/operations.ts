import type { Operation } from '../operation';
import { assignIpv6Addresses } from './assign-ipv6-addresses';
import { assignPrivateIpAddresses } from './assign-private-ip-addresses';
import { attachNetworkInterface } from './attach-network-interface';
import { createNetworkInterface } from './create-network-interface';
import { createNetworkInterfacePermission } from './create-network-interface-permission';
import { deleteNetworkInterface } from './delete-network-interface';
import { deleteNetworkInterfacePermission } from './delete-network-interface-permission';
import { describeNetworkInterfaceAttribute } from './describe-network-interface-attribute';
import { describeNetworkInterfacePermissions } from './describe-network-interface-permissions';
import { describeNetworkInterfaces } from './describe-network-interfaces';
import { detachNetworkInterface } from './detach-network-interface';
import { modifyNetworkInterfaceAttribute } from './modify-network-interface-attribute';
import { resetNetworkInterfaceAttribute } from './reset-network-interface-attribute';
import { unassignIpv6Addresses } from './unassign-ipv6-addresses';
import { unassignPrivateIpAddresses } from './unassign-private-ip-addresses';

export const networkInterfaceOperations: readonly Operation[] = [
  assignIpv6Addresses,
  assignPrivateIpAddresses,
  attachNetworkInterface,
  createNetworkInterface,
  createNetworkInterfacePermission,
  deleteNetworkInterface,
  deleteNetworkInterfacePermission,
  describeNetworkInterfaceAttribute,
  describeNetworkInterfacePermissions,
  describeNetworkInterfaces,
  detachNetworkInterface,
  modifyNetworkInterfaceAttribute,
  resetNetworkInterfaceAttribute,
  unassignIpv6Addresses,
  unassignPrivateIpAddresses,
];
