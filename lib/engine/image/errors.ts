import { AwsError } from '../aws-error';

/**
 * Source: AWS's own answers to RunInstances and DescribeImages, as published with many command transcripts.
 * Assumed: the text for several ids.
 */
export const imageErrors = {
  notFound: (ids: readonly string[]) =>
    new AwsError(
      'InvalidAMIID.NotFound',
      ids.length === 1
        ? `The image id '[${ids[0]}]' does not exist`
        : `The image ids '[${ids.join(', ')}]' do not exist`,
    ),
  malformed: (id: string) => new AwsError('InvalidAMIID.Malformed', `Invalid id: "${id}" (expecting "ami-...")`),
};
