import { errors } from '../aws-error';
import { type InputOf, integer, string } from '../shapes';
import { ruleErrors } from './errors';
import type { IpPermission } from './permissions';

/**
 * The parameters that name a single rule without `IpPermissions`, for rules inwards only.
 * `SourceSecurityGroupName` alone means all ICMP, UDP and TCP from that group of the default VPC.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html
 */
export const flatPermission = {
  CidrIp: string,
  FromPort: integer,
  IpProtocol: string,
  SourceSecurityGroupName: string,
  SourceSecurityGroupOwnerId: string,
  ToPort: integer,
} as const;

/** What adding and taking away rules have in common. */
export interface PermissionInput extends InputOf<typeof flatPermission> {
  GroupId?: string | undefined;
  GroupName?: string | undefined;
  IpPermissions?: IpPermission[] | undefined;
}

const flatNames = Object.keys(flatPermission) as (keyof typeof flatPermission)[];
const isFlat = (input: PermissionInput): boolean => flatNames.some((name) => input[name] !== undefined);
const isListed = ({ IpPermissions = [] }: PermissionInput): boolean => IpPermissions.length > 0;

/** Rules outwards take no parameters for a single rule. */
export function refuseFlat(input: PermissionInput): void {
  const given = flatNames.find((name) => input[name] !== undefined);
  if (given) throw errors.unknownParameter(given);
}

export const namesPermissions = (input: PermissionInput): boolean => isFlat(input) || isListed(input);

/** The permissions of a call, given one way or the other. Refuses both ways at once, and neither. */
export function givenPermissions(input: PermissionInput): IpPermission[] {
  if (isFlat(input) && isListed(input)) throw ruleErrors.twoWays('ipPermissions', 'ipProtocol');
  if (isFlat(input)) return fromFlat(input);
  if (!isListed(input)) throw ruleErrors.nothing();
  return input.IpPermissions ?? [];
}

function fromFlat(input: PermissionInput): IpPermission[] {
  const { CidrIp, FromPort, IpProtocol, ToPort } = input;
  const group = { GroupName: input.SourceSecurityGroupName, UserId: input.SourceSecurityGroupOwnerId };
  if (!group.GroupName) return [{ IpProtocol, FromPort, ToPort, IpRanges: CidrIp === undefined ? [] : [{ CidrIp }] }];
  if (CidrIp !== undefined) throw ruleErrors.twoWays('sourceSecurityGroupName', 'cidrIp');
  const UserIdGroupPairs = [group];
  if (IpProtocol !== undefined) return [{ IpProtocol, FromPort, ToPort, UserIdGroupPairs }];
  return [
    { IpProtocol: 'tcp', FromPort: 0, ToPort: 65_535, UserIdGroupPairs },
    { IpProtocol: 'udp', FromPort: 0, ToPort: 65_535, UserIdGroupPairs },
    { IpProtocol: 'icmp', FromPort: -1, ToPort: -1, UserIdGroupPairs },
  ];
}
