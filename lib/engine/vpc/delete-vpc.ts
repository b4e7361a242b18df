import { operation } from '../operation';
import { mainRouteTable } from '../route-table/route-table';
import { removeSecurityGroup } from '../security-group/make-security-group';
import { defaultGroupOf } from '../security-group/security-group';
import { required, string } from '../shapes';
import type { World } from '../world';
import { vpcErrors } from './errors';
import { getVpc } from './vpc';

/**
 * DeleteVpc: refused while anything of it is left that does not go with it. The main route table, the default network ACL and
 * the default security group do; flow logs stay.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpc.html;
 * test/transcripts/ground-truth.yaml, part 7.
 * Assumed: a VPC peering connection that is of use keeps its VPCs; the API reference speaks of resources at large.
 */
export const deleteVpc = operation({
  name: 'DeleteVpc',
  input: { VpcId: required(string) },
  run(world, input) {
    const { VpcId } = getVpc(world, input.VpcId);
    if (hasDependents(world, VpcId)) throw vpcErrors.dependencies(VpcId);
    removeSecurityGroup(world, defaultGroupOf(world, VpcId));
    world.routeTables.remove(mainRouteTable(world, VpcId).RouteTableId);
    for (const { NetworkAclId } of world.networkAcls.by('VpcId', VpcId)) world.networkAcls.remove(NetworkAclId);
    world.vpcs.remove(VpcId);
    return {};
  },
});

const hasDependents = (world: World, vpcId: string): boolean =>
  world.subnets.count('VpcId', vpcId) > 0 ||
  world.internetGateways.count('attachedTo', vpcId) > 0 ||
  world.egressOnlyInternetGateways.count('VpcId', vpcId) > 0 ||
  world.vpnGateways.count('attachedTo', vpcId) > 0 ||
  world.transitGatewayAttachments.count('VpcId', vpcId) > 0 ||
  world.vpcPeeringConnections.count('VpcId', vpcId) > 0 ||
  world.vpcEndpoints.count('VpcId', vpcId) > 0 ||
  // Every VPC has one of each that goes with it.
  world.securityGroups.count('VpcId', vpcId) > 1 ||
  world.routeTables.count('VpcId', vpcId) > 1 ||
  world.networkAcls.count('VpcId', vpcId) > 1;
