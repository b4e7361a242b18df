import { listRows } from '../describe';
import { operation } from '../operation';
import { filterList, paged, required, string } from '../shapes';
import type { Row } from '../table';
import { covers, type Destination, parseAddress, parseDestination } from './destination';
import { transitGatewayRouteTableErrors } from './errors';
import { describeRoute, routeState, routesOf, type TransitRoute } from './routes';
import { getTransitGatewayRouteTable } from './transit-gateway-route-table';

/** How each search narrows the routes down; every value counts by itself. */
const searches: {
  readonly [name: string]: (routes: readonly TransitRoute[], value: string) => readonly TransitRoute[];
} = {
  'route-search.exact-match': matching(parseDestination, (route, asked) => route.text === asked.text),
  'route-search.subnet-of-match': matching(parseDestination, (route, asked) => covers(asked, route)),
  'route-search.supernet-of-match': matching(parseDestination, (route, asked) => covers(route, asked)),
  'route-search.longest-prefix-match': (routes, value) =>
    matching(parseAddress, covers)(routes, value)
      .toSorted((a, b) => b.destination.prefix - a.destination.prefix)
      .slice(0, 1),
};

interface RouteRow extends Row {
  readonly route: TransitRoute;
}

const filters = {
  'attachment.transit-gateway-attachment-id': ({ route }: RouteRow) => route.attachment?.TransitGatewayAttachmentId,
  'attachment.resource-id': ({ route }: RouteRow) => route.attachment?.ResourceId,
  'attachment.resource-type': ({ route }: RouteRow) => route.attachment?.ResourceType,
  'prefix-list-id': () => undefined,
  state: ({ route }: RouteRow) => routeState(route),
  type: ({ route }: RouteRow) => route.Type,
};

/**
 * SearchTransitGatewayRoutes: routes of a table. The searches by prefix take a block, the one by longest prefix an address;
 * anything else matches nothing. Observed: a live account, github.com/floci-io/floci/pull/2348.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SearchTransitGatewayRoutes.html
 * Not modelled: references to prefix lists.
 */
export const searchTransitGatewayRoutes = operation({
  name: 'SearchTransitGatewayRoutes',
  input: { TransitGatewayRouteTableId: required(string), Filters: required(filterList), ...paged },
  run(world, input) {
    for (const { Name = '' } of input.Filters) {
      if (!Object.hasOwn(searches, Name) && !Object.hasOwn(filters, Name))
        throw transitGatewayRouteTableErrors.searchFilter(Name);
    }
    const { rows, NextToken } = listRows<RouteRow>(
      { ...input, Filters: input.Filters.filter(({ Name = '' }) => Object.hasOwn(filters, Name)) },
      {
        list: () => {
          const table = getTransitGatewayRouteTable(world, input.TransitGatewayRouteTableId);
          return input.Filters.reduce(search, routesOf(world, table)).map((route, creation) => ({ creation, route }));
        },
        filters,
      },
    );
    return {
      Routes: rows.map(({ route }) => describeRoute(route)),
      AdditionalRoutesAvailable: NextToken !== undefined,
      ...(NextToken && { NextToken }),
    };
  },
});

function search(
  routes: readonly TransitRoute[],
  { Name = '', Values = [] }: { Name?: string | undefined; Values?: string[] | undefined },
): TransitRoute[] {
  const one = Object.hasOwn(searches, Name) ? searches[Name] : undefined;
  if (!one) return [...routes];
  const found = new Set(Values.flatMap((value) => one(routes, value)));
  return routes.filter((route) => found.has(route));
}

function matching(
  parse: (text: string) => Destination | undefined,
  matches: (route: Destination, asked: Destination) => boolean,
): (routes: readonly TransitRoute[], value: string) => TransitRoute[] {
  return (routes, value) => {
    const asked = parse(value);
    return asked ? routes.filter(({ destination }) => matches(destination, asked)) : [];
  };
}
