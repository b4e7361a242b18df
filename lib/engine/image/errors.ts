import { AwsError } from '../aws-error';

/** Refusals around machine images. */
export const imageErrors = {
  /** Observed: AWS's own answers to RunInstances and DescribeImages in many command transcripts; the text for several ids is assumed. */
  notFound: (ids: readonly string[]) =>
    new AwsError(
      'InvalidAMIID.NotFound',
      ids.length === 1
        ? `The image id '[${ids[0]}]' does not exist`
        : `The image ids '[${ids.join(', ')}]' do not exist`,
    ),
  /** Observed: AWS's own answers to RunInstances and DescribeImages in many command transcripts. */
  malformed: (id: string) => new AwsError('InvalidAMIID.Malformed', `Invalid id: "${id}" (expecting "ami-...")`),
};
