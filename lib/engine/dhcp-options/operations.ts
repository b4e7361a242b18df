import type { Operation } from '../operation';
import { associateDhcpOptions } from './associate-dhcp-options';
import { createDhcpOptions } from './create-dhcp-options';
import { deleteDhcpOptions } from './delete-dhcp-options';
import { describeDhcpOptions } from './describe-dhcp-options';

export const dhcpOptionsOperations: readonly Operation[] = [
  associateDhcpOptions,
  createDhcpOptions,
  deleteDhcpOptions,
  describeDhcpOptions,
];
