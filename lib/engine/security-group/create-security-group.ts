import { operation } from '../operation';
import { required, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { findDefaultVpc, getVpc } from '../vpc/vpc';
import { securityGroupErrors } from './errors';
import { makeSecurityGroup } from './make-security-group';
import { nameKey, securityGroupArn } from './security-group';

const allowed = /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{1,255}$/;
const ascii = /^[ -~]*$/;

/**
 * CreateSecurityGroup: a group in a VPC, the default one when none is named.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
 */
export const createSecurityGroup = operation({
  name: 'CreateSecurityGroup',
  input: {
    Description: required(string, 'groupDescription'),
    GroupName: required(string),
    VpcId: string,
    TagSpecifications: tagSpecifications,
  },
  run(world, { Description, GroupName, VpcId, TagSpecifications }) {
    checkName(GroupName);
    if (!ascii.test(Description)) throw securityGroupErrors.notAscii(Description, 'GroupDescription');
    if (!allowed.test(Description)) throw securityGroupErrors.description();
    const Tags = tagsFor(world, TagSpecifications, 'security-group');
    const vpc = VpcId ? getVpc(world, VpcId) : findDefaultVpc(world);
    if (!vpc) throw securityGroupErrors.noDefaultVpc();
    if (world.securityGroups.size >= world.quotas.securityGroupsPerRegion) throw securityGroupErrors.limit();
    if (world.securityGroups.count('name', nameKey(vpc.VpcId, GroupName)) > 0) {
      throw securityGroupErrors.duplicate(GroupName, vpc.VpcId);
    }
    const group = makeSecurityGroup(world, { GroupName, Description, VpcId: vpc.VpcId, Tags });
    return {
      GroupId: group.GroupId,
      ...(Tags.length > 0 && { Tags }),
      SecurityGroupArn: securityGroupArn(world, group),
    };
  },
});

function checkName(name: string): void {
  if (!ascii.test(name)) throw securityGroupErrors.notAscii(name, 'GroupName');
  if (!allowed.test(name)) throw securityGroupErrors.name();
  if (/^sg-/i.test(name)) throw securityGroupErrors.reservedForm(name);
  if (/^default$/i.test(name)) throw securityGroupErrors.reservedName(name);
}
