import type { Operation } from '../operation';
import { associateTransitGatewayRouteTable } from './associate-transit-gateway-route-table';
import { createTransitGatewayRoute } from './create-transit-gateway-route';
import { createTransitGatewayRouteTable } from './create-transit-gateway-route-table';
import { deleteTransitGatewayRoute } from './delete-transit-gateway-route';
import { deleteTransitGatewayRouteTable } from './delete-transit-gateway-route-table';
import { describeTransitGatewayRouteTables } from './describe-transit-gateway-route-tables';
import { disableTransitGatewayRouteTablePropagation } from './disable-transit-gateway-route-table-propagation';
import { disassociateTransitGatewayRouteTable } from './disassociate-transit-gateway-route-table';
import { enableTransitGatewayRouteTablePropagation } from './enable-transit-gateway-route-table-propagation';
import { getTransitGatewayAttachmentPropagations } from './get-transit-gateway-attachment-propagations';
import { getTransitGatewayRouteTableAssociations } from './get-transit-gateway-route-table-associations';
import { getTransitGatewayRouteTablePropagations } from './get-transit-gateway-route-table-propagations';
import { replaceTransitGatewayRoute } from './replace-transit-gateway-route';
import { searchTransitGatewayRoutes } from './search-transit-gateway-routes';

export const transitGatewayRouteTableOperations: readonly Operation[] = [
  associateTransitGatewayRouteTable,
  createTransitGatewayRoute,
  createTransitGatewayRouteTable,
  deleteTransitGatewayRoute,
  deleteTransitGatewayRouteTable,
  describeTransitGatewayRouteTables,
  disableTransitGatewayRouteTablePropagation,
  disassociateTransitGatewayRouteTable,
  enableTransitGatewayRouteTablePropagation,
  getTransitGatewayAttachmentPropagations,
  getTransitGatewayRouteTableAssociations,
  getTransitGatewayRouteTablePropagations,
  replaceTransitGatewayRoute,
  searchTransitGatewayRoutes,
];
