import { standingId } from '../ids';
import type { World } from '../world';
import type { DhcpOptions } from './dhcp-options';

/**
 * The set of DHCP options that a Region has for new VPCs, made when it is missing. `creation` is that of the VPC it is made for.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/DHCPOptionSet.html; the CLI's example for describe-dhcp-options.
 */
export function makeDefaultDhcpOptions(world: World, creation: number): DhcpOptions {
  const DhcpOptionsId = standingId(world, 'dhcpOptions');
  const domain = world.region === 'us-east-1' ? 'ec2.internal' : `${world.region}.compute.internal`;
  return (
    world.dhcpOptions.get(DhcpOptionsId) ??
    world.dhcpOptions.insert({
      creation,
      DhcpOptionsId,
      configurations: [
        { Key: 'domain-name', Values: [domain] },
        { Key: 'domain-name-servers', Values: ['AmazonProvidedDNS'] },
      ],
      Tags: [],
    })
  );
}
