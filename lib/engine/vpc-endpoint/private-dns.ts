import type { Vpc } from '../vpc/vpc';
import type { World } from '../world';
import { vpcEndpointErrors } from './errors';
import { type EndpointService, servicesNamed } from './services';

/** Whether a service also has gateway endpoints, which private DNS of its interface endpoints then leaves the VPC's traffic to. */
export const hasGatewayToo = (world: World, { name }: EndpointService): boolean =>
  servicesNamed(world.region, name).some(({ type }) => type === 'Gateway');

/**
 * Refuse private DNS where it cannot be: the service has no name for it, the VPC's DNS attributes are off, another endpoint of
 * the VPC has the name, or, for inbound queries only, the VPC has no gateway endpoint for the service.
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html#vpce-private-dns;
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html#private-dns
 */
export function requirePrivateDns(
  world: World,
  vpc: Vpc,
  service: EndpointService,
  options: { readonly inboundOnly: boolean; readonly except?: string },
): void {
  const [name] = service.privateNames;
  if (name === undefined) throw vpcEndpointErrors.noPrivateName(service.name);
  if (!vpc.enableDnsSupport || !vpc.enableDnsHostnames) throw vpcEndpointErrors.dnsAttributes(vpc.VpcId);
  const others = world.vpcEndpoints
    .by('VpcId', vpc.VpcId)
    .filter((row) => row.ServiceName === service.name && row.VpcEndpointId !== options.except);
  if (others.some(({ PrivateDnsEnabled }) => PrivateDnsEnabled)) throw vpcEndpointErrors.dnsConflict(name, vpc.VpcId);
  const hasGateway = others.some(({ VpcEndpointType }) => VpcEndpointType === 'Gateway');
  if (options.inboundOnly && !hasGateway) throw vpcEndpointErrors.needsGateway(vpc.VpcId);
}
