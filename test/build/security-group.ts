import { TestAccount } from './account';
import { makeGroup, makeVpc } from './network-interface';

/** An account with a VPC and a group of its own. */
export function groupNetwork(options: ConstructorParameters<typeof TestAccount>[0] = {}) {
  const account = new TestAccount(options);
  const VpcId = makeVpc(account);
  return { account, VpcId, GroupId: makeGroup(account, VpcId, 'web') };
}

export interface Authorized {
  readonly SecurityGroupRules: readonly { readonly SecurityGroupRuleId: string }[];
}

export const ssh = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '203.0.113.0/24' }] };
export const allow = (account: TestAccount, GroupId: string, ...IpPermissions: object[]) =>
  account.call<Authorized>('AuthorizeSecurityGroupIngress', { GroupId, IpPermissions });

/** A prefix list of one entry, which counts for two rules, once it is complete. */
export function makePrefixList(account: TestAccount, input: object = {}): string {
  const { PrefixList } = account.call<{ PrefixList: { PrefixListId: string } }>('CreateManagedPrefixList', {
    PrefixListName: 'office',
    AddressFamily: 'IPv4',
    MaxEntries: 2,
    Entries: [{ Cidr: '203.0.113.0/24', Description: 'head office' }],
    ...input,
  });
  account.wait(5);
  return PrefixList.PrefixListId;
}

/** A group in a VPC of its own with an active peering connection to `vpcId`. */
export function peeredGroup(account: TestAccount, vpcId: string) {
  const peerVpcId = makeVpc(account, '10.9.0.0/16');
  const { VpcPeeringConnection } = account.call<{ VpcPeeringConnection: { VpcPeeringConnectionId: string } }>(
    'CreateVpcPeeringConnection',
    { VpcId: vpcId, PeerVpcId: peerVpcId },
  );
  const { VpcPeeringConnectionId } = VpcPeeringConnection;
  account.wait(5);
  account.call('AcceptVpcPeeringConnection', { VpcPeeringConnectionId });
  account.wait(5);
  return { peerVpcId, VpcPeeringConnectionId, peer: makeGroup(account, peerVpcId, 'peer') };
}
