import { errors } from '../aws-error';
import { once } from '../client-token';
import { mix } from '../ids';
import { operation } from '../operation';
import {
  boolean,
  enumeration,
  integer,
  list,
  notModelled,
  required,
  string,
  structure,
  tagSpecifications,
} from '../shapes';
import { getSubnet } from '../subnet/subnet';
import { tagsFor } from '../tags';
import { acceptConnectionTracking, connectionTrackingSpecification } from './connection-tracking';
import { describeNetworkInterface } from './describe-network-interface';
import { checkDescription, makeNetworkInterface } from './make-network-interface';
import { interfacePlacementErrors } from './private-address-errors';
import { planAddresses } from './private-addresses';

/**
 * CreateNetworkInterface: a new interface in a subnet, attached to nothing. An EFA-only one has no address; one in an IPv6-only
 * subnet has no IPv4 address.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkInterface.html
 * Not modelled: operators (AWS keeps them to itself); prefixes from a subnet's CIDR reservations.
 */
export const createNetworkInterface = operation({
  name: 'CreateNetworkInterface',
  input: {
    Ipv4Prefixes: list(structure({ Ipv4Prefix: string })),
    Ipv4PrefixCount: integer,
    Ipv6Prefixes: list(structure({ Ipv6Prefix: string })),
    Ipv6PrefixCount: integer,
    InterfaceType: enumeration('interface', 'efa', 'efa-only', 'trunk'),
    TagSpecifications: tagSpecifications,
    ClientToken: string,
    EnablePrimaryIpv6: boolean,
    ConnectionTrackingSpecification: connectionTrackingSpecification,
    Operator: notModelled,
    SubnetId: required(string),
    Description: string,
    PrivateIpAddress: string,
    Groups: list(string),
    PrivateIpAddresses: list(structure({ Primary: boolean, PrivateIpAddress: string })),
    SecondaryPrivateIpAddressCount: integer,
    Ipv6Addresses: list(structure({ Ipv6Address: string, IsPrimaryIpv6: boolean })),
    Ipv6AddressCount: integer,
  },
  run(world, input) {
    const addresses = planAddresses(input);
    checkDescription(input.Description ?? '');
    const connectionTracking = acceptConnectionTracking(input.ConnectionTrackingSpecification);
    const tags = tagsFor(world, input.TagSpecifications, 'network-interface');
    const [id = ''] = once(world, 'CreateNetworkInterface', input, () => {
      const made = makeNetworkInterface(world, {
        subnet: getSubnet(world, input.SubnetId),
        addresses,
        groups: input.Groups,
        description: input.Description,
        interfaceType: input.InterfaceType,
        connectionTracking,
        tags,
        requesterId: principalId(world.account),
        placement: interfacePlacementErrors,
      });
      return [made.NetworkInterfaceId];
    });
    const networkInterface = world.networkInterfaces.get(id);
    // Its token is remembered after an interface is gone, as in emulators.
    if (!networkInterface) throw errors.idempotentMismatch();
    return {
      NetworkInterface: describeNetworkInterface(world, networkInterface),
      ...(input.ClientToken && { ClientToken: input.ClientToken }),
    };
  },
});

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The id of the account's one user, who makes every interface: `AIDA` and 17 more, as AWS's are. */
function principalId(account: string): string {
  let id = 'AIDA';
  let bits = 0;
  for (let digit = 0; digit < 17; digit += 1) {
    if (digit % 6 === 0) bits = mix(account, digit);
    id += base32[bits & 31];
    bits >>>= 5;
  }
  return id;
}
