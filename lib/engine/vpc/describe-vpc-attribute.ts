import { operation } from '../operation';
import { required, string } from '../shapes';
import { vpcErrors } from './errors';
import { getVpc, type Vpc } from './vpc';

/** AWS's attributes, each with the member that answers it. */
const attributes = new Map<string, (vpc: Vpc) => object>([
  ['enableDnsHostnames', (vpc) => ({ EnableDnsHostnames: { Value: vpc.enableDnsHostnames } })],
  ['enableDnsSupport', (vpc) => ({ EnableDnsSupport: { Value: vpc.enableDnsSupport } })],
  [
    'enableNetworkAddressUsageMetrics',
    (vpc) => ({ EnableNetworkAddressUsageMetrics: { Value: vpc.enableNetworkAddressUsageMetrics ?? false } }),
  ],
]);

/**
 * DescribeVpcAttribute: one attribute in a call.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcAttribute.html
 */
export const describeVpcAttribute = operation({
  name: 'DescribeVpcAttribute',
  input: { Attribute: required(string), VpcId: required(string) },
  run(world, input) {
    const attribute = attributes.get(input.Attribute);
    if (!attribute) throw vpcErrors.unknownAttribute(input.Attribute);
    const vpc = getVpc(world, input.VpcId);
    return { ...attribute(vpc), VpcId: vpc.VpcId };
  },
});
