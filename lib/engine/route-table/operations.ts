import type { Operation } from '../operation';
import { associateRouteTable } from './associate-route-table';
import { createRoute } from './create-route';
import { createRouteTable } from './create-route-table';
import { deleteRoute } from './delete-route';
import { deleteRouteTable } from './delete-route-table';
import { describeRouteTables } from './describe-route-tables';
import { disableVgwRoutePropagation } from './disable-vgw-route-propagation';
import { disassociateRouteTable } from './disassociate-route-table';
import { enableVgwRoutePropagation } from './enable-vgw-route-propagation';
import { replaceRoute } from './replace-route';
import { replaceRouteTableAssociation } from './replace-route-table-association';

export const routeTableOperations: readonly Operation[] = [
  associateRouteTable,
  createRoute,
  createRouteTable,
  deleteRoute,
  deleteRouteTable,
  describeRouteTables,
  disableVgwRoutePropagation,
  disassociateRouteTable,
  enableVgwRoutePropagation,
  replaceRoute,
  replaceRouteTableAssociation,
];
