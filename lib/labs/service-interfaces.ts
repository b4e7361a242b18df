import { z } from 'zod';
import { placedServices, placeServiceInterface } from '@/lib/engine/network-interface/place-service-interface';
import { nameKey } from '@/lib/engine/security-group/security-group';
import type { World } from '@/lib/engine/world';
import { nameOf } from './names';

const text = z.string().min(1);

/** An interface that a service has in the lab's account, such as a load balancer's: learners see it and cannot manage it. */
export const ServiceInterface = z.strictObject({
  service: z.enum(placedServices),
  /** Within the interface's description: `resize-1a2b`, `app/web/50dc6c495c0c9188`, `fs-0123 (fsmt-0123)`. */
  name: text,
  /** The subnet's Name tag. */
  subnet: text,
  /** Names of security groups of its VPC. Services that have none, such as a network load balancer, may leave them out. */
  groups: z.array(text).optional(),
  /** A free address of the subnet when absent. */
  privateIpAddress: z.ipv4().optional(),
});
export type ServiceInterface = z.output<typeof ServiceInterface>;

/** Put what the lab's services have into the account that its start script left. Throws on a name that nothing there has. */
export function placeServiceInterfaces(world: World, wanted: readonly ServiceInterface[]): void {
  for (const { service, name, subnet: subnetName, groups = [], privateIpAddress } of wanted) {
    const subnet = world.subnets.list().find(({ Tags }) => nameOf(Tags) === subnetName);
    if (!subnet) throw new Error(`${service} ${name}: no subnet is named ${subnetName}`);
    const groupIds = groups.map((groupName) => {
      const group = world.securityGroups.first('name', nameKey(subnet.VpcId, groupName));
      if (!group) throw new Error(`${service} ${name}: no security group of ${subnetName}'s VPC is named ${groupName}`);
      return group.GroupId;
    });
    placeServiceInterface(world, { service, subnet, name, groups: groupIds, privateIpAddress });
  }
}
