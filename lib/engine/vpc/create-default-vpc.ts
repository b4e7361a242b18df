import { operation } from '../operation';
import { vpcErrors } from './errors';
import { makeDefaultVpc } from './make-default-vpc';
import { describeVpc, findDefaultVpc } from './vpc';

/**
 * CreateDefaultVpc: a default VPC for an account that deleted its own.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateDefaultVpc.html
 */
export const createDefaultVpc = operation({
  name: 'CreateDefaultVpc',
  input: {},
  run(world) {
    if (findDefaultVpc(world)) throw vpcErrors.defaultExists();
    return { Vpc: describeVpc(world, makeDefaultVpc(world), true) };
  },
});
