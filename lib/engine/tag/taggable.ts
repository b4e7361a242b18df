import { getAddress } from '../address/address';
import { NotModelled } from '../aws-error';
import { getInstance } from '../instance/instance';
import { getInternetGateway } from '../internet-gateway/internet-gateway';
import { getNetworkInterface } from '../network-interface/network-interface';
import { getSecurityGroup } from '../security-group/security-group';
import { getSecurityGroupRule } from '../security-group/security-group-rule';
import { getSubnet } from '../subnet/subnet';
import type { Row, Table } from '../table';
import type { Tag } from '../tags';
import { getVpc } from '../vpc/vpc';
import type { World } from '../world';
import { tagErrors } from './errors';

/** One resource of the world, as far as its tags go. */
export interface Tagged {
  readonly id: string;
  /** AWS's resource type, as `TagSpecifications` and `DescribeTags` name it. */
  readonly type: string;
  readonly creation: number;
  readonly tags: readonly Tag[];
  readonly setTags: (tags: readonly Tag[]) => void;
}

interface Kind {
  /** The resource of that id, or its own kind's refusal. */
  readonly get: (world: World, id: string) => Tagged;
  readonly list: (world: World) => Tagged[];
}

function kind<R extends Row & { readonly [K in M]: readonly Tag[] }, M extends 'Tags' | 'TagSet'>(
  type: string,
  tagsMember: M,
  tableOf: (world: World) => Table<R>,
  get: (world: World, id: string) => R,
): Kind {
  const tagged = (world: World, row: R): Tagged => ({
    id: tableOf(world).idOf(row),
    type,
    creation: row.creation,
    tags: row[tagsMember],
    setTags: (tags) => {
      tableOf(world).replace({ ...row, [tagsMember]: tags });
    },
  });
  return {
    get: (world, id) => tagged(world, get(world, id)),
    list: (world) =>
      tableOf(world)
        .list()
        .map((row) => tagged(world, row)),
  };
}

/** What can be tagged, by the prefix of its ids. */
const kinds = new Map<string, Kind>([
  ['eipalloc', kind('elastic-ip', 'Tags', (world) => world.addresses, getAddress)],
  ['eni', kind('network-interface', 'TagSet', (world) => world.networkInterfaces, getNetworkInterface)],
  ['i', kind('instance', 'Tags', (world) => world.instances, getInstance)],
  ['igw', kind('internet-gateway', 'Tags', (world) => world.internetGateways, getInternetGateway)],
  ['sg', kind('security-group', 'Tags', (world) => world.securityGroups, getSecurityGroup)],
  ['sgr', kind('security-group-rule', 'Tags', (world) => world.securityGroupRules, getSecurityGroupRule)],
  ['subnet', kind('subnet', 'Tags', (world) => world.subnets, getSubnet)],
  ['vpc', kind('vpc', 'Tags', (world) => world.vpcs, getVpc)],
]);

/** Prefixes of resources that AWS can tag and this engine does not have. */
const notModelled = new Set(
  'acl ami dopt eigw fl lt nat pcx pl rtb snap tgw tgw-attach tgw-rtb vgw vol vpce vpn cgw'.split(' '),
);

/** The resource of that id. Refuses an id that is of no form, one that does not exist, and kinds that are not modelled. */
export function getTagged(world: World, id: string): Tagged {
  const prefix = id.slice(0, Math.max(0, id.lastIndexOf('-')));
  if (notModelled.has(prefix)) throw new NotModelled(`tags of ${prefix}- resources`);
  const found = kinds.get(prefix);
  if (!found) throw tagErrors.invalidId(id);
  return found.get(world, id);
}

/** Everything that can be tagged, in order of creation. */
export const listTagged = (world: World): Tagged[] =>
  [...kinds.values()].flatMap((one) => one.list(world)).sort((a, b) => a.creation - b.creation);
