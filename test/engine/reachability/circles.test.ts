import { expect, test } from 'vitest';
import type { Flow } from '@/lib/engine/reachability/flow';
import { reachabilityMatrix } from '@/lib/engine/reachability/matrix';
import { trace } from '@/lib/engine/reachability/trace';
import type { World } from '@/lib/engine/world';
import { accountOf, parseFlow } from './scenario';
import { flaws, hopTexts, verdictText } from './shown-hops';

function ended(world: World, text: string) {
  const flow: Flow = parseFlow(world, text);
  const { out, back, verdict } = trace(world, flow);
  expect([...flaws(world, out), ...flaws(world, back)]).toEqual([]);
  const { source, destination, ...pair } = flow;
  const matrix = reachabilityMatrix(world, { sources: [source], targets: [destination], flows: [pair] });
  const cell = matrix[0]?.[0]?.[0];
  expect(cell?.reached).toBe(verdict.reached);
  return { verdict: verdictText(verdict), out: hopTexts(world, out) };
}

const twoRouters = { hosts: ['one', 'two'].map((name) => ({ name, forwards: 'router' })) };
const routers = `
  VPC=$(vpc lab 10.0.0.0/16)
  A=$(subnet a $VPC 10.0.1.0/24); B=$(subnet b $VPC 10.0.2.0/24); C=$(subnet c $VPC 10.0.3.0/24)
  SG=$(group all $VPC)
  allow_in $SG -1 -1 0.0.0.0/0
  ONE=$(instance one $A 10.0.1.10 $SG); TWO=$(instance two $B 10.0.2.10 $SG); APP=$(instance app $C 10.0.3.10 $SG)
  aws ec2 wait instance-running --instance-ids $ONE $TWO $APP
  for ID in $ONE $TWO; do aws ec2 modify-instance-attribute --instance-id $ID --no-source-dest-check; done
  route $(route_table a $VPC $A) 0.0.0.0/0 --instance-id $TWO
  route $(route_table b $VPC $B) 0.0.0.0/0 --instance-id $ONE
  route $(route_table c $VPC $C) 0.0.0.0/0 --instance-id $ONE
`;

test('two appliances that send to each other send in a circle', async () => {
  const { world } = await accountOf(routers, twoRouters);
  const { verdict, out } = ended(world, 'instance:app > internet tcp/443');
  expect(verdict).toBe('out loop timeout');
  expect(out.filter((text) => text === 'instance one').length).toBeLessThan(4);
});

test('two that translate for each other end, too', async () => {
  const { world } = await accountOf(routers, { hosts: ['one', 'two'].map((name) => ({ name, forwards: 'nat' })) });
  expect(ended(world, 'instance:app > internet tcp/443').verdict).toBe('out loop timeout');
});

test('an appliance whose subnet sends everything to itself', async () => {
  const { world } = await accountOf(
    `${routers}
    TABLE=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=a --query 'RouteTables[0].RouteTableId' --output text)
    aws ec2 replace-route --route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 --instance-id $ONE > /dev/null`,
    twoRouters,
  );
  expect(ended(world, 'instance:app > internet tcp/443').verdict).toBe('out loop timeout');
});

test('two proxies that ask each other', async () => {
  const proxy = (name: string, to: string) => ({ name, proxies: [{ listens: 'tcp/80', to, port: 80 }] });
  const { world } = await accountOf(routers, { hosts: [proxy('one', '10.0.2.10'), proxy('two', '10.0.1.10')] });
  const { verdict } = ended(world, 'instance:app > instance:one tcp/80');
  expect(verdict).toMatch(/^out /);
});

test('a transit gateway and a VPC that send back to it', async () => {
  const { world } = await accountOf(`
    TGW=$(aws ec2 create-transit-gateway --query TransitGateway.TransitGatewayId --output text)
    sleep 60
    TABLE=$(aws ec2 describe-transit-gateways --transit-gateway-ids $TGW \\
      --query 'TransitGateways[0].Options.AssociationDefaultRouteTableId' --output text)
    for N in 1 2; do
      ID=$(vpc v$N 10.$N.0.0/16); NET=$(subnet n$N $ID 10.$N.1.0/24); SG=$(group all-$N $ID)
      HOST=$(instance h$N $NET 10.$N.1.10 $SG)
      ATTACHMENT=$(aws ec2 create-transit-gateway-vpc-attachment --transit-gateway-id $TGW --vpc-id $ID --subnet-ids $NET \\
        --query TransitGatewayVpcAttachment.TransitGatewayAttachmentId --output text)
      sleep 60
      route $(route_table t$N $ID $NET) 0.0.0.0/0 --transit-gateway-id $TGW
    done
    aws ec2 create-transit-gateway-route --transit-gateway-route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 \\
      --transit-gateway-attachment-id $ATTACHMENT > /dev/null
    sleep 60`);
  expect(ended(world, 'instance:h1 > internet tcp/443').verdict).toBe('out loop timeout');
});

test('of two peers with one block the routes choose, and the other one is not there', async () => {
  const account = await accountOf(`
    HUB=$(vpc hub 10.0.0.0/16); HUB_NET=$(subnet hub $HUB 10.0.1.0/24); HUB_SG=$(group hub $HUB)
    RTB=$(route_table hub $HUB $HUB_NET)
    FROM=$(instance hub $HUB_NET 10.0.1.10 $HUB_SG)
    for NAME in left right; do
      ID=$(vpc $NAME 10.9.0.0/16); NET=$(subnet $NAME $ID 10.9.1.0/24); SG=$(group $NAME $ID)
      allow_in $SG tcp 22 10.0.0.0/16
      case $NAME in left) ADDRESS=10.9.1.10 ;; right) ADDRESS=10.9.1.20 ;; esac
      HOST=$(instance $NAME $NET $ADDRESS $SG)
      PCX=$(peering to-$NAME $HUB $ID)
      route $(route_table $NAME $ID $NET) 10.0.0.0/16 --vpc-peering-connection-id $PCX
      case $NAME in left) LEFT=$PCX ;; esac
    done
    sleep 60
    route $RTB 10.9.0.0/16 --vpc-peering-connection-id $LEFT`);
  const { world } = account;
  expect(ended(world, 'instance:hub > instance:left tcp/22').verdict).toBe('reached');
  expect(ended(world, 'instance:hub > instance:right tcp/22').verdict).toBe('out NO_POSSIBLE_DESTINATION timeout');
  await account.run('route $RTB 10.9.1.20/32 --vpc-peering-connection-id $PCX');
  expect(ended(world, 'instance:hub > instance:right tcp/22').verdict).toBe('reached');
});

test('ends that are none have a verdict', async () => {
  const { world } = await accountOf('VPC=$(vpc lab 10.0.0.0/16)');
  const to = (id: string) => ({ kind: 'instance', id }) as const;
  const ssh = { protocol: 'tcp', port: 22 } as const;
  const verdicts = [
    trace(world, { ...ssh, source: to('i-0'), destination: { kind: 'internet' } }),
    trace(world, { ...ssh, source: { kind: 'internet' }, destination: to('__proto__') }),
    trace(world, { ...ssh, source: { kind: 'site', name: 'x' }, destination: { kind: 'vpnClient', name: 'y' } }),
    trace(world, { ...ssh, source: { kind: 'internet' }, destination: { kind: 'address', address: 'nonsense' } }),
    trace(world, { ...ssh, source: { kind: 'internet' }, destination: { kind: 'name', name: '' } }),
  ].map(({ verdict }) => verdict.reached);
  expect(verdicts).toEqual([false, false, false, false, false]);
});
