import { getImage } from '../image/image';
import { operation } from '../operation';
import { required, string } from '../shapes';
import { instanceErrors } from './errors';
import { getInstance, instanceState } from './instance';
import { describeMetadataOptions, givenOptions, metadataMembers } from './metadata-options';

/** How long a change on a running instance is `pending`. Assumed: a few seconds. */
const applyingMs = 5_000;

/**
 * ModifyInstanceMetadataOptions: who may ask the instance for its metadata, and how. On a running instance the change is
 * `pending` for a moment, on a stopped one until it is started.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceMetadataOptions.html
 */
export const modifyInstanceMetadataOptions = operation({
  name: 'ModifyInstanceMetadataOptions',
  input: { InstanceId: required(string), ...metadataMembers },
  run(world, { InstanceId, ...input }) {
    const given = givenOptions(input);
    if (Object.keys(given).length === 0) throw instanceErrors.attributeNone();
    const instance = getInstance(world, InstanceId);
    const state = instanceState(world, instance);
    if (instance.goal === 'terminated') throw instanceErrors.wrongState(state, InstanceId);
    const changed = world.instances.replace({
      ...instance,
      metadataOptions: { ...instance.metadataOptions, ...given },
      metadataAppliedAt: instance.goal === 'stopped' ? 'start' : Math.max(instance.stateAt, world.now + applyingMs),
    });
    return {
      InstanceId,
      InstanceMetadataOptions: describeMetadataOptions(world, changed, getImage(instance.ImageId)),
    };
  },
});
