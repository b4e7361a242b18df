import { z } from 'zod';
import type { Moment } from '../replay';
import { AttachedCheck, checkAttached } from './attached';
import { checkElasticIp, ElasticIpCheck } from './elastic-ip';
import { checkInstance, InstanceCheck } from './instance';
import { checkInterface, InterfaceCheck } from './interface';
import { checkInternetGateway, InternetGatewayCheck } from './internet-gateway';
import { checkMoved, MovedCheck } from './moved';
import { checkReachable, ReachableCheck } from './reachable';
import { checkRefused, RefusedCheck } from './refused';
import { checkSecurityGroup, SecurityGroupCheck } from './security-group';
import { checkSubnet, SubnetCheck } from './subnet';
import type { Verdict } from './verdict';
import { checkVpc, VpcCheck } from './vpc';

const onePredicate = (check: object): boolean => Object.values(check).filter((want) => want !== undefined).length === 1;

const worldPredicates = {
  interface: InterfaceCheck.optional(),
  instance: InstanceCheck.optional(),
  vpc: VpcCheck.optional(),
  subnet: SubnetCheck.optional(),
  internetGateway: InternetGatewayCheck.optional(),
  elasticIp: ElasticIpCheck.optional(),
  securityGroup: SecurityGroupCheck.optional(),
};

/** What is judged on a trace in that world. It says itself what is to be blocked, so it is not turned round. */
const reachable = ReachableCheck.optional();

/** What is judged on the world at the head of a path. */
const WorldCheck = z.strictObject(worldPredicates).refine(onePredicate, 'one predicate, and only one');

/** The vocabulary of checks: one predicate by its name. The last three are judged on the path; `none` turns one round. */
export const Check = z
  .strictObject({
    ...worldPredicates,
    reachable,
    refused: RefusedCheck.optional(),
    attached: AttachedCheck.optional(),
    moved: MovedCheck.optional(),
    /** Nothing of that kind is left. */
    none: WorldCheck.optional(),
  })
  .refine(onePredicate, 'one predicate, and only one');
export type Check = z.output<typeof Check>;

/** Judge one check. Pure; costs what the world and the path's facts hold. */
export function judge(check: Check, moment: Moment): Verdict {
  if (check.interface) return checkInterface(check.interface, moment);
  if (check.instance) return checkInstance(check.instance, moment);
  if (check.vpc) return checkVpc(check.vpc, moment);
  if (check.subnet) return checkSubnet(check.subnet, moment);
  if (check.internetGateway) return checkInternetGateway(check.internetGateway, moment);
  if (check.elasticIp) return checkElasticIp(check.elasticIp, moment);
  if (check.securityGroup) return checkSecurityGroup(check.securityGroup, moment);
  if (check.reachable) return checkReachable(check.reachable, moment);
  if (check.refused) return checkRefused(check.refused, moment);
  if (check.attached) return checkAttached(check.attached, moment);
  if (check.moved) return checkMoved(check.moved, moment);
  if (check.none) return opposite(judge(check.none, moment));
  throw new Error('a check without a predicate passed its schema');
}

const opposite = ({ passed, found }: Verdict): Verdict => ({ passed: !passed, found });
