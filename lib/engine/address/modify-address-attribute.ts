import { errors } from '../aws-error';
import { operation } from '../operation';
import { required, string } from '../shapes';
import { getAddress } from './address';
import { changePtrRecord, describeAddressAttribute, domainName } from './ptr-record';

/**
 * ModifyAddressAttribute: give an Elastic IP a reverse DNS (PTR) record.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyAddressAttribute.html
 * Differs: there is no DNS, so the name is not looked up; AWS wants it to lead to the address.
 */
export const modifyAddressAttribute = operation({
  name: 'ModifyAddressAttribute',
  input: { AllocationId: required(string), DomainName: string },
  run(world, { AllocationId, DomainName }) {
    if (!DomainName) throw errors.missingParameter('domainName');
    const name = domainName(DomainName);
    const changed = changePtrRecord(world, getAddress(world, AllocationId), name);
    return { Address: describeAddressAttribute(world, changed) };
  },
});
