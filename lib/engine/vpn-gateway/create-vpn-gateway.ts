import { newId, nextSequence } from '../ids';
import { operation } from '../operation';
import { enumeration, integer, required, string, tagSpecifications } from '../shapes';
import { namedZone } from '../subnet/choose-zone';
import { tagsFor } from '../tags';
import { vpnGatewayErrors } from './errors';
import { describeVpnGateway } from './vpn-gateway';

/**
 * CreateVpnGateway: a virtual private gateway, attached to nothing.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpnGateway.html
 */
export const createVpnGateway = operation({
  name: 'CreateVpnGateway',
  input: {
    AvailabilityZone: string,
    Type: required(enumeration('ipsec.1')),
    TagSpecifications: tagSpecifications,
    AmazonSideAsn: integer,
  },
  run(world, input) {
    const { AmazonSideAsn = 64_512 } = input;
    if (!isPrivateAsn(AmazonSideAsn)) throw vpnGatewayErrors.asn(AmazonSideAsn);
    const Tags = tagsFor(world, input.TagSpecifications, 'vpn-gateway');
    const AvailabilityZone = namedZone(world, input);
    if (world.vpnGateways.count('kept', 'kept') >= world.quotas.vpnGatewaysPerRegion) throw vpnGatewayErrors.limit();
    const row = world.vpnGateways.insert({
      creation: nextSequence(world),
      VpnGatewayId: newId(world, 'vpnGateway'),
      AmazonSideAsn,
      ...(AvailabilityZone && { AvailabilityZone }),
      Tags,
    });
    return { VpnGateway: describeVpnGateway(world, row) };
  },
});

const isPrivateAsn = (asn: number): boolean =>
  (asn >= 64_512 && asn <= 65_534) || (asn >= 4_200_000_000 && asn <= 4_294_967_294);
