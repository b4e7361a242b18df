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
