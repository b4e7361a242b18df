import { expect, test } from 'vitest';
import { completeLine } from '@/lib/shell/complete-line';
import type { ShellState } from '@/lib/shell/line';
import { TestAccount } from '../build/account';

const account = new TestAccount();
const shell: ShellState = {
  cwd: '/home/user/notes',
  env: { VPC: 'vpc-1', VPN: 'vpn-1' },
  files: {
    '/home/user/notes/a.txt': '',
    '/home/user/notes/deep/b.txt': '',
    '/home/user/notes/empty/': '',
    '/tmp/c': '',
  },
};
const complete = (line: string, cursor = line.length) => completeLine(account.world, shell, line, cursor);

test('the first word of a command is a command', () => {
  expect(complete('gr')).toEqual({ from: 0, candidates: ['grep'] });
  expect(complete('aws ec2 describe-vpcs | jq . && sl')).toEqual({ from: 32, candidates: ['sleep'] });
  expect(complete('X=$(mkd')).toEqual({ from: 4, candidates: ['mkdir'] });
  expect(complete('echo "$(mkd')).toEqual({ from: 8, candidates: ['mkdir'] });
  expect(complete('if A=1 mkd')).toEqual({ from: 7, candidates: ['mkdir'] });
  expect(complete('').candidates).toContain('aws');
});

test('a variable by its name, wherever it stands', () => {
  expect(complete('aws ec2 create-subnet --vpc-id $VP')).toEqual({ from: 31, candidates: ['$VPC', '$VPN'] });
  expect(complete('echo "in $VPC')).toEqual({ from: 9, candidates: ['$VPC'] });
  expect(complete('echo $HO').candidates).toEqual(
    ['$HOME', '$HOSTNAME', '$HOSTTYPE'].filter((name) => name.startsWith('$HO')),
  );
});

test('files and directories, relative, absolute and from home', () => {
  expect(complete('cat ')).toEqual({ from: 4, candidates: ['a.txt', 'deep/', 'empty/'] });
  expect(complete('cat deep/')).toEqual({ from: 4, candidates: ['deep/b.txt'] });
  expect(complete('cat /t')).toEqual({ from: 4, candidates: ['/tmp/'] });
  expect(complete('cat ~/notes/a')).toEqual({ from: 4, candidates: ['~/notes/a.txt'] });
  expect(complete('cat ../notes/../notes/d')).toEqual({ from: 4, candidates: ['../notes/../notes/deep/'] });
});

test('the words of aws, with the ids of the account', () => {
  expect(complete('aws ec2 describe-vp').candidates).toContain('describe-vpcs');
  expect(complete('aws ec2 create-subnet --vpc-id ')).toEqual({ from: 31, candidates: [account.defaultVpcId] });
  expect(complete('aws ec2 create-subnet --vpc-id vpc-; echo', 35)).toEqual({
    from: 31,
    candidates: [account.defaultVpcId],
  });
});

test('ids of whatever the account has', () => {
  const of = (line: string) => complete(line).candidates;
  expect(of('aws ec2 describe-route-tables --route-table-ids ')).toEqual([expect.stringMatching(/^rtb-/)]);
  expect(of('aws ec2 describe-network-acls --network-acl-ids ')).toEqual([expect.stringMatching(/^acl-/)]);
  expect(of('aws ec2 create-route --destination-prefix-list-id ')).toEqual(
    Array(2).fill(expect.stringMatching(/^pl-/)),
  );
  const { AssociationId } = account.call<{ AssociationId: string }>('AssociateRouteTable', {
    RouteTableId: of('aws ec2 describe-route-tables --route-table-ids ')[0],
    SubnetId: account.world.subnets.list()[0]?.SubnetId,
  });
  expect(of('aws ec2 disassociate-route-table --association-id ')).toContain(AssociationId);
});
