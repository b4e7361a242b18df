import { type Instance, instanceState } from '../instance/instance';
import { instanceOf, interfacesOf, type NetworkInterface } from '../network-interface/network-interface';
import type { World } from '../world';
import { mainAddress, publicAddressOf } from './addresses';
import type { Code } from './codes';
import { type Family, familiesOf, firstOf, isOf } from './families';
import { asAddress, type Flow, type FlowSource, type FlowTarget, isIpv6, type Packet } from './flow';
import type { Component, Hop } from './hop';
import { deviceFor, hasAsOwn } from './hosts';
import { nameOf, refused } from './refuse';
import { resolveName } from './resolve-name';
import type { Place } from './walk';

/** The first packet of a flow and where it stands, or why there is none. */
export type Beginning =
  | { readonly place: Place; readonly packet: Packet; readonly hops: readonly Hop[]; readonly refused?: undefined }
  | Refused;

interface Refused {
  readonly refused: Hop;
  /** What was met before. */
  readonly hops: readonly Hop[];
}

/** An address of the internet that nobody in particular has. Source: RFC 5737, RFC 3849. */
export const anyInternetAddress = { IPv4: '203.0.113.10', IPv6: '2001:db8:ffff::10' } as const;

const ephemeralPort = 49_152;

/** The first packet of a flow. Cost: that of finding its ends. */
export function beginning(world: World, flow: Flow): Beginning {
  const { source } = flow;
  const target = addressOfTarget(world, flow);
  if ('refused' in target) return target;
  const { address } = target;
  const family: Family = isIpv6(address) ? 'IPv6' : 'IPv4';
  const packetFrom = (from: string): Packet => ({
    protocol: flow.protocol,
    source: from,
    destination: address,
    ...(flow.protocol !== 'icmp' && {
      sourcePort: flow.sourcePort ?? ephemeralPort,
      destinationPort: flow.port ?? 0,
    }),
  });
  const refuse = (component: Component, code: Code, text: string): Beginning => ({
    refused: refused(component, packetFrom(''), code, text),
    hops: [],
  });
  const given = 'address' in source ? source.address : undefined;
  if (given !== undefined && isIpv6(given) !== isIpv6(address)) {
    const component: Component =
      source.kind === 'interface' ? { kind: 'network-interface', id: source.id } : { kind: 'internet', id: 'internet' };
    const text = `${given} cannot send to ${address}, an address of the other family.`;
    return refuse(component, 'UNASSOCIATED_COMPONENT', text);
  }
  switch (source.kind) {
    case 'internet': {
      const packet = packetFrom(source.address ?? anyInternetAddress[family]);
      const hops: Hop[] = [{ component: { kind: 'internet', id: 'internet' }, packet }];
      return { place: { at: 'internet', way: 'leaving' }, packet, hops };
    }
    case 'instance': {
      const component = { kind: 'instance', id: source.id } as const;
      const instance = world.instances.get(source.id);
      if (!instance) return refuse(component, 'NO_SOURCE_OR_DESTINATION', `There is no instance ${source.id}.`);
      return (
        fromInstance(world, instance, packetFrom, address) ?? refuse(component, 'no-device', noWay(instance, address))
      );
    }
    case 'interface': {
      const component = { kind: 'network-interface', id: source.id } as const;
      const eni = world.networkInterfaces.get(source.id);
      if (!eni) return refuse(component, 'NO_SOURCE_OR_DESTINATION', `There is no network interface ${source.id}.`);
      const instance = instanceOf(world, eni);
      const still = instance && atRest(world, instance, packetFrom(''));
      if (still) return still;
      const own = source.address ?? mainAddress(eni, family);
      if (own) return { place: { at: 'leaving', eni }, packet: packetFrom(own), hops: [] };
      const text = `${nameOf(source.id, eni.TagSet)} has no ${family} address to send from.`;
      return refuse(component, 'UNASSOCIATED_COMPONENT', text);
    }
    case 'site': {
      const component = { kind: 'site', id: source.name } as const;
      const site = world.surroundings?.sites?.find(({ name }) => name === source.name);
      const host = site?.hosts.find(({ name }) => source.host === undefined || name === source.host);
      if (!site || !host) {
        const text = `There is no host ${source.host ?? ''} on premises at ${source.name}.`;
        return refuse(component, 'NO_SOURCE_OR_DESTINATION', text);
      }
      return { place: { at: 'site', site, way: 'leaving' }, packet: packetFrom(host.address), hops: [] };
    }
    case 'vpnClient': {
      const client = world.surroundings?.clientVpns?.find(({ name }) => name === source.name);
      const own = client && clientAddress(client.clientCidr);
      if (own)
        return { place: { at: 'client-vpn', name: source.name, way: 'leaving' }, packet: packetFrom(own), hops: [] };
      const component = { kind: 'client-vpn', id: source.name } as const;
      return refuse(component, 'NO_SOURCE_OR_DESTINATION', `There is no Client VPN endpoint ${source.name}.`);
    }
  }
}

/** The address that the first client gets: the endpoint keeps the block's first ones. */
const clientAddress = (clientCidr: string): string => clientCidr.replace(/\d+\/\d+$/, '2');

const noWay = (instance: Instance, address: string): string =>
  `${nameOf(instance.InstanceId, instance.Tags)} has no interface by which it could send to ${address}.`;

function fromInstance(
  world: World,
  instance: Instance,
  packetFrom: (address: string) => Packet,
  address: string,
): Beginning | undefined {
  const component = { kind: 'instance', id: instance.InstanceId } as const;
  const still = atRest(world, instance, packetFrom(''));
  if (still) return still;
  if (hasAsOwn(world, instance, address)) {
    return { place: { at: 'host', instance }, packet: packetFrom(address), hops: [] };
  }
  const device = deviceFor(world, instance, address);
  const own = device && mainAddress(device.eni, isIpv6(address) ? 'IPv6' : 'IPv4');
  if (!device || !own) return undefined;
  const packet = packetFrom(own);
  const hops: Hop[] = [{ component, packet, decision: device.decision }];
  return { place: { at: 'leaving', eni: device.eni }, packet, hops };
}

/** Why an instance sends nothing; undefined while it runs. */
function atRest(world: World, instance: Instance, packet: Packet): Refused | undefined {
  const state = instanceState(world, instance);
  if (state === 'running') return undefined;
  const text = `${nameOf(instance.InstanceId, instance.Tags)} is ${state}: it sends nothing.`;
  return { refused: refused({ kind: 'instance', id: instance.InstanceId }, packet, 'BAD_STATE', text), hops: [] };
}

/** The VPC in which a source asks for names and private addresses; undefined outside of all. */
function vpcOf(world: World, source: FlowSource): string | undefined {
  if (source.kind === 'instance') return world.instances.get(source.id)?.VpcId;
  if (source.kind === 'interface') return world.networkInterfaces.get(source.id)?.VpcId;
  return undefined;
}

function addressOfTarget(world: World, flow: Flow): { readonly address: string } | Refused {
  const target = flow.destination;
  const refuse: Refuse = (component, code, text, meant = '') => {
    const isFromInternet = flow.source.kind === 'internet';
    const source = flow.source.kind === 'internet' ? (flow.source.address ?? anyInternetAddress.IPv4) : '';
    const packet: Packet = {
      protocol: flow.protocol,
      source,
      destination: meant,
      ...(flow.port !== undefined && { destinationPort: flow.port }),
    };
    const hops: Hop[] = isFromInternet ? [{ component: { kind: 'internet', id: 'internet' }, packet }] : [];
    return { refused: refused(component, packet, code, text), hops };
  };
  if (target.kind === 'address') {
    const address = asAddress(target.address);
    if (address !== undefined) return { address };
    return refuse(
      { kind: 'internet', id: 'internet' },
      'NO_SOURCE_OR_DESTINATION',
      `${target.address} is no IP address.`,
    );
  }
  if (target.kind === 'name') {
    const { addresses = [] } = resolveName(world, vpcOf(world, flow.source), target.name) ?? {};
    const address = firstOf(familiesOf(world, flow.source), (family) => addresses.find(isOf(family))) ?? addresses[0];
    if (address !== undefined) return { address };
    return refuse({ kind: 'internet', id: target.name }, 'no-such-name', `Nobody knows the name ${target.name} here.`);
  }
  if (target.kind === 'internet')
    return { address: target.address ?? anyInternetAddress[familiesOf(world, flow.source)[0] ?? 'IPv4'] };
  if (target.kind === 'site') {
    const site = world.surroundings?.sites?.find(({ name }) => name === target.name);
    const host = site?.hosts.find(({ name }) => target.host === undefined || name === target.host);
    if (host) return { address: host.address };
    const text = `There is no host ${target.host ?? ''} on premises at ${target.name}.`;
    return refuse({ kind: 'site', id: target.name }, 'NO_SOURCE_OR_DESTINATION', text);
  }
  if (target.kind === 'vpnClient') {
    const client = world.surroundings?.clientVpns?.find(({ name }) => name === target.name);
    if (client) return { address: clientAddress(client.clientCidr) };
    const text = `There is no Client VPN endpoint ${target.name}.`;
    return refuse({ kind: 'client-vpn', id: target.name }, 'NO_SOURCE_OR_DESTINATION', text);
  }
  return addressInNetwork(world, flow.source, target, refuse);
}

type Refuse = (component: Component, code: Code, text: string, meant?: string) => Refused;

function addressInNetwork(
  world: World,
  source: FlowSource,
  target: Extract<FlowTarget, { kind: 'instance' | 'interface' }>,
  refuse: Refuse,
) {
  const kind = target.kind === 'instance' ? 'instance' : 'network-interface';
  const component = { kind, id: target.id } as const;
  const eni = target.kind === 'interface' ? world.networkInterfaces.get(target.id) : interfacesOf(world, target.id)[0];
  if (!eni) {
    const gone = world.instances.get(target.id);
    return gone
      ? refuse(
          component,
          'UNASSOCIATED_COMPONENT',
          `${nameOf(target.id, gone.Tags)} is gone: it has no interface any more.`,
        )
      : refuse(component, 'NO_SOURCE_OR_DESTINATION', `There is no ${kind.replace('-', ' ')} ${target.id}.`);
  }
  const named = target.kind === 'interface' ? target.address : undefined;
  const own = named ?? mainAddress(eni, 'IPv4');
  const families = familiesOf(world, source);
  if (source.kind !== 'internet') {
    const common = firstOf(families, (family) => mainAddress(eni, family));
    const address = named ?? common ?? own ?? mainAddress(eni, 'IPv6');
    if (address !== undefined) return { address };
    return refuse(component, 'UNASSOCIATED_COMPONENT', `${labelOf(world, eni)} has no address.`);
  }
  if (own !== undefined && isIpv6(own)) return { address: own };
  const address6 = mainAddress(eni, 'IPv6');
  if (named === undefined && address6 !== undefined && !families.includes('IPv4')) return { address: address6 };
  const address =
    target.kind === 'interface' ? own && publicAddressOf(world, eni, own) : anyPublicAddress(world, target.id);
  if (address !== undefined) return { address };
  if (address6 !== undefined) return { address: address6 };
  const text = `${labelOf(world, eni)} has no public address, so the internet has no way to name it.`;
  const gateway = world.internetGateways.first('attachedTo', eni.VpcId);
  const refusing = gateway ? ({ kind: 'internet-gateway', id: gateway.InternetGatewayId } as const) : component;
  return refuse(refusing, 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', text, own);
}

/** A public address of an instance, on whatever interface. */
function anyPublicAddress(world: World, instanceId: string): string | undefined {
  for (const eni of interfacesOf(world, instanceId)) {
    for (const { PrivateIpAddress } of eni.PrivateIpAddresses) {
      const address = publicAddressOf(world, eni, PrivateIpAddress);
      if (address) return address;
    }
  }
  return undefined;
}

function labelOf(world: World, eni: NetworkInterface): string {
  const instance = instanceOf(world, eni);
  return instance ? nameOf(instance.InstanceId, instance.Tags) : nameOf(eni.NetworkInterfaceId, eni.TagSet);
}
