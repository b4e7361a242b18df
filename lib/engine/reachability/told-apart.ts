import { type Block, containsIp, parseBlock, parseIp } from '../ip';
import { findPrefixList, prefixListNamed } from '../prefix-list/prefix-list';
import { connectionBlocks } from '../vpn-connection/vpn-connection';
import type { World } from '../world';
import { isIn } from './longest-prefix';
import { vpcCidrs } from './vpc-cidrs';

/** Blocks that the rules of the internet itself speak of. */
const ofTheInternet = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'];

/** Every block that something in the account compares an address with, and single addresses that something is meant for. */
export class Comparisons {
  private readonly blocks4: { readonly block: Block; readonly at: number }[] = [];
  private readonly blocks6: { readonly cidr: string; readonly at: number }[] = [];

  /** `groups`: those whose rules count, every group's when absent. Cost: what the world holds of subnets, routes, rules, entries. */
  constructor(
    private readonly world: World,
    groups?: ReadonlySet<string>,
  ) {
    const cidrs = new Set([
      ...ofTheInternet,
      ...networkBlocks(world),
      ...ruleBlocks(world, groups),
      ...surroundingBlocks(world),
    ]);
    let at = 0;
    for (const cidr of cidrs) {
      const block = parseBlock(cidr);
      if (block) this.blocks4.push({ block, at });
      else this.blocks6.push({ cidr, at });
      at += 1;
    }
  }

  /** What comparisons say of an address: the same text for two that none of them tells apart. */
  of(address: string | undefined): string {
    if (address === undefined) return '-';
    const ip = parseIp(address);
    const within =
      ip === undefined
        ? this.blocks6.filter(({ cidr }) => isIn(cidr, address))
        : this.blocks4.filter(({ block }) => containsIp(block, ip));
    return within.map(({ at }) => at).join('.');
  }

  /** VPCs other than its own whose blocks hold the address: there it may be somebody else's. */
  elsewhere(address: string, vpcId: string): string[] {
    return this.world.vpcs
      .list()
      .filter(({ VpcId }) => VpcId !== vpcId && vpcCidrs(this.world, VpcId).some((cidr) => isIn(cidr, address)))
      .map(({ VpcId }) => VpcId);
  }
}

function* networkBlocks(world: World): Iterable<string> {
  for (const { VpcId } of world.vpcs.list()) yield* vpcCidrs(world, VpcId);
  for (const { CidrBlock, ipv6Block } of world.subnets.list()) {
    yield CidrBlock;
    if (ipv6Block) yield ipv6Block.Ipv6CidrBlock;
  }
  for (const { routes } of world.routeTables.list()) {
    for (const { DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId } of routes) {
      if (DestinationCidrBlock) yield DestinationCidrBlock;
      if (DestinationIpv6CidrBlock) yield DestinationIpv6CidrBlock;
      if (DestinationPrefixListId) yield* listBlocks(world, DestinationPrefixListId);
    }
  }
  for (const { routes } of world.transitGatewayRouteTables.list()) {
    for (const { DestinationCidrBlock } of routes) yield DestinationCidrBlock;
  }
  for (const connection of world.vpnConnections.list()) {
    yield connection.LocalIpv4NetworkCidr;
    yield connection.RemoteIpv4NetworkCidr;
    yield* connectionBlocks(world, connection);
  }
  for (const service of ['s3', 'dynamodb']) {
    yield* prefixListNamed(world, `com.amazonaws.${world.region}.${service}`)?.cidrs ?? [];
  }
}

function* ruleBlocks(world: World, groups: ReadonlySet<string> | undefined): Iterable<string> {
  for (const { GroupId, CidrIpv4, CidrIpv6, PrefixListId } of world.securityGroupRules.list()) {
    if (groups?.has(GroupId) === false) continue;
    if (CidrIpv4 !== undefined) yield CidrIpv4;
    if (CidrIpv6 !== undefined) yield CidrIpv6;
    if (PrefixListId !== undefined) yield* listBlocks(world, PrefixListId);
  }
  for (const { entries } of world.networkAcls.list()) {
    for (const { CidrBlock, Ipv6CidrBlock } of entries) yield CidrBlock ?? Ipv6CidrBlock ?? '';
  }
}

function* surroundingBlocks({ surroundings }: World): Iterable<string> {
  for (const { cidrs, hosts } of surroundings?.sites ?? []) {
    yield* cidrs;
    for (const { address } of hosts) yield single(address);
  }
  for (const { clientCidr, authorizes = [] } of surroundings?.clientVpns ?? []) {
    yield clientCidr;
    yield* authorizes;
  }
  for (const { routes = [], proxies = [] } of surroundings?.hosts ?? []) {
    for (const { to } of routes) yield to;
    for (const { to } of proxies) yield single(to);
  }
}

const single = (address: string): string => `${address}/${address.includes(':') ? 128 : 32}`;

const listBlocks = (world: World, id: string): readonly string[] => findPrefixList(world, id)?.cidrs ?? [];
