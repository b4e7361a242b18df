import { execute } from '@/lib/engine/execute';
import { TestAccount } from './account';
import { makeGateway, makeInstance, makeSubnet, makeVpc, type ShownInterface } from './network-interface';

/** What is to be compared of an interface: the rules of AWS around these are written down once more in `InterfaceModel`. */
export interface ModelInterface {
  readonly id: string;
  readonly place: Place;
  /** The primary one first. */
  readonly ips: readonly string[];
  readonly attached?: {
    readonly id: string;
    readonly instance: string;
    readonly index: number;
    readonly until?: number;
  };
}
export interface ModelAddress {
  readonly id: string;
  readonly on?: { readonly id: string; readonly eni: string; readonly ip: string };
}

/** A subnet. */
interface Place {
  readonly subnet: string;
  readonly zone: 'a' | 'b';
  /** First three numbers of its /24. */
  readonly base: string;
  readonly reachesInternet: boolean;
}
interface Host {
  readonly id: string;
  readonly zone: 'a' | 'b';
  readonly mostInterfaces: number;
  readonly mostIps: number;
}

const detachingMs = 3_000;
const mostAddresses = 5;

/** Codes with which a call may be refused; none: it has to be accepted. Which of several comes first is not the model's affair. */
export type Codes = ReadonlySet<string>;
const codes = (...rules: readonly (readonly [broken: boolean, code: string])[]): Codes =>
  new Set(rules.filter(([broken]) => broken).map(([, code]) => code));

/**
 * Interfaces, their addresses and attachments, Elastic IPs and their associations as the user guide tells of them, in a network with
 * two zones, one without a gateway, and two instances. Values are replaced, never edited.
 */
export class InterfaceModel {
  readonly account = new TestAccount();
  readonly places: readonly [Place, ...Place[]];
  readonly hosts: readonly [Host, ...Host[]];
  readonly interfaces = new Map<string, ModelInterface>();
  readonly addresses = new Map<string, ModelAddress>();

  constructor() {
    const { account } = this;
    const [near, far] = [makeVpc(account), makeVpc(account, '10.1.0.0/16')];
    makeGateway(account, near);
    const [a, b] = ['us-east-1a', 'us-east-1b'];
    const here = { subnet: makeSubnet(account, near, '10.0.1.0/24', a), base: '10.0.1' };
    const there = { subnet: makeSubnet(account, near, '10.0.2.0/24', b), base: '10.0.2' };
    const alone = { subnet: makeSubnet(account, far, '10.1.1.0/24', a), base: '10.1.1' };
    this.places = [
      { ...here, zone: 'a', reachesInternet: true },
      { ...there, zone: 'b', reachesInternet: true },
      { ...alone, zone: 'a', reachesInternet: false },
    ];
    const small = makeInstance(account, here.subnet, { InstanceType: 't3.small' });
    const micro = makeInstance(account, there.subnet, { InstanceType: 't3.micro' });
    this.hosts = [
      { id: small.id, zone: 'a', mostInterfaces: 3, mostIps: 4 },
      { id: micro.id, zone: 'b', mostInterfaces: 2, mostIps: 2 },
    ];
    for (const [index, { eth0 }] of [small, micro].entries()) {
      const { NetworkInterfaceId: id, PrivateIpAddress, Attachment } = eth0;
      const [place, host] = [this.places[index], this.hosts[index]];
      if (!place || !host || !Attachment) throw new Error('an instance has no interface');
      const attached = { id: Attachment.AttachmentId, instance: host.id, index: 0 };
      this.interfaces.set(id, { id, place, ips: [PrivateIpAddress], attached });
    }
  }

  /** A second goes by, and what was on its way off may be off. */
  tick(): void {
    this.account.wait(1);
    const { now } = this.account.world;
    for (const eni of this.interfaces.values()) {
      const { attached, ...loose } = eni;
      if (attached?.until !== undefined && attached.until <= now) this.interfaces.set(eni.id, loose);
    }
  }

  holderOf(place: Place, ip: string): ModelInterface | undefined {
    return [...this.interfaces.values()].find((eni) => eni.place === place && eni.ips.includes(ip));
  }

  on(host: Host): ModelInterface[] {
    return [...this.interfaces.values()].filter(({ attached }) => attached?.instance === host.id);
  }

  private mostIps({ attached }: ModelInterface): number {
    return this.hosts.find(({ id }) => id === attached?.instance)?.mostIps ?? 30;
  }

  mayCreate(place: Place, ip: string): Codes {
    return codes(
      [!ip.startsWith(`${place.base}.`), 'InvalidParameterValue'],
      [this.holderOf(place, ip) !== undefined, 'InvalidIPAddress.InUse'],
    );
  }

  mayDelete(eni: ModelInterface): Codes {
    return codes([eni.attached !== undefined, 'InvalidParameterValue']);
  }

  mayAttach(eni: ModelInterface, host: Host, index: number): Codes {
    const others = this.on(host);
    return codes(
      [eni.attached !== undefined, 'InvalidNetworkInterface.InUse'],
      [eni.place.zone !== host.zone, 'InvalidParameterCombination'],
      [others.length >= host.mostInterfaces, 'AttachmentLimitExceeded'],
      [eni.ips.length > host.mostIps, 'InvalidInterface.IpAddressLimitExceeded'],
      [others.some(({ attached }) => attached?.index === index), 'InvalidParameterValue'],
    );
  }

  mayDetach({ attached }: ModelInterface): Codes {
    return codes([!attached, 'InvalidAttachmentID.NotFound'], [attached?.index === 0, 'OperationNotPermitted']);
  }

  detached(eni: ModelInterface): void {
    const { attached } = eni;
    if (!attached || attached.until !== undefined) return;
    this.interfaces.set(eni.id, { ...eni, attached: { ...attached, until: this.account.world.now + detachingMs } });
  }

  mayAssign(eni: ModelInterface, ip: string, mayMove: boolean): Codes {
    const holder = this.holderOf(eni.place, ip);
    const more = holder === eni ? 0 : 1;
    return codes(
      [!ip.startsWith(`${eni.place.base}.`), 'InvalidParameterValue'],
      [holder !== undefined && (!mayMove || holder.ips[0] === ip), 'InvalidParameterValue'],
      [eni.ips.length + more > this.mostIps(eni), 'PrivateIpAddressLimitExceeded'],
    );
  }

  assigned(eni: ModelInterface, ip: string): void {
    const holder = this.holderOf(eni.place, ip);
    if (holder === eni) return;
    if (holder) this.interfaces.set(holder.id, { ...holder, ips: holder.ips.filter((other) => other !== ip) });
    this.interfaces.set(eni.id, { ...eni, ips: [...eni.ips, ip] });
    for (const address of this.addresses.values()) {
      const { on } = address;
      if (holder && on?.eni === holder.id && on.ip === ip) {
        this.addresses.set(address.id, { ...address, on: { ...on, eni: eni.id } });
      }
    }
  }

  mayUnassign(eni: ModelInterface, ip: string): Codes {
    return codes([!eni.ips.includes(ip) || eni.ips[0] === ip, 'InvalidParameterValue']);
  }

  mayAllocate(): Codes {
    return codes([this.addresses.size >= mostAddresses, 'AddressLimitExceeded']);
  }

  mayRelease({ on }: ModelAddress): Codes {
    return codes([on !== undefined, 'InvalidIPAddress.InUse']);
  }

  mayAssociate({ on }: ModelAddress, eni: ModelInterface, ip: string, mayMove: boolean): Codes {
    const isThere = on?.eni === eni.id && on.ip === ip;
    return codes(
      [!eni.ips.includes(ip), 'InvalidParameterValue'],
      [!eni.place.reachesInternet, 'Gateway.NotAttached'],
      [on !== undefined && !mayMove && !isThere, 'Resource.AlreadyAssociated'],
    );
  }

  associated(address: ModelAddress, eni: ModelInterface, ip: string, id: string): void {
    this.loosen((on) => on.eni === eni.id && on.ip === ip);
    this.addresses.set(address.id, { ...address, on: { id, eni: eni.id, ip } });
  }

  loosen(which: (on: NonNullable<ModelAddress['on']>) => boolean): void {
    for (const { id, on } of this.addresses.values()) if (on && which(on)) this.addresses.set(id, { id });
  }

  /** What AWS would show, in the form of `shown`. */
  expected(): object {
    return {
      interfaces: [...this.interfaces.values()].map(({ id, place, ips, attached }) => ({
        id,
        subnet: place.subnet,
        ips,
        attached: attached && [attached.id, attached.instance, attached.index, attached.until !== undefined],
        publicIps: ips.map((ip) => [...this.addresses.values()].find(({ on }) => on?.eni === id && on.ip === ip)?.id),
      })),
      addresses: [...this.addresses.values()],
    };
  }

  /** The answer at this very moment: what is on its way off is seen to be. */
  private describe<Output>(operation: string): Output {
    const outcome = execute(this.account.world, { operation, input: {} });
    if (!outcome.ok) throw outcome.error;
    return outcome.output as Output;
  }

  /** What the engine shows. */
  shown(): object {
    const { NetworkInterfaces } = this.describe<{ NetworkInterfaces: (ShownInterface & { SubnetId: string })[] }>(
      'DescribeNetworkInterfaces',
    );
    const { Addresses } = this.describe<{ Addresses: ShownAddress[] }>('DescribeAddresses');
    return {
      interfaces: NetworkInterfaces.map(({ NetworkInterfaceId, SubnetId, PrivateIpAddresses, Attachment }) => ({
        id: NetworkInterfaceId,
        subnet: SubnetId,
        ips: PrivateIpAddresses.map(({ PrivateIpAddress }) => PrivateIpAddress),
        attached: Attachment && [
          Attachment.AttachmentId,
          Attachment.InstanceId,
          Attachment.DeviceIndex,
          Attachment.Status === 'detaching',
        ],
        publicIps: PrivateIpAddresses.map(({ Association }) => Association?.AllocationId),
      })),
      addresses: Addresses.map(({ AllocationId, AssociationId, NetworkInterfaceId, PrivateIpAddress }) => ({
        id: AllocationId,
        ...(AssociationId && { on: { id: AssociationId, eni: NetworkInterfaceId, ip: PrivateIpAddress } }),
      })),
    };
  }
}

interface ShownAddress {
  readonly AllocationId: string;
  readonly AssociationId?: string;
  readonly NetworkInterfaceId?: string;
  readonly PrivateIpAddress?: string;
}
