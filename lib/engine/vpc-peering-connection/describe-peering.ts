import { blockText } from '../ip';
import { block6Text } from '../ip6';
import { vpcBlocks, vpcBlocks6 } from '../vpc/vpc';
import type { World } from '../world';
import { expiresAt, peeringStatus, type VpcPeeringConnection } from './vpc-peering-connection';

const messages = new Map<string, (account: string) => string>([
  ['initiating-request', (account) => `Initiating Request to ${account}`],
  ['pending-acceptance', (account) => `Pending Acceptance by ${account}`],
  ['failed', () => 'Failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range'],
  ['provisioning', () => 'Provisioning'],
  ['active', () => 'Active'],
  ['deleting', (account) => `Deleting by ${account}`],
  ['deleted', (account) => `Deleted by ${account}`],
  ['rejected', (account) => `Rejected by ${account}`],
  ['expired', () => 'Expired'],
]);

/**
 * What AWS says beside a status. Sources: the CLI's examples; `failed` from output that users posted. Assumed: `deleting`,
 * `rejected` and `expired`; `deleted` after an emulator's (github.com/getmoto/moto).
 */
export const statusMessage = (world: World, code: string): string => messages.get(code)?.(world.account) ?? code;

/**
 * The connection as AWS shows it. Blocks of the requester are shown while a connection is wanted, those of the accepter once
 * it was accepted; of one that came to its end, only who was to be connected.
 * Source: the CLI's examples; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcPeeringConnectionVpcInfo.html
 */
export function describePeering(world: World, row: VpcPeeringConnection): object {
  const Code = peeringStatus(world, row);
  const isAsked = Code === 'initiating-request' || Code === 'pending-acceptance';
  const isAccepted = Code === 'provisioning' || Code === 'active';
  return {
    AccepterVpcInfo: describeSide(world, row.accepter, isAccepted ? row.dns.accepter : undefined),
    ...((isAsked || Code === 'expired') && { ExpirationTime: expirationTime(row) }),
    RequesterVpcInfo: describeSide(world, row.requester, isAsked || isAccepted ? row.dns.requester : undefined),
    Status: { Code, Message: statusMessage(world, Code) },
    Tags: row.Tags,
    VpcPeeringConnectionId: row.VpcPeeringConnectionId,
  };
}

/** ISO 8601, UTC. */
export const expirationTime = (row: VpcPeeringConnection): string => new Date(expiresAt(row)).toISOString();

/** One side; without its blocks and options when `dns` is undefined. */
function describeSide(world: World, VpcId: string, dns: boolean | undefined): object {
  const vpc = dns === undefined ? undefined : world.vpcs.get(VpcId);
  const blocks6 = vpc ? vpcBlocks6(vpc) : [];
  return {
    ...(vpc && { CidrBlock: vpc.CidrBlock }),
    ...(blocks6.length > 0 && {
      Ipv6CidrBlockSet: blocks6.map((block) => ({ Ipv6CidrBlock: block6Text(block) })),
    }),
    ...(vpc && { CidrBlockSet: vpcBlocks(vpc).map((block) => ({ CidrBlock: blockText(block) })) }),
    OwnerId: world.account,
    ...(vpc && {
      PeeringOptions: {
        AllowDnsResolutionFromRemoteVpc: dns,
        AllowEgressFromLocalClassicLinkToRemoteVpc: false,
        AllowEgressFromLocalVpcToRemoteClassicLink: false,
      },
    }),
    VpcId,
    Region: world.region,
  };
}
