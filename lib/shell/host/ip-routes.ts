import type { ExecResult } from 'just-bash';
import { mix } from '@/lib/engine/ids';
import { ipText } from '@/lib/engine/ip';
import type { NetworkInterface } from '@/lib/engine/network-interface/network-interface';
import { asAddress, isIpv6 } from '@/lib/engine/reachability/flow';
import { deviceFor, factsOf } from '@/lib/engine/reachability/hosts';
import { isIpv6Only, type Subnet, subnetBlock } from '@/lib/engine/subnet/subnet';
import { addressesOf, deviceName } from './devices';
import { failed, ran } from './ran';
import type { Family, HostSession } from './session';

/**
 * What `ip route` prints of a table, as Amazon Linux 2023 has it: every interface adds its subnet and a default route, the first
 * one with the lowest metric, and each but the first has a table of its own for what comes from its addresses.
 * Source: amazon-ec2-net-utils; `ip route` that users posted.
 */
export function routesText(session: HostSession, family: 4 | 6, table: string): string {
  const { world } = session;
  const instance = session.instanceId === undefined ? undefined : world.instances.get(session.instanceId);
  if (!instance) return '';
  const own = tableOwner(session, table);
  if (table !== 'main' && !own) return '';
  const devices = own ? [own] : session.interfaces();
  const lines = devices.flatMap((eni) =>
    family === 4 ? linesOf(session, eni, own !== undefined) : linesOf6(session, eni, own !== undefined),
  );
  const added = own
    ? []
    : (factsOf(world, instance).routes ?? []).flatMap(({ to, device }) => {
        const eni = devices.find(({ Attachment }) => Attachment?.DeviceIndex === device);
        const gateway = eni && gatewayOf(session, eni, family);
        if (!eni || gateway === undefined || isIpv6(to) !== (family === 6)) return [];
        return [`${to} via ${gateway} dev ${deviceName(world, eni)} proto static `];
      });
  const isDefault = (line: string) => line.startsWith('default');
  const all = [...lines, ...added];
  return [...all.filter(isDefault), ...all.filter((line) => !isDefault(line))].map((line) => `${line}\n`).join('');
}

/** The interface whose own table has that number: 10001 for the one at index 1. */
const tableOwner = (session: HostSession, table: string): NetworkInterface | undefined =>
  routesBySource(session)
    ? session.interfaces().find((eni) => index(eni) > 0 && String(10_000 + index(eni)) === table)
    : undefined;

const index = (eni: NetworkInterface): number => eni.Attachment?.DeviceIndex ?? 0;

function routesBySource(session: HostSession): boolean {
  const instance = session.instanceId === undefined ? undefined : session.world.instances.get(session.instanceId);
  return instance !== undefined && factsOf(session.world, instance).sourceRouting !== false;
}

function linesOf(session: HostSession, eni: NetworkInterface, inOwnTable: boolean): string[] {
  const source = eni.PrivateIpAddresses[0]?.PrivateIpAddress;
  const gateway = gatewayOf(session, eni, 4);
  const subnet = session.world.subnets.get(eni.SubnetId);
  if (source === undefined || gateway === undefined || !subnet) return [];
  const device = deviceName(session.world, eni);
  const metric = `metric ${512 + 10 * index(eni)} `;
  const [server] = session.nameServers();
  return [
    `default via ${gateway} dev ${device} proto dhcp src ${source} ${metric}`,
    ...(server !== undefined && !inOwnTable
      ? [`${server} via ${gateway} dev ${device} proto dhcp src ${source} ${metric}`]
      : []),
    `${subnet.CidrBlock} dev ${device} proto kernel scope link src ${source} ${metric}`,
    `${gateway} dev ${device} proto dhcp scope link src ${source} ${metric}`,
  ];
}

function linesOf6(session: HostSession, eni: NetworkInterface, inOwnTable: boolean): string[] {
  const { world } = session;
  const device = deviceName(world, eni);
  const block = world.subnets.get(eni.SubnetId)?.ipv6Block?.Ipv6CidrBlock;
  const gateway = gatewayOf(session, eni, 6);
  const metric = 512 + 10 * index(eni);
  const local = inOwnTable ? [] : [`fe80::/64 dev ${device} proto kernel metric 256 pref medium`];
  const [first] = eni.Ipv6Addresses ?? [];
  if (!first || block === undefined) return local;
  return [
    ...(inOwnTable
      ? []
      : [`${first.Ipv6Address} dev ${device} proto kernel metric ${metric} expires 446sec pref medium`]),
    `${block} dev ${device} proto ra metric ${metric} expires 1798sec pref medium`,
    ...local,
    `default via ${gateway} dev ${device} proto ra metric ${metric} expires 1798sec pref medium`,
  ];
}

/** The subnet's router: its block's second address; over IPv6 a link-local one. Assumed: which. */
function gatewayOf({ world }: HostSession, eni: NetworkInterface, family: 4 | 6): string | undefined {
  const subnet: Subnet | undefined = world.subnets.get(eni.SubnetId);
  if (!subnet) return undefined;
  if (family === 4) return isIpv6Only(subnet) ? undefined : ipText(subnetBlock(subnet).base + 1);
  const bits = (part: number) => mix(`${world.seed}/${subnet.SubnetId}/router`, part) & 0xffff;
  return `fe80::${bits(0).toString(16)}:${bits(1).toString(16)}ff:fe${(bits(2) & 0xff).toString(16).padStart(2, '0')}:${bits(3).toString(16)}`;
}

/** `ip rule`: what comes from an address of a further interface looks into that one's own table. */
export function rulesText(session: HostSession, family: Family): string {
  const own = routesBySource(session)
    ? session.interfaces().flatMap((eni) =>
        index(eni) === 0
          ? []
          : addressesOf(eni)
              .filter((address) => isIpv6(address) === (family === 6))
              .map(
                (address) => `${10_000 + index(eni)}:\tfrom ${address} lookup ${10_000 + index(eni)} proto static\n`,
              ),
      )
    : [];
  const last = family === 6 ? [] : ['32767:\tfrom all lookup default\n'];
  return ['0:\tfrom all lookup local\n', ...own, '32766:\tfrom all lookup main\n', ...last].join('');
}

/** `ip route get`: which interface a packet would leave by. */
export function routeTo(session: HostSession, to: string): ExecResult {
  const { world } = session;
  const address = asAddress(to);
  if (address === undefined) return failed(`Error: any valid prefix is expected rather than "${to}".`);
  const instance = session.instanceId === undefined ? undefined : world.instances.get(session.instanceId);
  const device = instance && deviceFor(world, instance, address);
  const eni = device?.eni;
  const family = isIpv6(address) ? 6 : 4;
  const source = eni && addressesOf(eni).find((one) => isIpv6(one) === isIpv6(address));
  const gateway = eni && gatewayOf(session, eni, family);
  if (!eni || source === undefined || gateway === undefined)
    return failed('RTNETLINK answers: Network is unreachable', 2);
  const near = device?.decision.kind === 'device' && device.decision.why === 'same-subnet';
  const from = family === 6 ? 'from :: ' : '';
  return ran(
    `${address} ${from}${near ? '' : `via ${gateway} `}dev ${deviceName(world, eni)} src ${source} uid 1000 \n    cache \n`,
  );
}
