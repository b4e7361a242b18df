import { isIpv6 } from '../reachability/flow';
import type { Trace } from '../reachability/hop';
import type { Sighting } from './sightings';

/** How much of a flow came by in one direction. */
export interface Sent {
  readonly packets: number;
  readonly bytes: number;
  /** From the first packet to the last. */
  readonly seconds: number;
  /** Of tcp, the sum of FIN 1, SYN 2, RST 4, and SYN-ACK 18; otherwise 0. */
  readonly tcpFlags: number;
}

const fin = 1;
const syn = 2;
const rst = 4;
const synAck = 18;

/** Bytes of packets over IPv4, with their headers. Echo requests: 84 in the User Guide's example of four. Assumed: the others, as Linux sends them. */
const bytesOf = { echo: 84, datagram: 60, opening: 60, closing: 52, reset: 40 };
/** An IPv6 header is longer by so much. */
const longerIpv6 = 20;

/**
 * What of a flow comes by at a sighting. A tcp connection that is answered is opened and closed at once, with no data; one that is
 * not is tried once. Source of the flags: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 * Assumed: that a reset is 4 there, as it is in TCP.
 */
export function sentOn({ verdict }: Trace, { packet, way }: Sighting, packets: number): Sent {
  const header = isIpv6(packet.source) ? longerIpv6 : 0;
  const sent = (sizes: readonly number[], tcpFlags: number, seconds = 0): Sent => ({
    packets: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size + header, 0),
    seconds,
    tcpFlags,
  });
  if (packet.protocol !== 'tcp') {
    const size = packet.protocol === 'icmp' ? bytesOf.echo : bytesOf.datagram;
    return { packets, bytes: packets * (size + header), seconds: packets - 1, tcpFlags: 0 };
  }
  const { opening, closing, reset } = bytesOf;
  if (verdict.reached) {
    // SYN, ACK, FIN, ACK one way; SYN-ACK, FIN the other.
    return way === 'out'
      ? sent([opening, closing, closing, closing], syn | fin)
      : sent([opening, closing], synAck | fin);
  }
  if (way === 'out') return sent([opening], syn);
  return verdict.seen === 'refused' ? sent([reset], rst) : sent([opening], synAck);
}
