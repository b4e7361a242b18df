import { operation } from '../operation';
import { forgetGatewayRoutes } from '../route-table/associations';
import { required, string } from '../shapes';
import { getVpc } from '../vpc/vpc';
import type { World } from '../world';
import { internetGatewayErrors } from './errors';
import { getInternetGateway } from './internet-gateway';

/**
 * DetachInternetGateway: refused while an interface in the VPC has a public address, an Elastic IP or an auto-assigned
 * one. Cost: the interfaces of the VPC.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DetachInternetGateway.html;
 * test/transcripts/ground-truth.yaml, part 8.
 */
export const detachInternetGateway = operation({
  name: 'DetachInternetGateway',
  input: { InternetGatewayId: required(string), VpcId: required(string) },
  run(world, input) {
    const { attachedTo, ...gateway } = getInternetGateway(world, input.InternetGatewayId);
    const { VpcId } = getVpc(world, input.VpcId);
    if (attachedTo !== VpcId) throw internetGatewayErrors.notAttached(gateway.InternetGatewayId, VpcId);
    if (hasPublicAddress(world, VpcId)) throw internetGatewayErrors.mappedAddresses(VpcId);
    forgetGatewayRoutes(world, gateway.InternetGatewayId);
    world.internetGateways.replace(gateway);
    return {};
  },
});

const hasPublicAddress = (world: World, vpcId: string): boolean =>
  world.networkInterfaces
    .by('VpcId', vpcId)
    .some(
      ({ publicIp, NetworkInterfaceId }) =>
        publicIp !== undefined || world.addresses.count('NetworkInterfaceId', NetworkInterfaceId) > 0,
    );
