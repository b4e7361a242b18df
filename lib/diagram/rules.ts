import { entriesOf } from '@/lib/engine/network-acl/entry';
import { componentName } from '@/lib/engine/reachability/component-words';
import type { Hop } from '@/lib/engine/reachability/hop';
import {
  destinationText,
  entryTraffic,
  peerText,
  permissionText,
  targetText,
} from '@/lib/engine/reachability/hop-words';
import { routeState } from '@/lib/engine/route-table/route-state';
import { routesOf } from '@/lib/engine/route-table/routes-of';
import type { World } from '@/lib/engine/world';

/** One rule, entry or route, as a row of its table. */
export interface RuleNode {
  /** What a trace's decision names: see `rowsOf`. */
  readonly id: string;
  /** The group, network ACL or route table that it is of. */
  readonly of: { readonly id: string; readonly name: string };
  readonly direction: 'in' | 'out';
  readonly what: string;
  readonly peer: string;
}

export interface RouteNode extends Omit<RuleNode, 'direction' | 'what' | 'peer'> {
  readonly to: string;
  readonly target: string;
  readonly state: 'active' | 'blackhole';
}

/** Every rule of every security group. Cost: what the account holds; the other two likewise. */
export const groupRules = (world: World): RuleNode[] =>
  world.securityGroupRules.list().map((rule) => ({
    id: rule.SecurityGroupRuleId,
    of: { id: rule.GroupId, name: componentName(world, { kind: 'security-group', id: rule.GroupId }) },
    direction: rule.IsEgress ? 'out' : 'in',
    what: permissionText(rule),
    peer: peerText(world, rule),
  }));

/** Every entry of every network ACL, those at the end too. */
export const aclEntries = (world: World): (RuleNode & { readonly number: string; readonly action: string })[] =>
  world.networkAcls.list().flatMap((acl) =>
    entriesOf(world, acl).map((entry) => ({
      id: entryId(acl.NetworkAclId, entry.Egress, entry.RuleNumber),
      of: {
        id: acl.NetworkAclId,
        name: componentName(world, { kind: 'network-acl', id: acl.NetworkAclId }),
      },
      direction: entry.Egress ? 'out' : 'in',
      number: entry.RuleNumber >= 32_767 ? '*' : `${entry.RuleNumber}`,
      action: entry.RuleAction === 'allow' ? 'allows' : 'denies',
      what: entryTraffic(entry),
      peer: entry.CidrBlock ?? entry.Ipv6CidrBlock ?? '',
    })),
  );

/** Every route of every route table, local and propagated ones too. */
export const routes = (world: World): RouteNode[] =>
  world.routeTables.list().flatMap((table) =>
    routesOf(world, table).map((route) => ({
      id: `${table.RouteTableId}/${destinationText(route)}`,
      of: {
        id: table.RouteTableId,
        name: componentName(world, { kind: 'route-table', id: table.RouteTableId }),
      },
      to: destinationText(route),
      target: targetText(world, route.target),
      state: routeState(world, table.VpcId, route.target),
    })),
  );

const entryId = (aclId: string, egress: boolean, ruleNumber: number): string =>
  `${aclId}/${egress ? 'out' : 'in'}/${ruleNumber}`;

/** Components that no table of the page has a row for. */
const rowless = ['internet', 'site', 'client-vpn'];

/** Ids of the rows that say more of what decided at a hop: the rule, entry or route itself where one did. */
export function rowsOf({ component, decision, refusal }: Hop): string[] {
  if (decision?.kind === 'rule') return [decision.ruleId];
  if (decision?.kind === 'entry') {
    return [entryId(decision.networkAclId, decision.entry.Egress, decision.entry.RuleNumber)];
  }
  if (decision?.kind === 'route') return [`${decision.routeTableId}/${destinationText(decision.route)}`];
  if (decision?.kind === 'transit-route') return [decision.routeTableId];
  if (refusal?.ids && refusal.ids.length > 0) return [...refusal.ids];
  return rowless.includes(component.kind) ? [] : [component.id];
}
