import { limitsOf } from '../instance-type/instance-type-limits';
import { instanceOf, isServiceInterface, type NetworkInterface } from '../network-interface/network-interface';
import { hasAddress, mainAddress } from '../reachability/addresses';
import { isIpv6, protocolNumber } from '../reachability/flow';
import type { Trace } from '../reachability/hop';
import { zoneId } from '../region/zones';
import type { World } from '../world';
import type { FlowLog } from './flow-log';
import { fieldsOf, versionOf } from './log-format';
import { isNeverLogged } from './never-logged';
import { type Sent, sentOn } from './sent';
import { type Sighting, sightingsOf } from './sightings';

/**
 * What a flow log holds of a simulated flow: a record for each interface of its resource that the flow passes and each direction
 * there, in the flow log's format, in the order in which the packets come by. Empty for flow logs of transit gateways, whose records
 * are others.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html, …/flow-logs-limitations.html
 * Differs: each flow is a record of its own, at once; AWS gathers flows for up to ten minutes. `pkt-src-aws-service` and its twin
 * are never known.
 */
export function flowLogRecords(
  world: World,
  trace: Trace,
  { flowLog, at = world.now, packets = 1 }: FlowLogged,
): string[] {
  const fields = fieldsOf(flowLog.LogFormat);
  const version = versionOf(fields);
  return sightingsOf(world, trace)
    .filter(({ eni, packet, accepted }) => {
      if (![eni.NetworkInterfaceId, eni.SubnetId, eni.VpcId].includes(flowLog.ResourceId)) return false;
      if (flowLog.TrafficType === (accepted ? 'REJECT' : 'ACCEPT')) return false;
      return !isNeverLogged(world, eni, packet);
    })
    .map((sighting) => {
      const sent = sentOn(trace, sighting, packets);
      const start = Math.floor(at / 1000);
      const known: Known = { world, sighting, sent, start, version };
      return fields.map((field) => values[field]?.(known) ?? '-').join(' ');
    });
}

export interface FlowLogged {
  readonly flowLog: FlowLog;
  /** When the flow began, ms since 1970 UTC; now when absent. */
  readonly at?: number;
  /** How many echo requests or datagrams were sent, one a second; one when absent. Of tcp it is one connection in any case. */
  readonly packets?: number;
}

interface Known {
  readonly world: World;
  readonly sighting: Sighting;
  readonly sent: Sent;
  /** Unix seconds. */
  readonly start: number;
  readonly version: number;
}

/** Fields that are not here have nothing to say of what is modelled, which AWS writes as `-`. */
const values: { readonly [field: string]: ((record: Known) => string | number | undefined) | undefined } = {
  version: ({ version }) => version,
  'account-id': ({ world }) => world.account,
  'interface-id': ({ sighting }) => sighting.eni.NetworkInterfaceId,
  srcaddr: ({ world, sighting }) => {
    const { direction, eni, packet } = sighting;
    return direction === 'egress' ? ownAddress(world, eni, packet.source) : packet.source;
  },
  dstaddr: ({ world, sighting }) => {
    const { direction, eni, packet } = sighting;
    return direction === 'ingress' ? ownAddress(world, eni, packet.destination) : packet.destination;
  },
  srcport: ({ sighting }) => sighting.packet.sourcePort ?? 0,
  dstport: ({ sighting }) => sighting.packet.destinationPort ?? 0,
  protocol: ({ sighting }) => protocolNumber(sighting.packet),
  packets: ({ sent }) => sent.packets,
  bytes: ({ sent }) => sent.bytes,
  start: ({ start }) => start,
  end: ({ start, sent }) => start + sent.seconds,
  action: ({ sighting }) => (sighting.accepted ? 'ACCEPT' : 'REJECT'),
  'log-status': () => 'OK',
  'vpc-id': ({ sighting }) => sighting.eni.VpcId,
  'subnet-id': ({ sighting }) => sighting.eni.SubnetId,
  'instance-id': ({ sighting }) => (isServiceInterface(sighting.eni) ? undefined : sighting.eni.Attachment?.InstanceId),
  'tcp-flags': ({ sent }) => sent.tcpFlags,
  type: ({ sighting }) => (isIpv6(sighting.packet.source) ? 'IPv6' : 'IPv4'),
  'pkt-srcaddr': ({ sighting }) => sighting.packet.source,
  'pkt-dstaddr': ({ sighting }) => sighting.packet.destination,
  region: ({ world }) => world.region,
  'az-id': ({ world, sighting }) => zoneId(world.region, sighting.eni.AvailabilityZone),
  'flow-direction': ({ sighting }) => sighting.direction,
  'traffic-path': ({ world, sighting }) => trafficPath(world, sighting),
};

/** An interface's end of a flow is its primary IPv4 address, whichever was meant; its own IPv6 address, or its first one. */
const ownAddress = (world: World, eni: NetworkInterface, address: string): string | undefined =>
  isIpv6(address) ? (hasAddress(world, eni, address) ? address : mainAddress(eni, 'IPv6')) : mainAddress(eni, 'IPv4');

/**
 * The path of what leaves, by number. Assumed: the numbers, and that what stays in the VPC takes path 1, and so does what goes to a transit gateway,
 * which has an interface in the VPC; an egress-only gateway has no number.
 */
function trafficPath(world: World, { direction, eni, target }: Sighting): number | undefined {
  if (direction === 'ingress' || target === undefined) return undefined;
  if (target === 'subnet' || 'kind' in target || 'NetworkInterfaceId' in target) return 1;
  if ('NatGatewayId' in target || 'TransitGatewayId' in target) return 1;
  if ('VpcPeeringConnectionId' in target) return 4;
  if (!('GatewayId' in target)) return undefined;
  const instance = instanceOf(world, eni);
  const isNitro = instance !== undefined && limitsOf(instance.InstanceType).hypervisor === 'nitro';
  if (target.GatewayId.startsWith('vgw-')) return 3;
  if (!isNitro) return 2;
  return target.GatewayId.startsWith('vpce-') ? 7 : 8;
}
