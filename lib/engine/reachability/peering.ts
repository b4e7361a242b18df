import { isActivePeering, peeringStatus } from '../vpc-peering-connection/vpc-peering-connection';
import type { Packet } from './flow';
import type { Component } from './hop';
import { inBlocks } from './longest-prefix';
import { nameOf, refused } from './refuse';
import { vpcCidrs, vpcText } from './vpc-cidrs';
import type { Passage, Place, Walk } from './walk';

/**
 * A peering connection, which joins two VPCs and nothing behind them: packets go from addresses of the one to addresses of the
 * other. Source: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-limitations
 */
export function throughPeering(
  { world }: Walk,
  { id, fromVpcId }: Extract<Place, { at: 'peering' }>,
  packet: Packet,
): Passage {
  const component: Component = { kind: 'vpc-peering-connection', id };
  const connection = world.vpcPeeringConnections.get(id);
  const name = nameOf(id, connection?.Tags);
  if (!connection || !isActivePeering(world, connection)) {
    const state = connection ? `${peeringStatus(world, connection)}, not active` : 'gone';
    return { hops: [refused(component, packet, 'BAD_STATE', `The peering connection ${name} is ${state}.`)] };
  }
  const toVpcId = connection.requester === fromVpcId ? connection.accepter : connection.requester;
  const outside = (vpcId: string, address: string, from: 'from' | 'to') =>
    refused(
      component,
      packet,
      'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
      `The peering connection ${name} carries only what is ${from} ${vpcText(world, vpcId)} itself; ${address} is not in it, and peering has no transit.`,
      { ids: [id, vpcId] },
    );
  if (!inBlocks(vpcCidrs(world, fromVpcId), packet.source))
    return { hops: [outside(fromVpcId, packet.source, 'from')] };
  if (!inBlocks(vpcCidrs(world, toVpcId), packet.destination))
    return { hops: [outside(toVpcId, packet.destination, 'to')] };
  const edge = { kind: 'vpc-peering-connection', id } as const;
  return { hops: [{ component, packet }], next: { place: { at: 'vpc', vpcId: toVpcId, edge }, packet } };
}
