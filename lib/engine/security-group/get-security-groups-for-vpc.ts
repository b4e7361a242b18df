import { listRows } from '../describe';
import { operation } from '../operation';
import { filterList, integer, required, string } from '../shapes';
import { getVpc } from '../vpc/vpc';
import type { SecurityGroup } from './security-group';

/**
 * GetSecurityGroupsForVpc: the groups that interfaces of a VPC may have.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetSecurityGroupsForVpc.html
 * Not modelled: groups shared with the VPC, or associated with it from another one.
 */
export const getSecurityGroupsForVpc = operation({
  name: 'GetSecurityGroupsForVpc',
  input: { VpcId: required(string), NextToken: string, MaxResults: integer, Filters: filterList },
  run(world, { VpcId, ...input }) {
    const { rows, ...page } = listRows<SecurityGroup>(input, {
      list: () => world.securityGroups.by('VpcId', getVpc(world, VpcId).VpcId),
      filters: {
        description: (group) => group.Description,
        'group-id': (group) => group.GroupId,
        'group-name': (group) => group.GroupName,
        'owner-id': () => world.account,
        'primary-vpc-id': (group) => group.VpcId,
      },
    });
    const SecurityGroupForVpcs = rows.map((group) => ({
      Description: group.Description,
      GroupName: group.GroupName,
      OwnerId: world.account,
      GroupId: group.GroupId,
      Tags: group.Tags,
      PrimaryVpcId: group.VpcId,
    }));
    return { ...page, SecurityGroupForVpcs };
  },
});
