import { z } from 'zod';
import { directionKey, type SecurityGroupRule } from '@/lib/engine/security-group/security-group-rule';
import type { World } from '@/lib/engine/world';
import type { Moment } from '../replay';
import { anyOf, type Verdict } from './verdict';

/** A security group of that name has a rule that allows this. */
export const SecurityGroupCheck = z.strictObject({
  /** Its GroupName. */
  name: z.string(),
  allows: z.strictObject({
    direction: z.enum(['ingress', 'egress']),
    protocol: z.enum(['tcp', 'udp', 'icmp']),
    port: z.int().optional(),
    /** The rule's own block. */
    cidr: z.string().optional(),
    /** GroupName of the group that the rule names. */
    group: z.string().optional(),
  }),
});
type Allows = z.output<typeof SecurityGroupCheck>['allows'];

export function checkSecurityGroup(want: z.output<typeof SecurityGroupCheck>, { world }: Moment): Verdict {
  const { direction, protocol, port, cidr, group } = want.allows;
  const peer = `${direction === 'ingress' ? 'from' : 'to'} ${cidr ?? group ?? 'anywhere'}`;
  const traffic = `${protocol}${port === undefined ? '' : ` ${port}`} ${peer}`;
  const candidates = world.securityGroups
    .list()
    .filter((candidate) => candidate.GroupName === want.name)
    .map(({ GroupId }) => {
      const rules = world.securityGroupRules.by('direction', directionKey(GroupId, direction === 'egress'));
      const holds = rules.some((rule) => allows(world, rule, want.allows));
      return { label: want.name, conditions: [{ holds, is: `${holds ? 'allows' : 'does not allow'} ${traffic}` }] };
    });
  return anyOf(candidates, `There is no security group named ${want.name}.`);
}

function allows(world: World, rule: SecurityGroupRule, { protocol, port, cidr, group }: Allows): boolean {
  if (rule.IpProtocol !== '-1' && rule.IpProtocol !== protocol) return false;
  if (cidr !== undefined && rule.CidrIpv4 !== cidr) return false;
  if (group !== undefined && world.securityGroups.get(rule.referencedGroup ?? '')?.GroupName !== group) return false;
  return rule.IpProtocol === '-1' || port === undefined || (rule.FromPort <= port && port <= rule.ToPort);
}
