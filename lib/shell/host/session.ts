import { interfacesOf, type NetworkInterface } from '@/lib/engine/network-interface/network-interface';
import { type Flow, type FlowSource, isIpv6 } from '@/lib/engine/reachability/flow';
import type { Trace } from '@/lib/engine/reachability/hop';
import { isLoopback } from '@/lib/engine/reachability/hosts';
import { nameOfAddress, nameServersOf, resolveName } from '@/lib/engine/reachability/resolve-name';
import { trace } from '@/lib/engine/reachability/trace';
import type { World } from '@/lib/engine/world';
import type { LineAccount } from '../account';
import type { HostOn } from './standing';

/** Most seconds that one program may take: a slip of the finger must not put the account into another century. */
const mostSeconds = 86_400;

/** A name as a program sees it: its addresses, nobody knows it, or nobody answers. */
type LookUp =
  | { readonly found: readonly string[] }
  | { readonly found?: undefined; readonly why: 'unknown' | 'unanswered' };

/** Where the commands of one line run, and what they may ask of the network. */
export class HostSession {
  /** The line has asked for more flows than it may. */
  outOfTraces = false;
  private traced = 0;

  constructor(
    private readonly account: LineAccount,
    /** The machine that the next command runs on; the learner's own when undefined. */
    public host: HostOn | undefined,
    /** Most flows that the line may ask about. */
    private readonly most: number,
    /** Ends the line; called when it wants a flow more. */
    private readonly stop: () => void,
  ) {}

  get world(): World {
    return this.account.world;
  }

  /** Whose the packets are. The learner's own machine is one of the internet. */
  get source(): FlowSource {
    return this.host?.seat ?? { kind: 'internet' };
  }

  /** The instance that commands run on, by its id. */
  get instanceId(): string | undefined {
    return this.host?.seat.kind === 'instance' ? this.host.seat.id : undefined;
  }

  /** The VPC whose names are known where commands run. */
  get vpcId(): string | undefined {
    return this.instanceId === undefined ? undefined : this.world.instances.get(this.instanceId)?.VpcId;
  }

  /** Interfaces of the instance that commands run on, in order of device. */
  interfaces(): NetworkInterface[] {
    if (this.instanceId === undefined) return [];
    return interfacesOf(this.world, this.instanceId).filter(({ Attachment }) => Attachment && !Attachment.detaching);
  }

  /** What a flow meets now. What is due settles first, as it would in a call. */
  trace(flow: Flow): Trace {
    if (this.traced >= this.most) {
      this.outOfTraces = true;
      this.stop();
      // The program that asked cannot go on without an answer.
      throw new Error('no traces left');
    }
    this.traced += 1;
    this.account.settle();
    const { source, destination } = flow;
    const isItself = source.kind === 'internet' && destination.kind === 'address' && isLoopback(destination.address);
    return isItself ? toItself(flow, destination.address) : trace(this.world, flow);
  }

  /** Let simulated time pass; none of the learner's. */
  pass(seconds: number): void {
    this.account.pass(Math.round(Math.min(seconds, mostSeconds) * 1000));
  }

  lookUp(name: string): LookUp {
    const resolved = resolveName(this.world, this.vpcId, name);
    if (resolved && resolved.addresses.length > 0) return { found: resolved.addresses };
    return { why: this.hasNameServer() ? 'unknown' : 'unanswered' };
  }

  /** The name of an address, without its last dot. */
  nameOf(address: string): string | undefined {
    return this.hasNameServer() ? nameOfAddress(this.world, this.vpcId, address) : undefined;
  }

  /** The servers that names are asked of, as the host's resolv.conf has them. */
  nameServers(): readonly string[] {
    const vpc = this.vpcId === undefined ? undefined : this.world.vpcs.get(this.vpcId);
    // Assumed: away from AWS, the router at home.
    if (!vpc) return ['192.168.1.1'];
    return nameServersOf(this.world, vpc).map((server) =>
      server === 'AmazonProvidedDNS'
        ? vpc.CidrBlock.replace(/\d+\/\d+$/, (end) => `${Number.parseInt(end, 10) + 2}`)
        : server,
    );
  }

  /** Whether any of them answers: Amazon's own does not in a VPC without DNS support. */
  hasNameServer(): boolean {
    const vpc = this.vpcId === undefined ? undefined : this.world.vpcs.get(this.vpcId);
    if (!vpc) return true;
    const servers = nameServersOf(this.world, vpc);
    return servers.some((server) => server !== 'AmazonProvidedDNS' || vpc.enableDnsSupport);
  }

  /** Run something on another machine, or as if the shell had never left for one. */
  async during<T>(host: HostOn | undefined, run: () => Promise<T>): Promise<T> {
    const before = this.host;
    this.host = host;
    try {
      return await run();
    } finally {
      this.host = before;
    }
  }
}

/** The learner's own machine answers echo requests, and nothing listens there. */
function toItself(flow: Flow, address: string): Trace {
  const { protocol, port } = flow;
  const packet = {
    protocol,
    source: address,
    destination: address,
    ...(port !== undefined && { destinationPort: port }),
  };
  const hop = { component: { kind: 'internet', id: 'internet' }, packet } as const;
  if (protocol === 'icmp') return { flow, out: [hop], back: [hop], verdict: { reached: true, seen: 'answer' } };
  const refusal = {
    code: 'port-closed',
    text: `Nothing listens on ${protocol} port ${port} of this machine.`,
  } as const;
  const verdict = { reached: false, way: 'out', refusal, seen: 'refused' } as const;
  return { flow, out: [{ ...hop, refusal }], back: [], verdict };
}

/** Only of one family: `-4`, `-6`; either when undefined. */
export type Family = 4 | 6 | undefined;

export const isOfFamily = (address: string, family: Family): boolean =>
  family === undefined || isIpv6(address) === (family === 6);
