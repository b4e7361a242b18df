import type { TestAccount } from './account';

/** The members of a route table that tests read; the whole is compared where it matters. */
export interface ShownRouteTable {
  readonly RouteTableId: string;
  readonly Associations: readonly { readonly RouteTableAssociationId: string; readonly RouteTableId: string }[];
  readonly Routes: readonly { readonly State: string }[];
}

export const makeRouteTable = (account: TestAccount, VpcId: string): string =>
  account.call<{ RouteTable: ShownRouteTable }>('CreateRouteTable', { VpcId }).RouteTable.RouteTableId;

export function showTable(account: TestAccount, routeTableId: string): ShownRouteTable {
  return only(account, { RouteTableIds: [routeTableId] });
}

/** The main route table of a VPC. */
export function mainTable(account: TestAccount, vpcId: string): ShownRouteTable {
  const Filters = [
    { Name: 'vpc-id', Values: [vpcId] },
    { Name: 'association.main', Values: ['true'] },
  ];
  return only(account, { Filters });
}

function only(account: TestAccount, input: object): ShownRouteTable {
  const [table] = account.call<{ RouteTables: ShownRouteTable[] }>('DescribeRouteTables', input).RouteTables;
  if (!table) throw new Error(`no route table for ${JSON.stringify(input)}`);
  return table;
}
