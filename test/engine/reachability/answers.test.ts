import { expect, test } from 'vitest';
import { trace } from '@/lib/engine/reachability/trace';
import type { World } from '@/lib/engine/world';
import { accountOf, parseFlow } from './scenario';
import { verdictText } from './shown-hops';

const verdictOf = (world: World, text: string) => verdictText(trace(world, parseFlow(world, text)).verdict);

const lab = `
  VPC=$(vpc lab 10.0.0.0/16); S=$(subnet a $VPC 10.0.0.0/24); P=$(subnet b $VPC 10.0.1.0/24)
  IGW=$(internet_gateway igw $VPC)
  RT=$(route_table a $VPC $S); route $RT 0.0.0.0/0 --gateway-id $IGW
  G=$(group all $VPC); allow_in $G -1 -1 0.0.0.0/0
  A=$(instance a $S 10.0.0.10 $G); B=$(instance b $P 10.0.1.10 $G)
  aws ec2 wait instance-running --instance-ids $A $B
`;

test('that nothing listens is heard only where an answer would be', async () => {
  const account = await accountOf(lab);
  expect(verdictOf(account.world, 'instance:a > instance:b tcp/81')).toBe('out port-closed refused');
  await account.run(`
    ACL=$(acl b $VPC $P)
    entry $ACL 100 ingress allow 6 0-65535 0.0.0.0/0; entry $ACL 100 egress allow 6 443-443 0.0.0.0/0`);
  expect(verdictOf(account.world, 'instance:a > instance:b tcp/22')).toBe('back SUBNET_ACL_RESTRICTION timeout');
  expect(verdictOf(account.world, 'instance:a > instance:b tcp/81')).toBe('out port-closed timeout');
});

test('an appliance that only the answers pass judges them as new packets, coming and going', async () => {
  const account = await accountOf(
    `${lab}
    elastic $(eni_of $A)
    F=$(subnet fw $VPC 10.0.3.0/24)
    route $(route_table fw $VPC $F) 0.0.0.0/0 --gateway-id $IGW
    FG=$(group fw $VPC)
    FW=$(instance fw $F 10.0.3.10 $FG); aws ec2 wait instance-running --instance-ids $FW; FE=$(eni_of $FW); elastic $FE
    aws ec2 modify-instance-attribute --instance-id $FW --no-source-dest-check
    EDGE=$(route_table edge $VPC); aws ec2 associate-route-table --route-table-id $EDGE --gateway-id $IGW > /dev/null
    aws ec2 create-route --route-table-id $EDGE --destination-cidr-block 10.0.0.0/24 --network-interface-id $FE > /dev/null`,
    { hosts: [{ name: 'fw', forwards: 'router' }] },
  );
  const flow = 'instance:a > internet tcp/443';
  expect(verdictOf(account.world, flow)).toBe('back SG_HAS_NO_RULES timeout');
  await account.run('allow_in $FG tcp 0-65535 0.0.0.0/0');
  expect(verdictOf(account.world, flow)).toBe('reached');
  await account.run('only_out $FG');
  expect(verdictOf(account.world, flow)).toBe('back SG_HAS_NO_RULES timeout');
});
