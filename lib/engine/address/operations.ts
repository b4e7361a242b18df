import type { Operation } from '../operation';
import { allocateAddress } from './allocate-address';
import { associateAddress } from './associate-address';
import { describeAddresses } from './describe-addresses';
import { describeAddressesAttribute } from './describe-addresses-attribute';
import { disassociateAddress } from './disassociate-address';
import { modifyAddressAttribute } from './modify-address-attribute';
import { releaseAddress } from './release-address';
import { resetAddressAttribute } from './reset-address-attribute';

export const addressOperations: readonly Operation[] = [
  allocateAddress,
  associateAddress,
  describeAddresses,
  describeAddressesAttribute,
  disassociateAddress,
  modifyAddressAttribute,
  releaseAddress,
  resetAddressAttribute,
];
