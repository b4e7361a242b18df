import { operation } from '../operation';
import { boolean, required, string, structure } from '../shapes';
import { vpcErrors } from './errors';
import { getVpc } from './vpc';

const attribute = structure({ Value: boolean });

/**
 * ModifyVpcAttribute: one attribute in a call. DNS hostnames need DNS support.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcAttribute.html
 * Network address usage metrics are kept as data: nothing here is measured.
 * Assumed: that they too come in a call of their own; the API reference says it of the two DNS attributes.
 */
export const modifyVpcAttribute = operation({
  name: 'ModifyVpcAttribute',
  dryRun: false,
  input: {
    EnableDnsHostnames: attribute,
    EnableDnsSupport: attribute,
    VpcId: required(string),
    EnableNetworkAddressUsageMetrics: attribute,
  },
  run(world, input) {
    const given = Object.entries({
      enableDnsHostnames: input.EnableDnsHostnames?.Value,
      enableDnsSupport: input.EnableDnsSupport?.Value,
      enableNetworkAddressUsageMetrics: input.EnableNetworkAddressUsageMetrics?.Value,
    }).filter(([, value]) => value !== undefined);
    if (given.length === 0) throw vpcErrors.noAttribute();
    if (given.length > 1) throw vpcErrors.severalAttributes(given.map(([name]) => name));
    const vpc = getVpc(world, input.VpcId);
    if (input.EnableDnsHostnames?.Value && !vpc.enableDnsSupport) throw vpcErrors.hostnamesNeedSupport();
    world.vpcs.replace({ ...vpc, ...Object.fromEntries(given) });
    return {};
  },
});
