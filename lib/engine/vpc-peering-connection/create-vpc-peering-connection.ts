import { errors, NotModelled } from '../aws-error';
import { newId, nextSequence } from '../ids';
import { overlaps } from '../ip';
import { overlaps6 } from '../ip6';
import { operation } from '../operation';
import { required, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { getVpc, type Vpc, vpcBlocks, vpcBlocks6 } from '../vpc/vpc';
import type { World } from '../world';
import { describePeering } from './describe-peering';
import { endPeering, startExpiring } from './end-peering';
import { vpcPeeringConnectionErrors } from './errors';
import {
  expiresAt,
  isActivePeering,
  pairKey,
  peeringStatus,
  transitionMs,
  type VpcPeeringConnection,
} from './vpc-peering-connection';

/**
 * CreateVpcPeeringConnection: ask the owner of another VPC, here the account itself, to connect the two. Blocks that overlap,
 * or a peer that is not there, make no refusal: the request is made and fails. The same request again answers the first.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcPeeringConnection.html; that a second request
 * answers the first: https://github.com/hashicorp/terraform-provider-aws/issues/27750
 * Not modelled: peers in another account or Region.
 */
export const createVpcPeeringConnection = operation({
  name: 'CreateVpcPeeringConnection',
  input: {
    PeerRegion: string,
    TagSpecifications: tagSpecifications,
    VpcId: required(string),
    PeerVpcId: string,
    PeerOwnerId: string,
  },
  run(world, input) {
    const { PeerVpcId, PeerRegion = world.region, PeerOwnerId = world.account } = input;
    if (!PeerVpcId) throw errors.missingParameter('peerVpcId');
    if (PeerRegion !== world.region) throw new NotModelled('VPC peering with another Region');
    if (PeerOwnerId !== world.account) throw new NotModelled('VPC peering with another account');
    const Tags = tagsFor(world, input.TagSpecifications, 'vpc-peering-connection');
    const requester = getVpc(world, input.VpcId);
    if (PeerVpcId === requester.VpcId) throw vpcPeeringConnectionErrors.sameVpc(PeerVpcId);
    const same = world.vpcPeeringConnections.first('pair', pairKey(requester.VpcId, PeerVpcId));
    if (same) return { VpcPeeringConnection: describePeering(world, same) };

    const accepter = world.vpcs.get(PeerVpcId);
    const fails = !accepter || blocksOverlap(requester, accepter);
    if (!fails) refusePastQuota(world, requester.VpcId);
    const row: VpcPeeringConnection = {
      creation: nextSequence(world),
      VpcPeeringConnectionId: newId(world, 'vpcPeeringConnection'),
      requester: requester.VpcId,
      accepter: PeerVpcId,
      requestedAt: world.now,
      dns: { requester: false, accepter: false },
      Tags,
    };
    world.vpcPeeringConnections.insert(row);
    if (fails) endPeering(world, row, 'failed', world.now + transitionMs);
    else startExpiring(world, row.VpcPeeringConnectionId);
    return { VpcPeeringConnection: describePeering(world, row) };
  },
});

const blocksOverlap = (a: Vpc, b: Vpc): boolean =>
  vpcBlocks(a).some((block) => vpcBlocks(b).some((other) => overlaps(block, other))) ||
  vpcBlocks6(a).some((block) => vpcBlocks6(b).some((other) => overlaps6(block, other)));

function refusePastQuota(world: World, vpcId: string): void {
  const all = world.vpcPeeringConnections.by('VpcId', vpcId);
  const active = all.filter((row) => isActivePeering(world, row)).length;
  if (active >= world.quotas.peeringConnectionsPerVpc) throw vpcPeeringConnectionErrors.perVpcLimit();
  const waiting = all.filter(
    (row) => row.requester === vpcId && peeringStatus(world, row) !== 'active' && expiresAt(row) > world.now,
  );
  if (waiting.length >= world.quotas.outstandingPeeringRequests) throw vpcPeeringConnectionErrors.outstandingLimit();
}
