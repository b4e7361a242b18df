import type { World } from '../world';
import { arnOf, exists, idIn } from './component';
import { networkInsightsErrors } from './errors';

/** What a path may begin or end at. Source: https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html */
const ofEnds = /^(eni|i|igw|pcx|tgw|tgw-attach|vgw|vpce)-[^-]*$/;

/** A resource by its id or ARN, as both. `name` as AWS's sentences spell the parameter. Refuses what does not exist. */
export function acceptEndPoint(world: World, text: string, name: string): { id: string; arn: string } {
  const id = idIn(world, text);
  const arn = arnOf(world, id);
  if (!ofEnds.test(id) || !exists(world, id) || (text !== id && text !== arn))
    throw networkInsightsErrors.resource(text, name);
  return { id, arn };
}
