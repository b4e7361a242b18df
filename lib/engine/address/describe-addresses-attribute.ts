import { describeRows } from '../describe';
import { operation } from '../operation';
import { enumeration, list, paged, string } from '../shapes';
import { type Address, getAddress } from './address';
import { describeAddressAttribute } from './ptr-record';

/**
 * DescribeAddressesAttribute: the reverse DNS (PTR) records of Elastic IPs. Assumed: without ids those of all addresses,
 * also of such as have none.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeAddressesAttribute.html
 */
export const describeAddressesAttribute = operation({
  name: 'DescribeAddressesAttribute',
  input: {
    AllocationIds: list(string),
    Attribute: enumeration('domain-name'),
    NextToken: paged.NextToken,
    MaxResults: paged.MaxResults,
  },
  run(world, { AllocationIds, MaxResults, NextToken }) {
    const { rows, ...page } = describeRows<Address>(
      { MaxResults, NextToken },
      {
        ids: AllocationIds,
        idsParameter: 'allocationId',
        get: (id) => getAddress(world, id),
        list: () => world.addresses.list(),
        filters: {},
        least: 1,
      },
    );
    return { Addresses: rows.map((address) => describeAddressAttribute(world, address)), ...page };
  },
});
