import { errors, NotModelled } from '../aws-error';
import { once, stillThere } from '../client-token';
import { newId, nextSequence } from '../ids';
import { operation } from '../operation';
import { boolean, enumeration, type InputOf, list, notModelled, required, string, tagSpecifications } from '../shapes';
import { type Tag, tagsFor } from '../tags';
import { getVpc } from '../vpc/vpc';
import type { World } from '../world';
import { describeVpcEndpoint } from './describe-vpc-endpoint';
import { groupsFor } from './endpoint-groups';
import { addSubnets } from './endpoint-interfaces';
import { addRouteTables } from './endpoint-routes';
import { vpcEndpointErrors } from './errors';
import { acceptAddressing, acceptPolicy, dnsOptions, ipAddressType, subnetConfigurations } from './parameters';
import { hasGatewayToo, requirePrivateDns } from './private-dns';
import { type EndpointService, servicesNamed } from './services';

/** How long a new interface endpoint is `pending`. Assumed: a minute; AWS takes one or two. */
const pendingMs = 60_000;

const members = {
  VpcEndpointType: enumeration('Interface', 'Gateway', 'GatewayLoadBalancer', 'Resource', 'ServiceNetwork'),
  VpcId: required(string),
  ServiceName: string,
  PolicyDocument: string,
  RouteTableIds: list(string),
  SubnetIds: list(string),
  SecurityGroupIds: list(string),
  IpAddressType: ipAddressType,
  DnsOptions: dnsOptions,
  ClientToken: string,
  PrivateDnsEnabled: boolean,
  TagSpecifications: tagSpecifications,
  SubnetConfigurations: subnetConfigurations,
  ServiceNetworkArn: notModelled,
  ResourceConfigurationArn: notModelled,
  ServiceRegion: string,
} as const;
type Wanted = InputOf<typeof members>;

/**
 * CreateVpcEndpoint: a private way from a VPC to a service of AWS: by routes to the service's prefix list (gateway), or by
 * interfaces in the VPC's subnets, one for each zone.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html
 * Not modelled: endpoints of the types GatewayLoadBalancer, Resource and ServiceNetwork, IPv6, services of other accounts and Regions.
 * Differs: without `PrivateDnsEnabled` it is on where the service has a private name and no gateway endpoints; AWS documents no default.
 */
export const createVpcEndpoint = operation({
  name: 'CreateVpcEndpoint',
  input: members,
  run(world, input) {
    const { VpcEndpointType: type = 'Gateway', ServiceName, ServiceRegion = world.region } = input;
    if (type !== 'Gateway' && type !== 'Interface') throw new NotModelled(`VPC endpoints of type ${type}`);
    if (!ServiceName) throw errors.missingParameter('serviceName');
    if (ServiceRegion !== world.region) throw new NotModelled('endpoint services of other Regions');
    acceptAddressing(input);
    acceptPolicy(input.PolicyDocument);
    const tags = tagsFor(world, input.TagSpecifications, 'vpc-endpoint');
    const make = type === 'Gateway' ? makeGatewayEndpoint : makeInterfaceEndpoint;
    const [id = ''] = once(world, 'CreateVpcEndpoint', input, () => {
      getVpc(world, input.VpcId);
      const services = servicesNamed(world.region, ServiceName);
      const service = services.find((one) => one.type === type);
      if (services.length === 0) throw vpcEndpointErrors.noService(ServiceName);
      if (!service)
        throw vpcEndpointErrors.serviceType(
          type,
          services.map((one) => one.type),
        );
      return [make(world, service, input, tags)];
    });
    return {
      VpcEndpoint: describeVpcEndpoint(world, stillThere(world.vpcEndpoints.get(id)), true),
      ...(input.ClientToken && { ClientToken: input.ClientToken }),
    };
  },
});

const isSome = (ids: readonly unknown[] | undefined): boolean => ids !== undefined && ids.length > 0;

function makeGatewayEndpoint(world: World, service: EndpointService, wanted: Wanted, Tags: readonly Tag[]): string {
  if (isSome(wanted.SubnetIds) || isSome(wanted.SubnetConfigurations)) throw vpcEndpointErrors.subnetsOfGateway();
  if (isSome(wanted.SecurityGroupIds)) throw vpcEndpointErrors.groupsOfGateway();
  if (wanted.PrivateDnsEnabled) throw vpcEndpointErrors.privateDnsOfGateway();
  if (world.vpcEndpoints.count('type', 'Gateway') >= world.quotas.gatewayEndpointsPerRegion) {
    throw vpcEndpointErrors.limit();
  }
  const endpoint = world.vpcEndpoints.insert({
    creation: nextSequence(world),
    VpcEndpointId: newId(world, 'vpcEndpoint'),
    VpcEndpointType: 'Gateway',
    VpcId: wanted.VpcId,
    ServiceName: service.name,
    ...(wanted.PolicyDocument && { PolicyDocument: wanted.PolicyDocument }),
    subnets: [],
    groups: [],
    PrivateDnsEnabled: false,
    DnsRecordIpType: wanted.DnsOptions?.DnsRecordIpType ?? 'service-defined',
    createdAt: world.now,
    availableAt: world.now,
    Tags,
  });
  addRouteTables(world, endpoint, wanted.RouteTableIds ?? []);
  return endpoint.VpcEndpointId;
}

function makeInterfaceEndpoint(world: World, service: EndpointService, wanted: Wanted, Tags: readonly Tag[]): string {
  if (isSome(wanted.RouteTableIds)) throw vpcEndpointErrors.routeTablesOfInterface();
  const vpc = getVpc(world, wanted.VpcId);
  const isBoth = hasGatewayToo(world, service);
  const PrivateDnsEnabled = wanted.PrivateDnsEnabled ?? (service.privateNames.length > 0 && !isBoth);
  const asked = wanted.DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint;
  const inboundOnly = asked ?? (isBoth && PrivateDnsEnabled);
  if (PrivateDnsEnabled) requirePrivateDns(world, vpc, service, { inboundOnly });
  const inVpc = world.vpcEndpoints.by('VpcId', vpc.VpcId).filter((row) => row.VpcEndpointType === 'Interface').length;
  if (inVpc >= world.quotas.interfaceEndpointsPerVpc) throw vpcEndpointErrors.limit();
  const endpoint = {
    creation: nextSequence(world),
    VpcEndpointId: newId(world, 'vpcEndpoint'),
    VpcEndpointType: 'Interface' as const,
    VpcId: vpc.VpcId,
    ServiceName: service.name,
    ...(wanted.PolicyDocument && { PolicyDocument: wanted.PolicyDocument }),
    subnets: [],
    groups: groupsFor(world, vpc.VpcId, wanted.SecurityGroupIds),
    PrivateDnsEnabled,
    DnsRecordIpType: wanted.DnsOptions?.DnsRecordIpType ?? 'ipv4',
    ...(isBoth && PrivateDnsEnabled && { inboundOnly }),
    createdAt: world.now,
    availableAt: world.now + pendingMs,
    Tags,
  };
  const configurations = wanted.SubnetConfigurations ?? [];
  const subnets = addSubnets(world, endpoint, wanted.SubnetIds ?? [], configurations);
  world.vpcEndpoints.insert({ ...endpoint, subnets });
  return endpoint.VpcEndpointId;
}
