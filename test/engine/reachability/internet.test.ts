import { expect, test } from 'vitest';
import type { FlowSource } from '@/lib/engine/reachability/flow';
import { trace } from '@/lib/engine/reachability/trace';
import { accountOf, parseFlow } from './scenario';
import { verdictText } from './shown-hops';

const account = `
  VPC=$(vpc lab 10.0.0.0/16)
  SUBNET=$(subnet public $VPC 10.0.0.0/24)
  IGW=$(internet_gateway igw $VPC)
  route $(route_table public $VPC $SUBNET) 0.0.0.0/0 --gateway-id $IGW
  GROUP=$(group web $VPC)
  allow_in $GROUP tcp 22 0.0.0.0/0
  A=$(instance a $SUBNET 10.0.0.10 $GROUP); B=$(instance b $SUBNET 10.0.0.11 $GROUP)
  aws ec2 wait instance-running --instance-ids $A $B
  elastic $(eni_of $A); elastic $(eni_of $B)
`;
const internet: FlowSource = { kind: 'internet' };

test('an address that an instance has lost leads nowhere, from outside and from inside', async () => {
  const made = await accountOf(account);
  const { world } = made;
  const [, b] = world.instances.list();
  if (!b) throw new Error('there are two instances');
  const elastic = world.addresses.list().find(({ association }) => association?.PrivateIpAddress === '10.0.0.10');
  const address = elastic?.PublicIp ?? '';
  const code = (source: FlowSource) => {
    const destination = { kind: 'address', address } as const;
    const { verdict } = trace(world, { source, destination, protocol: 'tcp', port: 22 });
    return verdict.reached ? 'reached' : verdict.refusal.code;
  };
  const both = () => [code(internet), code({ kind: 'instance', id: b.InstanceId })];
  expect(both()).toEqual(['reached', 'reached']);
  await made.run(`aws ec2 disassociate-address --association-id ${elastic?.association?.AssociationId}`);
  expect(both()).toEqual(['NO_POSSIBLE_DESTINATION', 'NO_POSSIBLE_DESTINATION']);
  await made.run(`aws ec2 release-address --allocation-id ${elastic?.AllocationId}`);
  expect(both()).toEqual(['NO_POSSIBLE_DESTINATION', 'NO_POSSIBLE_DESTINATION']);
});

test('whoever asks has the address that it asks from, one of EC2’s too', async () => {
  const { world } = await accountOf(account);
  expect(verdictText(trace(world, parseFlow(world, 'internet 54.80.1.2 > instance:a tcp/22')).verdict)).toBe('reached');
});

test.each([
  ['8.8.8.8', 'reached'],
  ['2606:4700::1111', 'reached'],
  ['10.1.2.3', 'NO_POSSIBLE_DESTINATION'],
  ['100.64.0.1', 'NO_POSSIBLE_DESTINATION'],
  ['169.254.1.1', 'NO_POSSIBLE_DESTINATION'],
  ['54.80.1.2', 'NO_POSSIBLE_DESTINATION'],
  ['2600:1f18::1', 'NO_POSSIBLE_DESTINATION'],
  ['fd00::1', 'NO_POSSIBLE_DESTINATION'],
  ['0.0.0.0', 'NO_POSSIBLE_DESTINATION'],
  ['224.0.0.251', 'NO_POSSIBLE_DESTINATION'],
  ['255.255.255.255', 'NO_POSSIBLE_DESTINATION'],
  ['ff02::1', 'NO_POSSIBLE_DESTINATION'],
  ['0x7f.1', 'NO_SOURCE_OR_DESTINATION'],
])('from the internet %s is %s', async (address, expected) => {
  const { world } = await accountOf('');
  const destination = { kind: 'address', address } as const;
  const { verdict } = trace(world, { source: internet, destination, protocol: 'icmp' });
  expect(verdict.reached ? 'reached' : verdict.refusal.code).toBe(expected);
});

test.each([
  ['10.0.0.2 udp/53', 'reached'],
  ['10.0.0.2 tcp/53', 'reached'],
  ['10.0.0.2 tcp/80', 'out PROTOCOL_RESTRICTION timeout'],
  ['169.254.169.253 udp/53', 'reached'],
  ['169.254.169.254 tcp/80', 'reached'],
  ['169.254.169.123 udp/123', 'reached'],
  ['10.0.0.1 icmp', 'out ENI_SG_RULES_MISMATCH timeout'],
  ['10.0.1.2 udp/53', 'out ENI_SG_RULES_MISMATCH timeout'],
])('no group, ACL or route keeps an instance from what Amazon runs beside it: %s', async (to, expected) => {
  const made = await accountOf(`
    VPC=$(vpc lab 10.0.0.0/16); S=$(subnet closed $VPC 10.0.1.0/24); ACL=$(acl closed $VPC $S)
    G=$(group closed $VPC); only_out $G; allow_out $G tcp 9 10.9.9.9/32
    A=$(instance a $S 10.0.1.10 $G); aws ec2 wait instance-running --instance-ids $A`);
  const flow = parseFlow(made.world, `instance:a > address:${to}`);
  expect(verdictText(trace(made.world, flow).verdict)).toBe(expected);
  if (!to.endsWith('/53') || expected !== 'reached') return;
  await made.run('aws ec2 modify-vpc-attribute --vpc-id $VPC --no-enable-dns-support');
  expect(verdictText(trace(made.world, flow).verdict)).toBe('out BAD_STATE timeout');
});
