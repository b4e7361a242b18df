import { makeInternetGateway } from '../internet-gateway/make-internet-gateway';
import { zonesOf } from '../region/zones';
import { addRoute } from '../route-table/add-route';
import { mainRouteTable } from '../route-table/route-table';
import { makeDefaultSubnet } from '../subnet/make-default-subnet';
import type { World } from '../world';
import { makeVpc } from './make-vpc';
import type { Vpc } from './vpc';

/**
 * Make the default VPC: 172.31.0.0/16 with DNS hostnames, a default subnet in every zone, and an internet gateway to
 * which its main route table leads.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
 */
export function makeDefaultVpc(world: World): Vpc {
  const vpc = makeVpc(world, {
    CidrBlock: '172.31.0.0/16',
    InstanceTenancy: 'default',
    IsDefault: true,
    enableDnsHostnames: true,
    Tags: [],
  });
  for (const zone of zonesOf(world.region)) makeDefaultSubnet(world, vpc, zone);
  const gateway = makeInternetGateway(world, []);
  world.internetGateways.replace({ ...gateway, attachedTo: vpc.VpcId });
  addRoute(world, mainRouteTable(world, vpc.VpcId).RouteTableId, {
    DestinationCidrBlock: '0.0.0.0/0',
    target: { GatewayId: gateway.InternetGatewayId },
    Origin: 'CreateRoute',
  });
  return vpc;
}
