import type { InternetGateway } from '@/lib/engine/internet-gateway/internet-gateway';
import { routeTableOf } from '@/lib/engine/route-table/route-table';
import { localDestinations } from '@/lib/engine/route-table/routes-of';
import { instancesNamed, listOf, memberOf, type Situation, textOf } from './situation';

/** What can be so with the routes, gateways and rules that a call names. */
export const networkSituations = {
  /** The internet gateway of the route is attached to no VPC. */
  'gateway-unattached': ({ world, call }) => isLoose(world.internetGateways.get(textOf(call, 'GatewayId'))),
  /** The destination is a block of the VPC: its route is the local one. */
  'local-route': ({ world, call }) => {
    const table = world.routeTables.get(textOf(call, 'RouteTableId'));
    const destination = textOf(call, 'DestinationCidrBlock');
    if (!table || destination === '') return false;
    return localDestinations(world, table.VpcId).some((local) => local.DestinationCidrBlock === destination);
  },
  /** The route leads to an interface that takes only what is addressed to it. */
  'target-checks-destination': (done) => {
    const { world, call } = done;
    const eni =
      world.networkInterfaces.get(textOf(call, 'NetworkInterfaceId')) ??
      world.networkInterfaces.first('InstanceId', instancesNamed(done)[0]?.InstanceId ?? '');
    return eni?.Attachment?.InstanceId !== undefined && eni.SourceDestCheck;
  },
  /** The route leads to a NAT gateway, in the table of the NAT gateway's own subnet. */
  'back-to-its-own-subnet': ({ world, call }) => {
    const gateway = world.natGateways.get(textOf(call, 'NatGatewayId'));
    if (gateway?.ConnectivityType !== 'public') return false;
    return (
      textOf(call, 'DestinationCidrBlock') === '0.0.0.0/0' &&
      routeTableOf(world, gateway).RouteTableId === textOf(call, 'RouteTableId')
    );
  },
  /** What is to be deleted is used by interfaces, and nothing holds any of them. */
  'only-loose-interfaces': ({ world, call }) => {
    const users = [
      ...world.networkInterfaces.by('SubnetId', textOf(call, 'SubnetId')),
      ...world.networkInterfaces.by('group', textOf(call, 'GroupId')),
    ];
    return users.length > 0 && users.every(({ Attachment }) => Attachment === undefined);
  },
  /** A rule of a group for the ports that answers go to. */
  'ephemeral-ports': ({ call }) =>
    [call.input, ...listOf(call.input, 'IpPermissions')].some((permission) =>
      isEphemeral(memberOf(permission, 'FromPort'), memberOf(permission, 'ToPort')),
    ),
  /** An entry of an ACL lets out by the very port that another lets in by, and none lets out what answers use. */
  'answer-by-the-same-port': ({ world, call }) => {
    const ports = memberOf(call.input, 'PortRange');
    const [from, to] = [memberOf(ports, 'From'), memberOf(ports, 'To')];
    const isOneWellKnown = from === to && typeof from === 'number' && from > 0 && from < 1024;
    if (!isOneWellKnown || memberOf(call.input, 'Egress') !== true) return false;
    const allowed = (world.networkAcls.get(textOf(call, 'NetworkAclId'))?.entries ?? []).filter(
      ({ RuleAction }) => RuleAction === 'allow',
    );
    const letsIn = allowed.some(
      ({ Egress, PortRange }) => !Egress && PortRange?.From === from && PortRange.To === from,
    );
    // Without ports an entry is for all of them.
    const answers = allowed.some(({ Egress, PortRange }) => Egress && (PortRange?.To ?? 65_535) >= leastEphemeralEnd);
    return letsIn && !answers;
  },
} satisfies Record<string, Situation>;

const isLoose = (gateway: InternetGateway | undefined): boolean => gateway !== undefined && !gateway.attachedTo;

/** Ranges of ephemeral ports begin at 1024, 32768 or 49152 and end here or later: https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html */
const leastEphemeralEnd = 60_999;

const isEphemeral = (from: unknown, to: unknown): boolean =>
  typeof from === 'number' && typeof to === 'number' && from >= 1024 && from <= 49_152 && to >= leastEphemeralEnd;
