import { errors } from '../aws-error';
import { operation } from '../operation';
import { boolean, string } from '../shapes';
import { vpcErrors } from '../vpc/errors';
import { findDefaultVpc } from '../vpc/vpc';
import { namedZone } from './choose-zone';
import { subnetErrors } from './errors';
import { makeDefaultSubnet, makeIpv6DefaultSubnet } from './make-default-subnet';
import { describeSubnet } from './subnet';

/**
 * CreateDefaultSubnet: a /20 subnet in the default VPC, or an IPv6-only one; one for each zone.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateDefaultSubnet.html
 */
export const createDefaultSubnet = operation({
  name: 'CreateDefaultSubnet',
  input: { AvailabilityZone: string, Ipv6Native: boolean, AvailabilityZoneId: string },
  run(world, input) {
    const zone = namedZone(world, input);
    if (!zone) throw errors.missingParameter('availabilityZone');
    const vpc = findDefaultVpc(world);
    if (!vpc) throw vpcErrors.noDefault();
    const existing = world.subnets.first('defaultForAz', zone);
    if (existing) throw subnetErrors.defaultExists(existing.SubnetId, zone);
    if (world.subnets.count('VpcId', vpc.VpcId) >= world.quotas.subnetsPerVpc) throw subnetErrors.limit();
    const make = input.Ipv6Native ? makeIpv6DefaultSubnet : makeDefaultSubnet;
    return { Subnet: describeSubnet(world, make(world, vpc, zone), true) };
  },
});
