import type { IdKind } from '@/lib/engine/ids';
import type { World } from '@/lib/engine/world';

/** The ids in a world by kind, oldest first, for Tab. Cost: what the world holds. */
export function idsOf(world: World): Readonly<Partial<Record<IdKind, readonly string[]>>> {
  const addresses = world.addresses.list();
  const interfaces = world.networkInterfaces.list();
  return {
    address: addresses.map((address) => address.AllocationId),
    association: addresses.flatMap((address) => address.association?.AssociationId ?? []),
    attachment: interfaces.flatMap((eni) => eni.Attachment?.AttachmentId ?? []),
    instance: world.instances.list().map((instance) => instance.InstanceId),
    internetGateway: world.internetGateways.list().map((gateway) => gateway.InternetGatewayId),
    networkInterface: interfaces.map((eni) => eni.NetworkInterfaceId),
    securityGroup: world.securityGroups.list().map((group) => group.GroupId),
    securityGroupRule: world.securityGroupRules.list().map((rule) => rule.SecurityGroupRuleId),
    subnet: world.subnets.list().map((subnet) => subnet.SubnetId),
    vpc: world.vpcs.list().map((vpc) => vpc.VpcId),
  };
}
