import { expect, test } from 'vitest';
import { reachabilityMatrix } from '@/lib/engine/reachability/matrix';
import { trace } from '@/lib/engine/reachability/trace';
import type { World } from '@/lib/engine/world';
import { accountOf, parseFlow } from './scenario';
import { backTexts, verdictText } from './shown-hops';

const verdictOf = (world: World, text: string) => verdictText(trace(world, parseFlow(world, text)).verdict);

/** VPCs by their first two numbers, each with a host `h1` to `h3`, on one transit gateway; the last has the static route. */
const twins = `
  TGW=$(aws ec2 create-transit-gateway --query TransitGateway.TransitGatewayId --output text); sleep 60
  TABLE=$(aws ec2 describe-transit-gateways --transit-gateway-ids $TGW \\
    --query 'TransitGateways[0].Options.AssociationDefaultRouteTableId' --output text)
  for N in 1 2 3; do
    case $N in 1|3) CIDR=10.1 ;; 2) CIDR=10.2 ;; esac
    ID=$(vpc v$N $CIDR.0.0/16); NET=$(subnet n$N $ID $CIDR.1.0/24); SG=$(group all-$N $ID); allow_in $SG -1 -1 0.0.0.0/0
    HOST=$(instance h$N $NET $CIDR.1.10 $SG)
    ATT=$(aws ec2 create-transit-gateway-vpc-attachment --transit-gateway-id $TGW --vpc-id $ID --subnet-ids $NET \\
      --query TransitGatewayVpcAttachment.TransitGatewayAttachmentId --output text)
    sleep 60
    route $(route_table t$N $ID $NET) 10.0.0.0/8 --transit-gateway-id $TGW
  done
  aws ec2 create-transit-gateway-route --transit-gateway-route-table-id $TABLE --destination-cidr-block 10.1.0.0/16 \\
    --transit-gateway-attachment-id $ATT > /dev/null
  sleep 60`;

test('an answer that comes to a twin of whoever asked is no answer', async () => {
  const { world } = await accountOf(twins);
  expect(verdictOf(world, 'instance:h3 > instance:h2 tcp/22')).toBe('reached');
  const lost = trace(world, parseFlow(world, 'instance:h1 > instance:h2 tcp/22'));
  expect(verdictText(lost.verdict)).toBe('back no-connection timeout');
  expect(backTexts(world, lost).at(-1)).toBe('instance h3');
});

test('a twin of the host that is meant is not that host, in a trace and in a matrix', async () => {
  const { world } = await accountOf(`
    for N in 1 2; do
      V=$(vpc v$N 10.0.0.0/16); S=$(subnet n$N $V 10.0.1.0/24); SG=$(group all-$N $V); allow_in $SG -1 -1 0.0.0.0/0
      H=$(instance h$N $S 10.0.1.10 $SG); G=$(instance g$N $S 10.0.1.11 $SG); K=$(instance k$N $S 10.0.1.1\${N}0 $SG)
    done
    sleep 60`);
  const nobody = 'out NO_POSSIBLE_DESTINATION timeout';
  expect(verdictOf(world, 'instance:h1 > instance:g1 tcp/22')).toBe('reached');
  expect(verdictOf(world, 'instance:h1 > instance:g2 tcp/22')).toBe(nobody);
  expect(verdictOf(world, 'instance:h1 > instance:h2 tcp/22')).toBe(nobody);
  const hosts = world.instances.list().map(({ InstanceId: id }) => ({ kind: 'instance', id }) as const);
  const cells = reachabilityMatrix(world, { sources: hosts, targets: hosts, flows: [{ protocol: 'tcp', port: 22 }] });
  const isReached = cells.map((row) => row.map(([cell]) => cell?.reached));
  const [first, second] = [
    [true, true, true, false, false, false],
    [false, false, false, true, true, true],
  ];
  expect(isReached).toEqual([first, first, first, second, second, second]);
});

test('of two networks on premises with one block only the one is answered that the gateway sends to', async () => {
  const site = (name: string, vpnDevice: string) => ({
    name,
    cidrs: ['192.168.0.0/16'],
    hosts: [{ name: `desk-${name}`, address: '192.168.0.10' }],
    vpnDevice,
  });
  const { world } = await accountOf(
    `VPC=$(vpc lab 10.0.0.0/16); S=$(subnet s $VPC 10.0.0.0/24); G=$(group all $VPC); allow_in $G -1 -1 0.0.0.0/0
    APP=$(instance app $S 10.0.0.10 $G)
    VGW=$(aws ec2 create-vpn-gateway --type ipsec.1 --query VpnGateway.VpnGatewayId --output text)
    aws ec2 attach-vpn-gateway --vpn-gateway-id $VGW --vpc-id $VPC > /dev/null
    sleep 60
    for IP in 203.0.113.1 203.0.113.2; do
      CGW=$(aws ec2 create-customer-gateway --type ipsec.1 --public-ip $IP --bgp-asn 65000 \\
        --query CustomerGateway.CustomerGatewayId --output text)
      aws ec2 create-vpn-connection --type ipsec.1 --customer-gateway-id $CGW --vpn-gateway-id $VGW > /dev/null
    done
    sleep 1000
    route $(main_table $VPC) 192.168.0.0/16 --gateway-id $VGW`,
    { sites: [site('one', '203.0.113.1'), site('two', '203.0.113.2')] },
  );
  expect(verdictOf(world, 'site:one > instance:app tcp/22')).toBe('reached');
  expect(verdictOf(world, 'site:two > instance:app tcp/22')).toBe('back no-connection timeout');
  expect(verdictOf(world, 'instance:app > site:two tcp/22')).toBe('out NO_POSSIBLE_DESTINATION timeout');
});

test('what a gateway propagates of the VPC’s own block is not taken before the local route', async () => {
  const office = {
    name: 'office',
    cidrs: ['10.0.1.0/24', '192.168.0.0/16'],
    vpnDevice: '203.0.113.1',
    hosts: [{ name: 'desk', address: '10.0.1.10' }],
  };
  const { world } = await accountOf(
    `VPC=$(vpc lab 10.0.0.0/16); S=$(subnet s $VPC 10.0.0.0/24); T=$(subnet t $VPC 10.0.1.0/24)
    G=$(group all $VPC); allow_in $G -1 -1 0.0.0.0/0
    A=$(instance a $S 10.0.0.10 $G); B=$(instance b $T 10.0.1.10 $G)
    VGW=$(aws ec2 create-vpn-gateway --type ipsec.1 --query VpnGateway.VpnGatewayId --output text)
    aws ec2 attach-vpn-gateway --vpn-gateway-id $VGW --vpc-id $VPC > /dev/null
    sleep 60
    CGW=$(aws ec2 create-customer-gateway --type ipsec.1 --public-ip 203.0.113.1 --bgp-asn 65000 \\
      --query CustomerGateway.CustomerGatewayId --output text)
    aws ec2 create-vpn-connection --type ipsec.1 --customer-gateway-id $CGW --vpn-gateway-id $VGW > /dev/null
    sleep 1000
    aws ec2 enable-vgw-route-propagation --route-table-id $(main_table $VPC) --gateway-id $VGW`,
    { sites: [office] },
  );
  const { out, verdict } = trace(world, parseFlow(world, 'instance:a > instance:b tcp/22'));
  expect(verdictText(verdict)).toBe('reached');
  expect(out.map(({ component }) => component.kind)).not.toContain('vpn-gateway');
});
