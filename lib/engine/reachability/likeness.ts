import { type Instance, instanceState } from '../instance/instance';
import {
  attachmentStatus,
  instanceOf,
  interfacesOf,
  isInUse,
  type NetworkInterface,
} from '../network-interface/network-interface';
import { rulesOf, type SecurityGroupRule } from '../security-group/security-group-rule';
import type { World } from '../world';
import { interfaceWith, mainAddress, publicAddressOf } from './addresses';
import type { FlowTarget } from './flow';
import { factsOf } from './hosts';
import { Comparisons } from './told-apart';

/** An end of flows as the others see it. */
export interface Likeness {
  /** The same for ends that nothing in the account tells apart: in flows with any third one they fare alike. */
  readonly like: string;
  /** The instance, where it is one or is an interface of one. */
  readonly host?: string;
  /** The same for ends that nothing but their own security groups tells apart; absent where those cannot be judged apart. */
  readonly place?: string;
  /** The one interface of a host that has a `place`. */
  readonly eni?: NetworkInterface;
}

/**
 * Which hosts fare alike. Whatever `trace` asks of an instance or interface has to be part of the text that this makes: where it
 * lies, what state it is in, what its groups say and who names them, what runs on it, and how every block in the account holds
 * its addresses. Cost: one comparison of each address with each block.
 */
export class Likenesses {
  private readonly every: Comparisons;
  private readonly onTheWay: Comparisons;
  /** Interfaces that routes lead to. */
  private readonly targets: ReadonlySet<string>;
  /** Groups of what routes lead to: they judge packets of others. */
  private readonly judges: ReadonlySet<string>;
  private readonly groups = new Map<string, string>();
  private readonly hosts = new Map<string, Likeness>();
  /** A transit gateway in appliance mode chooses by the very addresses and ports of a flow. */
  private readonly allDiffer: boolean;

  constructor(private readonly world: World) {
    const led = world.routeTables
      .list()
      .flatMap(({ routes }) => routes)
      .flatMap(({ target }) => ('NetworkInterfaceId' in target ? target.NetworkInterfaceId : []));
    this.targets = new Set(led);
    this.judges = new Set(led.flatMap((id) => hostInterfaces(world, id)).flatMap(({ groups }) => groups));
    this.every = new Comparisons(world);
    this.onTheWay = new Comparisons(world, this.judges);
    this.allDiffer = world.transitGatewayAttachments
      .list()
      .some(({ vpc }) => vpc?.Options.ApplianceModeSupport === 'enable' && vpc.subnets.length > 1);
  }

  of(end: FlowTarget): Likeness {
    const text = JSON.stringify(end);
    if (end.kind === 'instance') return this.ofInstance(end.id);
    // The internet and networks on premises have no groups.
    if (end.kind === 'internet' || end.kind === 'site') return { like: text, place: text };
    if (end.kind !== 'interface') return { like: text };
    const eni = this.world.networkInterfaces.get(end.id);
    const instance = eni && instanceOf(this.world, eni);
    if (!instance) return { like: text };
    const { InstanceId: host } = instance;
    if (end.address !== undefined) return { like: text, host };
    return { like: `${eni.Attachment?.DeviceIndex} of ${this.ofInstance(host).like}`, host };
  }

  private ofInstance(host: string): Likeness {
    const found = this.hosts.get(host) ?? this.likenessOf(host);
    this.hosts.set(host, found);
    return found;
  }

  private likenessOf(host: string): Likeness {
    const { world } = this;
    const instance = world.instances.get(host);
    if (!instance || this.allDiffer) return { like: host, host };
    const interfaces = interfacesOf(world, host);
    const own = [instanceState(world, instance), factsOf(world, instance).name];
    const groups = interfaces.map((eni) => eni.groups.map((group) => this.ofGroup(group)));
    const like = JSON.stringify([own, groups, interfaces.map((eni) => this.ofInterface(eni, this.every))]);
    const [eni] = interfaces;
    if (!eni || interfaces.length > 1 || !this.isPlain(instance, eni)) return { like, host };
    const named = eni.groups.filter((id) => this.namers(id).some((namer) => this.judges.has(namer)));
    return { like, host, eni, place: JSON.stringify([own, named, this.ofInterface(eni, this.onTheWay)]) };
  }

  /** Whether its groups judge the first packet of its own flows once and nothing else. */
  private isPlain(instance: Instance, eni: NetworkInterface): boolean {
    const { world } = this;
    const { forwards, proxies } = factsOf(world, instance);
    const address = mainAddress(eni, 'IPv4');
    if (forwards || proxies || this.targets.has(eni.NetworkInterfaceId) || address === undefined) return false;
    const behindProxy = world.surroundings?.hosts?.some((host) => host.proxies?.some(({ to }) => to === address));
    return !behindProxy && this.every.elsewhere(address, eni.VpcId).length === 0;
  }

  private ofInterface(eni: NetworkInterface, comparisons: Comparisons): unknown[] {
    const { world } = this;
    const v4 = mainAddress(eni, 'IPv4');
    const others = v4 === undefined ? [] : comparisons.elsewhere(v4, eni.VpcId);
    return [
      this.targets.has(eni.NetworkInterfaceId) && eni.NetworkInterfaceId,
      eni.SubnetId,
      eni.SourceDestCheck,
      isInUse(eni),
      eni.Attachment && [attachmentStatus(world, eni.Attachment), eni.Attachment.DeviceIndex],
      comparisons.of(v4),
      comparisons.of(v4 && publicAddressOf(world, eni, v4)),
      comparisons.of(mainAddress(eni, 'IPv6')),
      others.map((vpcId) => interfaceWith(world, vpcId, v4 ?? '')?.NetworkInterfaceId ?? vpcId),
    ];
  }

  /** Groups with the same rules are alike, unless a rule names one of them. */
  private ofGroup(id: string): string {
    const known = this.groups.get(id);
    if (known !== undefined) return known;
    const rules = [true, false].map((egress) => rulesOf(this.world, id, egress).map(ruleText).sort());
    const text = JSON.stringify([this.namers(id).length > 0 && id, rules]);
    this.groups.set(id, text);
    return text;
  }

  /** Groups that have a rule for members of this one. */
  private namers(id: string): string[] {
    return this.world.securityGroupRules.by('referencedGroup', id).map(({ GroupId }) => GroupId);
  }
}

/** The interface and the others of its instance. */
function hostInterfaces(world: World, id: string): NetworkInterface[] {
  const eni = world.networkInterfaces.get(id);
  if (!eni) return [];
  const instance = instanceOf(world, eni);
  return instance ? interfacesOf(world, instance.InstanceId) : [eni];
}

function ruleText(rule: SecurityGroupRule): string {
  const { IpProtocol, FromPort, ToPort, CidrIpv4, CidrIpv6, PrefixListId, referencedGroup, peering } = rule;
  const peer = [CidrIpv4, CidrIpv6, PrefixListId, referencedGroup, peering?.VpcId, peering?.VpcPeeringConnectionId];
  return [IpProtocol, FromPort, ToPort, ...peer].join(' ');
}
