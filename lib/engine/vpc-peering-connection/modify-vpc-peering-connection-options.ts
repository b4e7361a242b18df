import { operation } from '../operation';
import { boolean, notModelled, required, string, structure } from '../shapes';
import type { World } from '../world';
import { vpcPeeringConnectionErrors } from './errors';
import { getVpcPeeringConnection, isActivePeering, type VpcPeeringConnection } from './vpc-peering-connection';

const options = structure({
  AllowDnsResolutionFromRemoteVpc: boolean,
  AllowEgressFromLocalClassicLinkToRemoteVpc: notModelled,
  AllowEgressFromLocalVpcToRemoteClassicLink: notModelled,
});

/**
 * ModifyVpcPeeringConnectionOptions: whether public DNS hostnames of one side resolve to private addresses for the other.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcPeeringConnectionOptions.html
 * Not modelled: ClassicLink, which AWS has retired.
 */
export const modifyVpcPeeringConnectionOptions = operation({
  name: 'ModifyVpcPeeringConnectionOptions',
  input: {
    AccepterPeeringConnectionOptions: options,
    RequesterPeeringConnectionOptions: options,
    VpcPeeringConnectionId: required(string),
  },
  run(world, input) {
    const accepter = input.AccepterPeeringConnectionOptions?.AllowDnsResolutionFromRemoteVpc;
    const requester = input.RequesterPeeringConnectionOptions?.AllowDnsResolutionFromRemoteVpc;
    if (accepter === undefined && requester === undefined) throw vpcPeeringConnectionErrors.noOptions();
    const row = getVpcPeeringConnection(world, input.VpcPeeringConnectionId);
    if (!isActivePeering(world, row)) throw vpcPeeringConnectionErrors.notActive(row.VpcPeeringConnectionId);
    if ((accepter || requester) && !haveHostnames(world, row)) throw vpcPeeringConnectionErrors.hostnamesDisabled();
    world.vpcPeeringConnections.replace({
      ...row,
      dns: { requester: requester ?? row.dns.requester, accepter: accepter ?? row.dns.accepter },
    });
    return {
      ...(accepter !== undefined && {
        AccepterPeeringConnectionOptions: { AllowDnsResolutionFromRemoteVpc: accepter },
      }),
      ...(requester !== undefined && {
        RequesterPeeringConnectionOptions: { AllowDnsResolutionFromRemoteVpc: requester },
      }),
    };
  },
});

const haveHostnames = (world: World, { requester, accepter }: VpcPeeringConnection): boolean =>
  [requester, accepter].every((id) => {
    const vpc = world.vpcs.get(id);
    return vpc?.enableDnsHostnames && vpc.enableDnsSupport;
  });
