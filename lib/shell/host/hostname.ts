import type { ExecResult } from 'just-bash';
import { privateDnsName } from '@/lib/engine/network-interface/dns-names';
import { addressesOf } from './devices';
import { lacks, ran } from './ran';
import type { HostSession } from './session';
import { seatName } from './standing';

/**
 * The name that a host gives itself: on an instance its private DNS name.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/hostname-types.html
 */
function ownName(session: HostSession): string {
  const { world, host } = session;
  const instance = session.instanceId === undefined ? undefined : world.instances.get(session.instanceId);
  if (!instance) return host ? seatName(world, host.seat) : 'localhost';
  const [primary] = session.interfaces();
  const address = primary?.PrivateIpAddresses[0]?.PrivateIpAddress;
  if (address !== undefined && instance.nameOptions?.HostnameType !== 'resource-name')
    return privateDnsName(world.region, address);
  return privateDnsName(world.region, '').replace(/^ip-/, instance.InstanceId);
}

/** `hostname`, as version 3.23 prints. */
export function hostname(session: HostSession, args: readonly string[]): ExecResult {
  const [option, ...more] = args;
  const name = ownName(session);
  const addresses = session.interfaces().flatMap(addressesOf);
  if (more.length > 0 || (option !== undefined && !option.startsWith('-'))) {
    return ran('', 'hostname: you must be root to change the host name\n', 1);
  }
  if (option === undefined || option === '-f' || option === '--fqdn') return ran(`${name}\n`);
  if (option === '-s' || option === '--short') return ran(`${name.split('.')[0]}\n`);
  if (option === '-d' || option === '--domain') return ran(`${name.split('.').slice(1).join('.')}\n`);
  if (option === '-i' || option === '--ip-address') return ran(`${addresses[0] ?? '127.0.0.1'}\n`);
  if (option === '-I' || option === '--all-ip-addresses') return ran(`${addresses.map((one) => `${one} `).join('')}\n`);
  return lacks('hostname', option);
}
