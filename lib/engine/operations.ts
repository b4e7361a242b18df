import { addressOperations } from './address/operations';
import { customerGatewayOperations } from './customer-gateway/operations';
import { dhcpOptionsOperations } from './dhcp-options/operations';
import { egressOnlyInternetGatewayOperations } from './egress-only-internet-gateway/operations';
import { flowLogOperations } from './flow-log/operations';
import { imageOperations } from './image/operations';
import { instanceOperations } from './instance/operations';
import { instanceTypeOperations } from './instance-type/operations';
import { internetGatewayOperations } from './internet-gateway/operations';
import { natGatewayOperations } from './nat-gateway/operations';
import { networkAclOperations } from './network-acl/operations';
import { networkInsightsOperations } from './network-insights/operations';
import { networkInterfaceOperations } from './network-interface/operations';
import type { Operation } from './operation';
import { prefixListOperations } from './prefix-list/operations';
import { regionOperations } from './region/operations';
import { routeTableOperations } from './route-table/operations';
import { securityGroupOperations } from './security-group/operations';
import { subnetOperations } from './subnet/operations';
import { tagOperations } from './tag/operations';
import { trafficMirrorOperations } from './traffic-mirror/operations';
import { transitGatewayOperations } from './transit-gateway/operations';
import { transitGatewayAttachmentOperations } from './transit-gateway-attachment/operations';
import { transitGatewayRouteTableOperations } from './transit-gateway-route-table/operations';
import { vpcOperations } from './vpc/operations';
import { vpcEndpointOperations } from './vpc-endpoint/operations';
import { vpcPeeringConnectionOperations } from './vpc-peering-connection/operations';
import { vpnConnectionOperations } from './vpn-connection/operations';
import { vpnGatewayOperations } from './vpn-gateway/operations';

/** Every operation this simulator models. */
export const operations: readonly Operation[] = [
  ...addressOperations,
  ...customerGatewayOperations,
  ...dhcpOptionsOperations,
  ...egressOnlyInternetGatewayOperations,
  ...flowLogOperations,
  ...imageOperations,
  ...instanceOperations,
  ...instanceTypeOperations,
  ...internetGatewayOperations,
  ...natGatewayOperations,
  ...networkAclOperations,
  ...networkInsightsOperations,
  ...networkInterfaceOperations,
  ...prefixListOperations,
  ...regionOperations,
  ...routeTableOperations,
  ...securityGroupOperations,
  ...subnetOperations,
  ...tagOperations,
  ...trafficMirrorOperations,
  ...transitGatewayOperations,
  ...transitGatewayAttachmentOperations,
  ...transitGatewayRouteTableOperations,
  ...vpcOperations,
  ...vpcEndpointOperations,
  ...vpcPeeringConnectionOperations,
  ...vpnConnectionOperations,
  ...vpnGatewayOperations,
];
