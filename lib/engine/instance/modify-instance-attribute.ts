import { NotModelled } from '../aws-error';
import { networkInterfaceErrors } from '../network-interface/errors';
import type { NetworkInterface } from '../network-interface/network-interface';
import { launchPlacementErrors } from '../network-interface/private-address-errors';
import { operation } from '../operation';
import { getSecurityGroup } from '../security-group/security-group';
import { boolean, list, notModelled, required, string, structure } from '../shapes';
import type { World } from '../world';
import { changeType } from './change-type';
import { instanceErrors } from './errors';
import { getInstance, type Instance, instanceState } from './instance';
import { onlyInterfaceOf } from './instance-interfaces';

/**
 * ModifyInstanceAttribute: change one attribute. SourceDestCheck and Groups belong to the interface and are taken here
 * as long as it is the only one.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceAttribute.html
 * Not modelled: attributes without bearing on the network.
 */
export const modifyInstanceAttribute = operation({
  name: 'ModifyInstanceAttribute',
  input: {
    SourceDestCheck: structure({ Value: boolean }),
    DisableApiStop: structure({ Value: boolean }),
    InstanceId: required(string),
    Attribute: string,
    Value: string,
    BlockDeviceMappings: notModelled,
    DisableApiTermination: structure({ Value: boolean }),
    InstanceType: structure({ Value: string }),
    Kernel: notModelled,
    Ramdisk: notModelled,
    UserData: notModelled,
    InstanceInitiatedShutdownBehavior: notModelled,
    Groups: list(string),
    EbsOptimized: notModelled,
    SriovNetSupport: notModelled,
    EnaSupport: notModelled,
  },
  run(world, input) {
    const { Groups } = input;
    const named = namedValue(input.Attribute, input.Value);
    const sourceDestCheck = input.SourceDestCheck?.Value ?? flag(named.sourceDestCheck);
    const disableApiStop = input.DisableApiStop?.Value ?? flag(named.disableApiStop);
    const disableApiTermination = input.DisableApiTermination?.Value ?? flag(named.disableApiTermination);
    const instanceType = input.InstanceType?.Value ?? named.instanceType;
    const changes: [string, (instance: Instance) => void][] = [];
    if (sourceDestCheck !== undefined) {
      const change = (eni: NetworkInterface) => ({ ...eni, SourceDestCheck: sourceDestCheck });
      changes.push(['sourceDestCheck', (instance) => changeInterface(world, instance, change)]);
    }
    if (disableApiStop !== undefined) {
      changes.push(['disableApiStop', (instance) => world.instances.replace({ ...instance, disableApiStop })]);
    }
    if (disableApiTermination !== undefined) {
      changes.push([
        'disableApiTermination',
        (instance) => world.instances.replace({ ...instance, disableApiTermination }),
      ]);
    }
    if (instanceType !== undefined) {
      changes.push(['instanceType', (instance) => changeType(world, instance, instanceType)]);
    }
    if (Groups && Groups.length > 0) {
      const change = (eni: NetworkInterface) => withGroups(world, eni, Groups);
      changes.push(['groupSet', (instance) => changeInterface(world, instance, change)]);
    }
    const [change, ...more] = changes;
    if (!change) throw instanceErrors.attributeNone();
    if (more.length > 0) throw instanceErrors.attributeSeveral(changes.map(([name]) => name));
    const instance = getInstance(world, input.InstanceId);
    if (instance.goal === 'terminated') {
      throw instanceErrors.wrongState(instanceState(world, instance), instance.InstanceId);
    }
    change[1](instance);
    return {};
  },
});

const byName = ['sourceDestCheck', 'disableApiStop', 'disableApiTermination', 'instanceType'] as const;

/** The older spelling, `Attribute` with `Value` as text. */
function namedValue(
  attribute: string | undefined,
  value: string | undefined,
): { readonly [K in (typeof byName)[number]]?: string | undefined } {
  if (attribute === undefined) return {};
  const name = byName.find((candidate) => candidate === attribute);
  if (!name) throw new NotModelled(`the attribute ${attribute} by Attribute and Value`);
  if (!value) throw instanceErrors.valueMissing();
  return { [name]: value };
}

const flag = (value: string | undefined): boolean | undefined => (value === undefined ? undefined : value === 'true');

function changeInterface(world: World, instance: Instance, change: (eni: NetworkInterface) => NetworkInterface): void {
  const eni = onlyInterfaceOf(world, instance);
  if (eni) world.networkInterfaces.replace(change(eni));
}

/** The groups replace all that the interface had. */
function withGroups(world: World, eni: NetworkInterface, ids: readonly string[]): NetworkInterface {
  const groups = [...new Set(ids)];
  for (const id of groups) {
    if (getSecurityGroup(world, id).VpcId !== eni.VpcId) throw networkInterfaceErrors.groupOfOtherNetwork();
  }
  if (groups.length > world.quotas.securityGroupsPerInterface) throw launchPlacementErrors.tooManyGroups();
  return { ...eni, groups };
}
