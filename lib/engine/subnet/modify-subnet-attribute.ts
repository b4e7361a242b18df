import { operation } from '../operation';
import { boolean, notModelled, required, string, structure } from '../shapes';
import { subnetErrors } from './errors';
import { getSubnet } from './subnet';

/**
 * ModifySubnetAttribute: whether instances launched here from now on are given a public address.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySubnetAttribute.html
 * Not modelled: IPv6, Outposts, local network interfaces, names by resource.
 */
export const modifySubnetAttribute = operation({
  name: 'ModifySubnetAttribute',
  dryRun: false,
  input: {
    AssignIpv6AddressOnCreation: notModelled,
    MapPublicIpOnLaunch: structure({ Value: boolean }),
    SubnetId: required(string),
    MapCustomerOwnedIpOnLaunch: notModelled,
    CustomerOwnedIpv4Pool: notModelled,
    EnableDns64: notModelled,
    PrivateDnsHostnameTypeOnLaunch: notModelled,
    EnableResourceNameDnsARecordOnLaunch: notModelled,
    EnableResourceNameDnsAAAARecordOnLaunch: notModelled,
    EnableLniAtDeviceIndex: notModelled,
    DisableLniAtDeviceIndex: notModelled,
  },
  run(world, input) {
    const MapPublicIpOnLaunch = input.MapPublicIpOnLaunch?.Value;
    if (MapPublicIpOnLaunch === undefined) throw subnetErrors.noAttribute();
    world.subnets.replace({ ...getSubnet(world, input.SubnetId), MapPublicIpOnLaunch });
    return {};
  },
});
