import { z } from 'zod';
import { nameOf, vpcLabel } from '../names';
import type { Moment } from '../replay';
import { anyOf, type Verdict, wants } from './verdict';

/** A subnet of that name is so. */
export const SubnetCheck = z.strictObject({
  name: z.string(),
  cidr: z.string().optional(),
  zone: z.string().optional(),
  /** Name of its VPC. */
  vpc: z.string().optional(),
});

export function checkSubnet(want: z.output<typeof SubnetCheck>, { world }: Moment): Verdict {
  const candidates = world.subnets
    .list()
    .filter((subnet) => nameOf(subnet.Tags) === want.name)
    .map((subnet) => {
      const vpc = vpcLabel(world, subnet.VpcId);
      return {
        label: want.name,
        conditions: [
          ...wants(want.cidr, subnet.CidrBlock, `has the block ${subnet.CidrBlock}`),
          ...wants(want.zone, subnet.AvailabilityZone, `is in ${subnet.AvailabilityZone}`),
          ...wants(want.vpc, vpc, `is in ${vpc}`),
        ],
      };
    });
  return anyOf(candidates, `There is no subnet named ${want.name}.`);
}
