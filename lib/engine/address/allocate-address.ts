import { NotModelled } from '../aws-error';
import { newId, nextSequence } from '../ids';
import { operation } from '../operation';
import { notModelled, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { addressErrors } from './errors';
import { newPublicIp } from './public-ip';

/**
 * AllocateAddress: an Elastic IP address from Amazon's pool, associated with nothing.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AllocateAddress.html
 * Not modelled: getting a released address back, pools of one's own, network border groups other than the Region.
 */
export const allocateAddress = operation({
  name: 'AllocateAddress',
  input: {
    Domain: string,
    Address: notModelled,
    PublicIpv4Pool: string,
    NetworkBorderGroup: string,
    CustomerOwnedIpv4Pool: notModelled,
    TagSpecifications: tagSpecifications,
    IpamPoolId: notModelled,
  },
  run(world, input) {
    const { Domain = 'vpc', PublicIpv4Pool = 'amazon', NetworkBorderGroup = world.region } = input;
    if (Domain !== 'vpc') throw addressErrors.domain(Domain);
    if (PublicIpv4Pool !== 'amazon') throw new NotModelled('address pools of your own');
    if (NetworkBorderGroup !== world.region) throw new NotModelled(`the network border group ${NetworkBorderGroup}`);
    const Tags = tagsFor(world, input.TagSpecifications, 'elastic-ip');
    if (world.addresses.size >= world.quotas.elasticIpsPerRegion) throw addressErrors.limit();
    const { AllocationId, PublicIp } = world.addresses.insert({
      creation: nextSequence(world),
      AllocationId: newId(world, 'address'),
      PublicIp: newPublicIp(world),
      Tags,
    });
    return { AllocationId, PublicIpv4Pool, NetworkBorderGroup, Domain, PublicIp };
  },
});
