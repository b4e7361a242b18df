import { images } from '@/lib/engine/image/images';
import type { TestAccount } from './account';

/** The few members of an instance that tests read; the whole is compared where it matters. */
export interface ShownInstance {
  readonly InstanceId: string;
  readonly State: { readonly Code: number; readonly Name: string };
  readonly SubnetId?: string;
  readonly VpcId?: string;
  readonly PrivateIpAddress?: string;
  readonly PublicIpAddress?: string;
  readonly AmiLaunchIndex: number;
  readonly LaunchTime: string;
  readonly SourceDestCheck?: boolean;
  readonly SecurityGroups: readonly { readonly GroupId: string; readonly GroupName: string }[];
  readonly Placement: { readonly AvailabilityZone: string };
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[];
  readonly NetworkInterfaces: readonly {
    readonly NetworkInterfaceId: string;
    readonly PrivateIpAddress: string;
    readonly MacAddress: string;
    readonly Attachment: { readonly DeviceIndex: number; readonly DeleteOnTermination: boolean };
    readonly PrivateIpAddresses: readonly { readonly PrivateIpAddress: string }[];
  }[];
}

/** The public image of that processor architecture, Linux. */
export function imageFor(architecture: 'x86_64' | 'arm64' = 'x86_64'): string {
  const image = images.find((candidate) => candidate.Architecture === architecture);
  if (!image) throw new Error(`no image for ${architecture}`);
  return image.ImageId;
}

/** What RunInstances is given for one small instance; `more` adds to it and overrides. */
export const launchInput = (more: object = {}): object => ({
  ImageId: imageFor(),
  InstanceType: 't3.small',
  MinCount: 1,
  MaxCount: 1,
  ...more,
});

/** Launch and answer at once, while the instances are pending. */
export function launch(account: TestAccount, more: object = {}): ShownInstance[] {
  return account.call<{ Instances: ShownInstance[] }>('RunInstances', launchInput(more)).Instances;
}

/** One instance, launched and running. */
export function runInstance(account: TestAccount, more: object = {}): ShownInstance {
  const [instance] = launch(account, more);
  if (!instance) throw new Error('nothing was launched');
  account.wait(60);
  return showInstance(account, instance.InstanceId);
}

/** The instances that DescribeInstances answers, of whatever reservation. */
export function showInstances(account: TestAccount, input: object = {}): ShownInstance[] {
  return account
    .call<{ Reservations: { Instances: ShownInstance[] }[] }>('DescribeInstances', input)
    .Reservations.flatMap(({ Instances }) => Instances);
}

export function showInstance(account: TestAccount, id: string): ShownInstance {
  const [instance] = showInstances(account, { InstanceIds: [id] });
  if (!instance) throw new Error(`no ${id}`);
  return instance;
}

/** Stop an instance and wait until it is stopped. */
export function stopInstance(account: TestAccount, id: string): void {
  account.call('StopInstances', { InstanceIds: [id] });
  account.wait(60);
}
