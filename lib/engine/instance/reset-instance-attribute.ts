import { NotModelled } from '../aws-error';
import { operation } from '../operation';
import { required, string } from '../shapes';
import { instanceErrors } from './errors';
import { getInstance, instanceState } from './instance';
import { onlyInterfaceOf } from './instance-interfaces';

/**
 * ResetInstanceAttribute: turn source/destination checking of the instance's only interface on again.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ResetInstanceAttribute.html
 * Not modelled: kernel and ramdisk.
 */
export const resetInstanceAttribute = operation({
  name: 'ResetInstanceAttribute',
  input: { InstanceId: required(string), Attribute: required(string) },
  run(world, { InstanceId, Attribute }) {
    if (Attribute === 'kernel' || Attribute === 'ramdisk') throw new NotModelled(`the instance attribute ${Attribute}`);
    if (Attribute !== 'sourceDestCheck') throw instanceErrors.attributeNotReset(Attribute);
    const instance = getInstance(world, InstanceId);
    if (instance.goal === 'terminated') throw instanceErrors.wrongState(instanceState(world, instance), InstanceId);
    const eni = onlyInterfaceOf(world, instance);
    if (eni) world.networkInterfaces.replace({ ...eni, SourceDestCheck: true });
    return {};
  },
});
