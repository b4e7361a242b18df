import { instanceState } from '../instance/instance';
import { parseIp } from '../ip';
import { interfacesOf } from '../network-interface/network-interface';
import type { World } from '../world';
import { mainAddress } from './addresses';
import type { Resolved } from './resolve-name';

/** The address in a label such as `ip-10-0-1-5`. */
export function ipNamed(label: string, prefix: 'ip-' | 'ec2-'): string | undefined {
  if (!label.startsWith(prefix)) return undefined;
  const ip = label.slice(prefix.length).replaceAll('-', '.');
  return parseIp(ip) === undefined ? undefined : ip;
}

/**
 * The addresses of an instance of that VPC by its resource name, `i-…`, for which it has records only where they were asked for.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/hostname-types.html
 */
export function instanceNamed(world: World, vpcId: string, label: string): Resolved | undefined {
  const instance = world.instances.get(label);
  if (!instance || instance.VpcId !== vpcId || instanceState(world, instance) === 'terminated') return undefined;
  const { EnableResourceNameDnsARecord: v4 = false, EnableResourceNameDnsAAAARecord: v6 = false } =
    instance.nameOptions ?? {};
  const [primary] = interfacesOf(world, label);
  if (!primary) return undefined;
  const addresses = [v4 && mainAddress(primary, 'IPv4'), v6 && mainAddress(primary, 'IPv6')].filter(
    (address) => typeof address === 'string',
  );
  return addresses.length > 0 ? { addresses, by: label } : undefined;
}
