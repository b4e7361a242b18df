import type { Operation } from '../operation';
import { associateSubnetCidrBlock } from './associate-subnet-cidr-block';
import { createDefaultSubnet } from './create-default-subnet';
import { createSubnet } from './create-subnet';
import { deleteSubnet } from './delete-subnet';
import { describeSubnets } from './describe-subnets';
import { disassociateSubnetCidrBlock } from './disassociate-subnet-cidr-block';
import { modifySubnetAttribute } from './modify-subnet-attribute';

export const subnetOperations: readonly Operation[] = [
  associateSubnetCidrBlock,
  createDefaultSubnet,
  createSubnet,
  deleteSubnet,
  describeSubnets,
  disassociateSubnetCidrBlock,
  modifySubnetAttribute,
];
