import { z } from 'zod';
import { nameOf } from '../names';
import type { Moment } from '../replay';
import { anyOf, type Verdict, wants } from './verdict';

/** A VPC of that name is so. */
export const VpcCheck = z.strictObject({
  name: z.string(),
  /** Its first block. */
  cidr: z.string().optional(),
  /** Names of VPCs that are there too, each of them. */
  beside: z.array(z.string()).min(1).optional(),
});

export function checkVpc(want: z.output<typeof VpcCheck>, { world }: Moment): Verdict {
  const all = world.vpcs.list();
  const names = new Set(all.map(({ Tags }) => nameOf(Tags)));
  const missing = want.beside?.filter((name) => !names.has(name)) ?? [];
  if (missing.length > 0)
    return { passed: false, found: `There is no VPC named ${missing.join(', and none named ')}.` };
  const candidates = all
    .filter(({ Tags }) => nameOf(Tags) === want.name)
    .map(({ CidrBlock }) => ({
      label: want.name,
      conditions: wants(want.cidr, CidrBlock, `has the block ${CidrBlock}`),
    }));
  return anyOf(candidates, `There is no VPC named ${want.name}.`);
}
