import { NotModelled } from '../aws-error';
import { operation } from '../operation';
import { boolean, type InputOf, list, required, string } from '../shapes';
import { getVpc } from '../vpc/vpc';
import type { World } from '../world';
import { changedGroups } from './endpoint-groups';
import { addSubnets, removeSubnets, setGroups } from './endpoint-interfaces';
import { addRouteTables, removeRouteTables } from './endpoint-routes';
import { vpcEndpointErrors } from './errors';
import { acceptAddressing, acceptPolicy, dnsOptions, ipAddressType, subnetConfigurations } from './parameters';
import { hasGatewayToo, requirePrivateDns } from './private-dns';
import { servicesNamed } from './services';
import { getVpcEndpoint, type VpcEndpoint } from './vpc-endpoint';

const members = {
  VpcEndpointId: required(string),
  ResetPolicy: boolean,
  PolicyDocument: string,
  AddRouteTableIds: list(string),
  RemoveRouteTableIds: list(string),
  AddSubnetIds: list(string),
  RemoveSubnetIds: list(string),
  AddSecurityGroupIds: list(string),
  RemoveSecurityGroupIds: list(string),
  IpAddressType: ipAddressType,
  DnsOptions: dnsOptions,
  PrivateDnsEnabled: boolean,
  SubnetConfigurations: subnetConfigurations,
} as const;
type Change = InputOf<typeof members>;

/**
 * ModifyVpcEndpoint: route tables and policy of a gateway endpoint; subnets, groups, policy and private DNS of an interface
 * endpoint. A subnet's configuration replaces the interface that is there.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpoint.html
 * Not modelled: IPv6.
 */
export const modifyVpcEndpoint = operation({
  name: 'ModifyVpcEndpoint',
  input: members,
  run(world, input) {
    if (input.ResetPolicy && input.PolicyDocument) throw vpcEndpointErrors.policyTwice();
    acceptAddressing(input);
    acceptPolicy(input.PolicyDocument);
    const endpoint = getVpcEndpoint(world, input.VpcEndpointId);
    if (endpoint.deleting) throw vpcEndpointErrors.state(endpoint.VpcEndpointId);
    const changed = withPolicy(endpoint, input);
    if (endpoint.VpcEndpointType === 'Gateway') changeGateway(world, changed, input);
    else changeInterface(world, changed, input);
    return { Return: true };
  },
});

function withPolicy(endpoint: VpcEndpoint, { ResetPolicy, PolicyDocument, DnsOptions }: Change): VpcEndpoint {
  const { PolicyDocument: _, ...reset } = endpoint;
  const DnsRecordIpType = DnsOptions?.DnsRecordIpType ?? endpoint.DnsRecordIpType;
  if (ResetPolicy) return { ...reset, DnsRecordIpType };
  return { ...endpoint, DnsRecordIpType, ...(PolicyDocument && { PolicyDocument }) };
}

const isSome = (...lists: (readonly unknown[] | undefined)[]): boolean =>
  lists.some((one) => one !== undefined && one.length > 0);

function changeGateway(world: World, endpoint: VpcEndpoint, input: Change): void {
  if (isSome(input.AddSubnetIds, input.RemoveSubnetIds, input.SubnetConfigurations)) {
    throw vpcEndpointErrors.subnetsOfGateway();
  }
  if (isSome(input.AddSecurityGroupIds, input.RemoveSecurityGroupIds)) throw vpcEndpointErrors.groupsOfGateway();
  if (input.PrivateDnsEnabled) throw vpcEndpointErrors.privateDnsOfGateway();
  world.vpcEndpoints.replace(endpoint);
  removeRouteTables(world, endpoint, input.RemoveRouteTableIds ?? []);
  addRouteTables(world, endpoint, input.AddRouteTableIds ?? []);
}

function changeInterface(world: World, endpoint: VpcEndpoint, input: Change): void {
  if (isSome(input.AddRouteTableIds, input.RemoveRouteTableIds)) throw vpcEndpointErrors.routeTablesOfInterface();
  const dns = changedDns(world, endpoint, input);
  const groups = changedGroups(world, endpoint, input.AddSecurityGroupIds ?? [], input.RemoveSecurityGroupIds ?? []);
  const configurations = input.SubnetConfigurations ?? [];
  const replaced = configurations
    .map(({ SubnetId }) => SubnetId)
    .filter((id) => id !== undefined)
    .filter((id) => endpoint.subnets.some(({ SubnetId }) => SubnetId === id));
  const left = removeSubnets(world, endpoint, [...(input.RemoveSubnetIds ?? []), ...replaced]);
  const added = [...replaced, ...(input.AddSubnetIds ?? [])];
  const subnets = addSubnets(world, { ...endpoint, groups, subnets: left }, added, configurations);
  setGroups(world, { subnets }, groups);
  world.vpcEndpoints.replace({ ...endpoint, ...dns, groups, subnets });
}

function changedDns(
  world: World,
  endpoint: VpcEndpoint,
  { PrivateDnsEnabled = endpoint.PrivateDnsEnabled, DnsOptions }: Change,
): Pick<VpcEndpoint, 'PrivateDnsEnabled' | 'inboundOnly'> {
  const service = servicesNamed(world.region, endpoint.ServiceName).find(({ type }) => type === 'Interface');
  if (!service) throw new NotModelled(`the endpoint service ${endpoint.ServiceName}`);
  const isBoth = hasGatewayToo(world, service);
  const asked = DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint;
  const inboundOnly = asked ?? endpoint.inboundOnly ?? isBoth;
  const isAsked = !endpoint.PrivateDnsEnabled || asked !== undefined;
  if (PrivateDnsEnabled && isAsked) {
    const vpc = getVpc(world, endpoint.VpcId);
    requirePrivateDns(world, vpc, service, { inboundOnly, except: endpoint.VpcEndpointId });
  }
  return { PrivateDnsEnabled, ...(isBoth && PrivateDnsEnabled && { inboundOnly }) };
}
