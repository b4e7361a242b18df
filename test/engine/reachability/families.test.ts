import { beforeAll, expect, test } from 'vitest';
import type { Flow, FlowSource, FlowTarget } from '@/lib/engine/reachability/flow';
import { trace } from '@/lib/engine/reachability/trace';
import type { World } from '@/lib/engine/world';
import { accountOf, parseFlow } from './scenario';
import { verdictText } from './shown-hops';

let world: World;
beforeAll(async () => {
  ({ world } = await accountOf(`
    VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --amazon-provided-ipv6-cidr-block --query Vpc.VpcId --output text)
    sleep 10
    BLOCK=$(aws ec2 describe-vpcs --vpc-ids $VPC --query 'Vpcs[0].Ipv6CidrBlockAssociationSet[0].Ipv6CidrBlock' --output text)
    P=\${BLOCK%00::/56}
    SIX=$(aws ec2 create-subnet --vpc-id $VPC --ipv6-native --ipv6-cidr-block \${P}01::/64 --query Subnet.SubnetId --output text)
    DUAL=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --ipv6-cidr-block \${P}02::/64 \\
      --query Subnet.SubnetId --output text)
    IGW=$(internet_gateway igw $VPC); RT=$(main_table $VPC); route $RT 0.0.0.0/0 --gateway-id $IGW
    aws ec2 create-route --route-table-id $RT --destination-ipv6-cidr-block ::/0 --gateway-id $IGW > /dev/null
    G=$(group all $VPC); allow_in $G -1 -1 0.0.0.0/0
    aws ec2 authorize-security-group-ingress --group-id $G --ip-permissions 'IpProtocol=-1,Ipv6Ranges=[{CidrIpv6=::/0}]' > /dev/null
    run() {
      aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $2 --ipv6-address-count 1 \\
        --security-group-ids $G --tag-specifications "$(named instance $1)" --query 'Instances[0].InstanceId' --output text
    }
    A=$(run six $SIX); B=$(run dual $DUAL)
    aws ec2 wait instance-running --instance-ids $A $B; elastic $(eni_of $B)`));
});

test.each([
  ['instance:six > instance:dual tcp/22', true],
  ['instance:dual > instance:six tcp/22', true],
  ['instance:dual > instance:dual tcp/22', false],
  ['internet > instance:dual tcp/22', false],
  ['internet 2001:db8::7 > instance:dual tcp/22', true],
  ['internet > instance:six tcp/22', true],
  ['instance:six > internet tcp/443', true],
  ['instance:dual > internet tcp/443', false],
])('%s speaks the family that both have', (text, isSix) => {
  const { out, verdict } = trace(world, parseFlow(world, text));
  expect(verdictText(verdict)).toBe('reached');
  for (const { packet } of out) {
    expect([packet.source, packet.destination].map((one) => one.includes(':'))).toEqual([isSix, isSix]);
  }
});

test('an address sends nothing to one of the other family', () => {
  const eni = world.networkInterfaces.list().find(({ Ipv6Addresses = [] }) => Ipv6Addresses.length > 0);
  const six = eni?.Ipv6Addresses?.[0]?.Ipv6Address ?? '';
  const verdict = (source: FlowSource, destination: FlowTarget) => {
    const flow: Flow = { source, destination, protocol: 'tcp', port: 443 };
    return verdictText(trace(world, flow).verdict);
  };
  const own: FlowSource = { kind: 'interface', id: eni?.NetworkInterfaceId ?? '', address: six };
  const none = 'out UNASSOCIATED_COMPONENT timeout';
  expect(verdict(own, { kind: 'address', address: '8.8.8.8' })).toBe(none);
  expect(verdict(own, { kind: 'internet' })).toBe('reached');
  expect(verdict({ kind: 'internet', address: '2001:db8::7' }, { kind: 'address', address: '8.8.8.8' })).toBe(none);
});
