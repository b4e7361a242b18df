import { makeDefaultDhcpOptions } from '../dhcp-options/make-default-dhcp-options';
import { newId, nextSequence } from '../ids';
import { makeDefaultNetworkAcl } from '../network-acl/make-default-network-acl';
import { makeMainRouteTable } from '../route-table/make-main-route-table';
import { makeSecurityGroup } from '../security-group/make-security-group';
import { insertRule } from '../security-group/security-group-rule';
import type { World } from '../world';
import { allowIpv6Out } from './allow-ipv6';
import { vpcErrors } from './errors';
import { newIpv6Block } from './ipv6-block';
import type { Vpc } from './vpc';

/**
 * How long a new VPC is `pending`: less than the second that a call takes.
 * Source: answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo).
 */
const pendingMs = 1000;

/**
 * Make a VPC with what belongs to it from the first moment: its main route table, its default network ACL and its default
 * security group, which lets its members talk to each other and to anyone outside. Refuses past the quota. A new VPC has the
 * account's default set of DHCP options.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html;
 * test/transcripts/ground-truth.yaml, part 7.
 */
export function makeVpc(
  world: World,
  wanted: Pick<Vpc, 'CidrBlock' | 'InstanceTenancy' | 'IsDefault' | 'enableDnsHostnames' | 'Tags'>,
  withIpv6 = false,
): Vpc {
  if (world.vpcs.size >= world.quotas.vpcsPerRegion) throw vpcErrors.limit();
  const creation = nextSequence(world);
  const vpc = world.vpcs.insert({
    creation,
    VpcId: newId(world, 'vpc'),
    associationId: newId(world, 'vpcCidrAssociation'),
    ...(withIpv6 && { ipv6Blocks: [newIpv6Block(world)] }),
    DhcpOptionsId: makeDefaultDhcpOptions(world, creation).DhcpOptionsId,
    enableDnsSupport: true,
    availableAt: world.now + pendingMs,
    ...wanted,
  });
  makeMainRouteTable(world, vpc);
  makeDefaultNetworkAcl(world, vpc);
  const group = makeSecurityGroup(world, {
    GroupName: 'default',
    Description: 'default VPC security group',
    VpcId: vpc.VpcId,
    Tags: [],
  });
  insertRule(world, {
    GroupId: group.GroupId,
    IsEgress: false,
    IpProtocol: '-1',
    FromPort: -1,
    ToPort: -1,
    referencedGroup: group.GroupId,
    Tags: [],
  });
  if (withIpv6) allowIpv6Out(world, vpc.VpcId);
  return vpc;
}
