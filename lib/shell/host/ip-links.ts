import { ipText, sizeOf } from '@/lib/engine/ip';
import { ip6Text } from '@/lib/engine/ip6';
import type { NetworkInterface } from '@/lib/engine/network-interface/network-interface';
import { isIpv6Only, subnetBlock } from '@/lib/engine/subnet/subnet';
import { deviceName } from './devices';
import type { Family, HostSession } from './session';

/** Seconds of a DHCP lease, renewed at half of it. */
const leaseSeconds = 3_600;

/** What `ip addr` and `ip link` print, of one device or of all. */
export function linksText(
  session: HostSession,
  object: 'link' | 'address',
  family: Family,
  brief: boolean,
  device: string | undefined,
): string {
  const { world } = session;
  const devices = session
    .interfaces()
    .filter((eni) => device === undefined || [deviceName(world, eni), eni.NetworkInterfaceId].includes(device));
  const loopback =
    device === undefined || device === 'lo'
      ? [brief ? briefLoopback(object, family) : loopbackText(object, family)]
      : [];
  const texts = devices.map((eni, index) =>
    brief
      ? briefText(session, eni, object, family)
      : linkText(session, eni, numberOf(session, eni, index), object, family),
  );
  return [...loopback, ...texts].join('');
}

const numberOf = (session: HostSession, eni: NetworkInterface, index: number): number =>
  2 + Math.max(index, session.interfaces().indexOf(eni));

const mode = (object: 'link' | 'address') => (object === 'link' ? ' mode DEFAULT' : '');

function loopbackText(object: 'link' | 'address', family: Family): string {
  const link =
    family === 6 && object === 'address' ? '' : '    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n';
  const flags = `1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 ${family === 6 ? '' : 'qdisc noqueue '}state UNKNOWN${mode(object)}${family === 6 ? '' : ' group default'} qlen 1000\n`;
  if (object === 'link') return flags + link;
  const forever = '       valid_lft forever preferred_lft forever\n';
  return [
    flags,
    family === 4 ? '' : link,
    family === 6 ? '' : `    inet 127.0.0.1/8 scope host lo\n${forever}`,
    family === 4 ? '' : `    inet6 ::1/128 scope host noprefixroute \n${forever}`,
  ].join('');
}

/** An interface as Amazon Linux 2023 sets it up. Source: amazon-ec2-net-utils; `ip addr` that users posted. */
function linkText(
  session: HostSession,
  eni: NetworkInterface,
  number: number,
  object: 'link' | 'address',
  family: Family,
): string {
  const { world } = session;
  const name = deviceName(world, eni);
  const { DeviceIndex = 0, NetworkCardIndex = 0, attachedAt = 0 } = eni.Attachment ?? {};
  const flags = `${number}: ${name}: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 9001 ${family === 6 ? '' : 'qdisc mq '}state UP${mode(object)}${family === 6 ? '' : ' group default'} qlen 1000\n`;
  const altnames = [
    ...(name.startsWith('ens') ? [`enp0s${name.slice(3)}`] : []),
    eni.NetworkInterfaceId,
    `device-number-${DeviceIndex}.${NetworkCardIndex}`,
  ];
  const link = `    link/ether ${eni.MacAddress} brd ff:ff:ff:ff:ff:ff\n`;
  const others = altnames.map((altname) => `    altname ${altname}\n`).join('');
  if (object === 'link') return flags + link + others;
  const metric = 512 + 10 * DeviceIndex;
  const left = leaseSeconds - (Math.floor((world.now - attachedAt) / 1000) % (leaseSeconds / 2));
  const lease = `       valid_lft ${left}sec preferred_lft ${left}sec\n`;
  const forever = '       valid_lft forever preferred_lft forever\n';
  const { length, broadcast } = blockOf(session, eni);
  const v4 = eni.PrivateIpAddresses.map(({ PrivateIpAddress }, index) =>
    index === 0
      ? `    inet ${PrivateIpAddress}/${length} metric ${metric} brd ${broadcast} scope global dynamic ${name}\n${lease}`
      : `    inet ${PrivateIpAddress}/32 scope global ${name}\n${forever}`,
  );
  const v6 = (eni.Ipv6Addresses ?? []).map(
    ({ Ipv6Address }) =>
      `    inet6 ${Ipv6Address}/128 scope global dynamic noprefixroute \n       valid_lft 446sec preferred_lft 136sec\n`,
  );
  return [
    flags,
    ...(family === undefined ? [link, others] : [others]),
    ...(family === 6 ? [] : v4),
    ...(family === 4
      ? []
      : [...v6, `    inet6 ${linkLocal(eni.MacAddress)}/64 scope link proto kernel_ll \n${forever}`]),
  ].join('');
}

function blockOf({ world }: HostSession, eni: NetworkInterface): { length: number; broadcast: string } {
  const subnet = world.subnets.get(eni.SubnetId);
  if (!subnet || isIpv6Only(subnet)) return { length: 32, broadcast: primary(eni) };
  const block = subnetBlock(subnet);
  return { length: block.prefix, broadcast: ipText(block.base + sizeOf(block) - 1) };
}

const primary = (eni: NetworkInterface): string => eni.PrivateIpAddresses[0]?.PrivateIpAddress ?? '';

/** The link-local address that a MAC address makes. Source: RFC 4291, appendix A. */
function linkLocal(mac: string): string {
  const bytes = mac.split(':').map((part) => Number.parseInt(part, 16));
  const [first = 0, second = 0, third = 0, ...last] = bytes;
  const all = [first ^ 2, second, third, 0xff, 0xfe, ...last];
  return ip6Text(all.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0xfe80_0000_0000_0000n));
}

const briefLine = (name: string, state: string, rest: string): string =>
  `${name.padEnd(16)} ${state.padEnd(14)} ${rest} \n`;

const briefLoopback = (object: 'link' | 'address', family: Family): string =>
  briefLine(
    'lo',
    'UNKNOWN',
    object === 'link'
      ? '00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP>'
      : [...(family === 6 ? [] : ['127.0.0.1/8']), ...(family === 4 ? [] : ['::1/128'])].join(' '),
  );

function briefText(session: HostSession, eni: NetworkInterface, object: 'link' | 'address', family: Family): string {
  const name = deviceName(session.world, eni);
  if (object === 'link') return briefLine(name, 'UP', `${eni.MacAddress} <BROADCAST,MULTICAST,UP,LOWER_UP>`);
  const { length } = blockOf(session, eni);
  const metric = 512 + 10 * (eni.Attachment?.DeviceIndex ?? 0);
  const v4 = eni.PrivateIpAddresses.map(({ PrivateIpAddress }, index) =>
    index === 0 ? `${PrivateIpAddress}/${length} metric ${metric}` : `${PrivateIpAddress}/32`,
  );
  const v6 = [
    ...(eni.Ipv6Addresses ?? []).map(({ Ipv6Address }) => `${Ipv6Address}/128`),
    `${linkLocal(eni.MacAddress)}/64`,
  ];
  return briefLine(name, 'UP', [...(family === 6 ? [] : v4), ...(family === 4 ? [] : v6)].join(' '));
}
