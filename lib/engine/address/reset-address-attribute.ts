import { operation } from '../operation';
import { enumeration, required, string } from '../shapes';
import { getAddress } from './address';
import { changePtrRecord, describeAddressAttribute } from './ptr-record';

/**
 * ResetAddressAttribute: take the reverse DNS (PTR) record off an Elastic IP.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ResetAddressAttribute.html
 */
export const resetAddressAttribute = operation({
  name: 'ResetAddressAttribute',
  input: { AllocationId: required(string), Attribute: required(enumeration('domain-name')) },
  run(world, { AllocationId }) {
    const changed = changePtrRecord(world, getAddress(world, AllocationId), undefined);
    return { Address: describeAddressAttribute(world, changed) };
  },
});
