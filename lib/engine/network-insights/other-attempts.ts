import { entriesOf } from '../network-acl/entry';
import { findPrefixList } from '../prefix-list/prefix-list';
import { isPrivate } from '../reachability/gateways';
import type { Hop } from '../reachability/hop';
import { isIn } from '../reachability/longest-prefix';
import { routesOf } from '../route-table/routes-of';
import { hasPorts, rulesOf } from '../security-group/security-group-rule';
import type { World } from '../world';
import { type Beginning, insideOf } from './ends';
import type { PortRange } from './header';

/** One packet that may take the path, and what of it nobody asked for, so that it may be another. */
export interface Attempt {
  readonly beginning: Beginning;
  /** What it is sent to. */
  readonly address: string;
  readonly port: number;
  readonly sourcePort: number;
  readonly ports: PortRange;
  readonly sourcePorts: PortRange;
  /** It comes from the internet, from whatever address. */
  readonly anySource: boolean;
  /** It goes to the internet, to whatever address. */
  readonly anyAddress: boolean;
}

/** Ports and peers that a component lets through. */
interface Opening {
  readonly from: number;
  readonly to: number;
  readonly cidrs: readonly string[];
}

/** The packets that what refused one would let through, as far as the question leaves them open. */
export function otherAttempts(world: World, attempt: Attempt, refused: Hop | undefined): Attempt[] {
  if (!refused) return [];
  return openingsOf(world, refused).flatMap((opening) => adapted(attempt, opening));
}

function openingsOf(world: World, { component: { kind, id }, refusal }: Hop): Opening[] {
  switch (kind) {
    case 'security-group':
      return (refusal?.ids ?? [id]).flatMap((group) =>
        [...rulesOf(world, group, false), ...rulesOf(world, group, true)].map((rule) => ({
          from: hasPorts(rule) ? rule.FromPort : 0,
          to: hasPorts(rule) ? rule.ToPort : 65_535,
          cidrs: rule.CidrIpv4
            ? [rule.CidrIpv4]
            : rule.PrefixListId
              ? (findPrefixList(world, rule.PrefixListId)?.cidrs ?? [])
              : [],
        })),
      );
    case 'network-acl': {
      const acl = world.networkAcls.get(id);
      const entries = acl ? entriesOf(world, acl) : [];
      return entries.flatMap(({ RuleAction, PortRange: range = { From: 0, To: 65_535 }, CidrBlock }) =>
        RuleAction === 'allow' && CidrBlock ? [{ from: range.From, to: range.To, cidrs: [CidrBlock] }] : beside(range),
      );
    }
    case 'route-table': {
      const table = world.routeTables.get(id);
      const cidrs = table
        ? routesOf(world, table).flatMap(({ DestinationCidrBlock }) => DestinationCidrBlock ?? [])
        : [];
      return [{ from: 0, to: 65_535, cidrs }];
    }
    default:
      return [];
  }
}

/** The ports that a denial leaves open. */
const beside = ({ From, To }: PortRange): Opening[] => [
  { from: 0, to: From - 1, cidrs: [] },
  { from: To + 1, to: 65_535, cidrs: [] },
];

function adapted(attempt: Attempt, { from, to, cidrs }: Opening): Attempt[] {
  const port = within(attempt.port, from, to, attempt.ports);
  // Of an answer these are the ports that the first packet came from.
  const sourcePort = within(attempt.sourcePort, from, to, attempt.sourcePorts);
  const ported = [
    ...(port === undefined ? [] : [{ ...attempt, port }]),
    ...(sourcePort === undefined || sourcePort === attempt.sourcePort ? [] : [{ ...attempt, sourcePort }]),
  ];
  return ported.flatMap((one) => [one, ...cidrs.flatMap((cidr) => readdressed(one, cidr))]);
}

/** The port itself where it fits, else the first that does. */
function within(port: number, from: number, to: number, asked: PortRange): number | undefined {
  const [least, most] = [Math.max(from, asked.From), Math.min(to, asked.To)];
  if (least > most) return undefined;
  return least <= port && port <= most ? port : least;
}

function readdressed(attempt: Attempt, cidr: string): Attempt[] {
  const { beginning, address } = attempt;
  const [inside] = insideOf(cidr);
  // Only public addresses are the internet's.
  if (inside === undefined || isPrivate(inside)) return [];
  const source = beginning.source.kind === 'internet' && attempt.anySource ? beginning.source : undefined;
  return [
    ...(source && !(source.address && isIn(cidr, source.address))
      ? [{ ...attempt, beginning: { ...beginning, source: { ...source, address: inside } } }]
      : []),
    ...(attempt.anyAddress && !isIn(cidr, address) ? [{ ...attempt, address: inside }] : []),
  ];
}
