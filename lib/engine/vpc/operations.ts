import type { Operation } from '../operation';
import { associateVpcCidrBlock } from './associate-vpc-cidr-block';
import { createDefaultVpc } from './create-default-vpc';
import { createVpc } from './create-vpc';
import { deleteVpc } from './delete-vpc';
import { describeVpcAttribute } from './describe-vpc-attribute';
import { describeVpcs } from './describe-vpcs';
import { disassociateVpcCidrBlock } from './disassociate-vpc-cidr-block';
import { modifyVpcAttribute } from './modify-vpc-attribute';

export const vpcOperations: readonly Operation[] = [
  associateVpcCidrBlock,
  createDefaultVpc,
  createVpc,
  deleteVpc,
  describeVpcAttribute,
  describeVpcs,
  disassociateVpcCidrBlock,
  modifyVpcAttribute,
];
