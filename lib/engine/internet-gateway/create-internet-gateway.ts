import { operation } from '../operation';
import { tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { describeInternetGateway } from './internet-gateway';
import { makeInternetGateway } from './make-internet-gateway';

/**
 * CreateInternetGateway: a gateway to the internet, attached to nothing.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateInternetGateway.html
 */
export const createInternetGateway = operation({
  name: 'CreateInternetGateway',
  input: { TagSpecifications: tagSpecifications },
  run(world, input) {
    const tags = tagsFor(world, input.TagSpecifications, 'internet-gateway');
    return { InternetGateway: describeInternetGateway(world, makeInternetGateway(world, tags)) };
  },
});
