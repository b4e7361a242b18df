import { operation } from '../operation';
import { boolean, notModelled, required, string, structure } from '../shapes';
import { vpcErrors } from './errors';
import { getVpc } from './vpc';

const attribute = structure({ Value: boolean });

/**
 * ModifyVpcAttribute: one attribute in a call. DNS hostnames need DNS support.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcAttribute.html
 * Not modelled: network address usage metrics.
 */
export const modifyVpcAttribute = operation({
  name: 'ModifyVpcAttribute',
  dryRun: false,
  input: {
    EnableDnsHostnames: attribute,
    EnableDnsSupport: attribute,
    VpcId: required(string),
    EnableNetworkAddressUsageMetrics: notModelled,
  },
  run(world, input) {
    const enableDnsHostnames = input.EnableDnsHostnames?.Value;
    const enableDnsSupport = input.EnableDnsSupport?.Value;
    if (enableDnsHostnames !== undefined && enableDnsSupport !== undefined) {
      throw vpcErrors.severalAttributes(['enableDnsHostnames', 'enableDnsSupport']);
    }
    if (enableDnsHostnames === undefined && enableDnsSupport === undefined) throw vpcErrors.noAttribute();
    const vpc = getVpc(world, input.VpcId);
    if (enableDnsHostnames && !vpc.enableDnsSupport) throw vpcErrors.hostnamesNeedSupport();
    world.vpcs.replace({
      ...vpc,
      enableDnsHostnames: enableDnsHostnames ?? vpc.enableDnsHostnames,
      enableDnsSupport: enableDnsSupport ?? vpc.enableDnsSupport,
    });
    return {};
  },
});
