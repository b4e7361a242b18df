import { describe, expect, test } from 'vitest';
import { toJson } from '@/lib/engine/world';
import { TestAccount } from '../build/account';
import { runInstance } from '../build/instance';
import {
  allocateAddress,
  attachInterface,
  describeInterface,
  makeGateway,
  makeGroup,
  makeInstance,
  makeInterface,
  makeSubnet,
  makeVpc,
  primaryInterface,
} from '../build/network-interface';

function machine(input: object = {}) {
  const account = new TestAccount();
  const vpc = makeVpc(account);
  const subnet = makeSubnet(account, vpc);
  const instance = makeInstance(account, subnet, input);
  return { account, vpc, subnet, instance };
}
const attaching = (account: TestAccount, id: string, instance: string, more: object = {}) =>
  account.refusal('AttachNetworkInterface', {
    NetworkInterfaceId: id,
    InstanceId: instance,
    DeviceIndex: 1,
    ...more,
  });

describe('AttachNetworkInterface', () => {
  test('hot: attaching, then attached; it stays when the instance goes', () => {
    const { account, subnet, instance } = machine();
    const eni = makeInterface(account, subnet);
    const { AttachmentId, ...rest } = account.call<{ AttachmentId: string }>('AttachNetworkInterface', {
      NetworkInterfaceId: eni.NetworkInterfaceId,
      InstanceId: instance.id,
      DeviceIndex: 1,
    });
    expect(AttachmentId).toMatch(/^eni-attach-[0-9a-f]{17}$/);
    expect(rest).toEqual({ NetworkCardIndex: 0 });
    const shown = describeInterface(account, eni.NetworkInterfaceId);
    expect(Object.entries(shown.Attachment ?? {})).toEqual(
      Object.entries({
        AttachTime: expect.stringMatching(/^2026-01-31T09:\d\d:\d\d\.000Z$/),
        AttachmentId,
        DeleteOnTermination: false,
        DeviceIndex: 1,
        NetworkCardIndex: 0,
        InstanceId: instance.id,
        InstanceOwnerId: account.world.account,
        Status: 'attaching',
      }),
    );
    expect(shown.Status).toBe('in-use');
    expect(describeInterface(account, eni.NetworkInterfaceId).Attachment?.Status).toBe('attached');
  });

  test('warm: to a stopped instance; and across VPCs of one zone', () => {
    const { account, instance } = machine();
    account.call('StopInstances', { InstanceIds: [instance.id] });
    account.wait(60);
    const other = makeSubnet(account, makeVpc(account, '10.1.0.0/16'), '10.1.1.0/24');
    const eni = makeInterface(account, other);
    attachInterface(account, eni.NetworkInterfaceId, instance.id);
    expect(describeInterface(account, eni.NetworkInterfaceId).Attachment?.InstanceId).toBe(instance.id);
  });

  test('refuses what does not exist, and forms that cannot be', () => {
    const { account, subnet, instance } = machine();
    const { NetworkInterfaceId: id } = makeInterface(account, subnet);
    expect(attaching(account, 'eni-0123456789abcdef0', instance.id)).toBe(
      "InvalidNetworkInterfaceID.NotFound: The networkInterface ID 'eni-0123456789abcdef0' does not exist",
    );
    expect(attaching(account, id, 'i-0123456789abcdef0')).toBe(
      "InvalidInstanceID.NotFound: The instance ID 'i-0123456789abcdef0' does not exist",
    );
    expect(account.refusal('AttachNetworkInterface', { NetworkInterfaceId: id, InstanceId: instance.id })).toBe(
      'MissingParameter: The request must contain the parameter deviceIndex',
    );
    expect(attaching(account, id, instance.id, { DeviceIndex: -1 })).toMatch(/^InvalidParameterValue: /);
    expect(attaching(account, id, instance.id, { NetworkCardIndex: 1 })).toMatch(/^InvalidParameterValue: /);
    expect(attaching(account, id, instance.id, { NetworkCardIndex: -1 })).toMatch(/^InvalidParameterValue: /);
    expect(attaching(account, id, instance.id, { EnaQueueCount: 2 })).toMatch(/^NotModelled: /);
  });

  test('refuses another zone, an interface in use, and an index that is taken', () => {
    const { account, vpc, subnet, instance } = machine();
    const far = makeInterface(account, makeSubnet(account, vpc, '10.0.2.0/24', 'us-east-1b'));
    expect(attaching(account, far.NetworkInterfaceId, instance.id)).toBe(
      'InvalidParameterCombination: You may not attach a network interface to an instance if they are not in the same availability zone',
    );
    const { NetworkInterfaceId: id } = makeInterface(account, subnet);
    expect(attaching(account, id, instance.id, { DeviceIndex: 0 })).toBe(
      `InvalidParameterValue: Instance '${instance.id}' already has an interface attached at device index '0'.`,
    );
    attachInterface(account, id, instance.id, 1);
    expect(attaching(account, id, instance.id, { DeviceIndex: 2 })).toBe(
      `InvalidNetworkInterface.InUse: Interface: [${id}] in use.`,
    );
    const second = makeInterface(account, subnet).NetworkInterfaceId;
    expect(attaching(account, second, instance.id)).toBe(
      `InvalidParameterValue: Instance '${instance.id}' already has an interface attached at device index '1'.`,
    );
  });

  test('refuses more interfaces and more addresses than the type allows', () => {
    const { account, subnet, instance } = machine();
    const crowded = makeInterface(account, subnet, { SecondaryPrivateIpAddressCount: 4 }).NetworkInterfaceId;
    expect(attaching(account, crowded, instance.id)).toBe(
      `InvalidInterface.IpAddressLimitExceeded: Address count 5 on ${crowded.replace('eni', 'interface')} exceeds the limit for t3.small`,
    );
    for (const index of [1, 2]) {
      attachInterface(account, makeInterface(account, subnet).NetworkInterfaceId, instance.id, index);
    }
    expect(attaching(account, makeInterface(account, subnet).NetworkInterfaceId, instance.id, { DeviceIndex: 3 })).toBe(
      'AttachmentLimitExceeded: Interface count 4 exceeds the limit for t3.small',
    );
  });

  test('counts device indexes and interfaces by network card', () => {
    const { account, subnet, instance } = machine({ InstanceType: 'c6in.32xlarge' });
    const onCard = { NetworkCardIndex: 1, DeviceIndex: 1 };
    attachInterface(account, makeInterface(account, subnet).NetworkInterfaceId, instance.id, 1);
    const attached = Array.from({ length: 8 }, (_, DeviceIndex) =>
      account.call<{ AttachmentId: string; NetworkCardIndex: number }>('AttachNetworkInterface', {
        NetworkInterfaceId: makeInterface(account, subnet).NetworkInterfaceId,
        InstanceId: instance.id,
        ...onCard,
        DeviceIndex,
      }),
    );
    expect(attached[0]?.NetworkCardIndex).toBe(1);
    const more = makeInterface(account, subnet).NetworkInterfaceId;
    expect(attaching(account, more, instance.id, { ...onCard, DeviceIndex: 8 })).toBe(
      'AttachmentLimitExceeded: Interface count 9 exceeds the limit for c6in.32xlarge',
    );
    account.call('DetachNetworkInterface', { AttachmentId: attached[0]?.AttachmentId });
  });

  test('refuses a pending and a terminated instance, and an EFA on a running one', () => {
    const { account, subnet, instance } = machine({ InstanceType: 'c5n.18xlarge' });
    const { NetworkInterfaceId: id } = makeInterface(account, subnet);
    const pending = account.call<{ Instances: { InstanceId: string }[] }>('RunInstances', {
      ImageId: account.world.instances.get(instance.id)?.ImageId,
      InstanceType: 't3.small',
      MinCount: 1,
      MaxCount: 1,
      SubnetId: subnet,
    }).Instances[0]?.InstanceId;
    expect(attaching(account, id, pending ?? '')).toMatch(/^IncorrectState: /);
    const efa = makeInterface(account, subnet, { InterfaceType: 'efa' }).NetworkInterfaceId;
    expect(attaching(account, efa, instance.id)).toMatch(/^IncorrectInstanceState: /);
    account.call('StopInstances', { InstanceIds: [instance.id] });
    account.wait(60);
    attachInterface(account, efa, instance.id);
    account.call('TerminateInstances', { InstanceIds: [instance.id] });
    expect(attaching(account, id, instance.id)).toMatch(/^IncorrectState: /);
    const small = runInstance(account, { SubnetId: subnet }).InstanceId;
    account.call('StopInstances', { InstanceIds: [small] });
    account.wait(60);
    expect(
      attaching(account, makeInterface(account, subnet, { InterfaceType: 'efa' }).NetworkInterfaceId, small),
    ).toMatch(/t3\.small instances do not support Elastic Fabric Adapters\.$/);
  });
});

describe('DetachNetworkInterface', () => {
  const refused = (account: TestAccount, id: string | undefined, more: object = {}) =>
    account.refusal('DetachNetworkInterface', { AttachmentId: id, ...more });

  test('eth0 is refused: running, by force, beside another interface, stopped', () => {
    const { account, subnet, instance } = machine();
    const text =
      'OperationNotPermitted: The network interface at device index 0 and networkCard index 0 cannot be detached.';
    const id = instance.eth0.Attachment?.AttachmentId;
    expect(refused(account, id)).toBe(text);
    expect(refused(account, id, { Force: true })).toBe(text);
    attachInterface(account, makeInterface(account, subnet).NetworkInterfaceId, instance.id);
    expect(refused(account, id)).toBe(text);
    account.call('StopInstances', { InstanceIds: [instance.id] });
    account.wait(60);
    expect(refused(account, id)).toBe(text);
  });

  test('a secondary interface is detaching, then available, and its attachment is gone', () => {
    const { account, subnet, instance } = machine();
    const { NetworkInterfaceId: id } = makeInterface(account, subnet);
    const AttachmentId = attachInterface(account, id, instance.id);
    expect(account.call('DetachNetworkInterface', { AttachmentId })).toEqual({});
    const detaching = describeInterface(account, id);
    expect(detaching.Status).toBe('detaching');
    expect(detaching.Attachment).toMatchObject({ AttachmentId, Status: 'detaching' });
    expect(account.refusal('DeleteNetworkInterface', { NetworkInterfaceId: id })).toBe(
      `InvalidParameterValue: Network interface '${id}' is currently in use.`,
    );
    account.wait(1);
    const loose = describeInterface(account, id);
    expect(loose.Status).toBe('available');
    expect(loose).not.toHaveProperty('Attachment');
    expect(refused(account, AttachmentId)).toBe(
      `InvalidAttachmentID.NotFound: The interface attachment '${AttachmentId}' does not exist.`,
    );
  });

  test('while detaching it may be asked again, and cannot be attached', () => {
    const { account, subnet, instance } = machine();
    const { NetworkInterfaceId: id } = makeInterface(account, subnet);
    const AttachmentId = attachInterface(account, id, instance.id);
    account.call('DetachNetworkInterface', { AttachmentId });
    account.call('DetachNetworkInterface', { AttachmentId, Force: true });
    expect(account.world.timers.count('kind', 'interface-detached')).toBe(1);
    expect(attaching(account, id, instance.id, { DeviceIndex: 2 })).toBe(
      `InvalidNetworkInterface.InUse: Interface: [${id}] in use.`,
    );
    account.wait(1);
    attachInterface(account, id, instance.id, 2);
  });

  test('refuses ids that are not an attachment of one’s own', () => {
    const { account, subnet, instance } = machine();
    const { NetworkInterfaceId: id } = makeInterface(account, subnet);
    attachInterface(account, id, instance.id);
    expect(refused(account, 'eni-attach-0123456789abcdef0')).toBe(
      "InvalidAttachmentID.NotFound: The interface attachment 'eni-attach-0123456789abcdef0' does not exist.",
    );
    expect(refused(account, id)).toBe(
      `InvalidNetworkInterfaceAttachmentId.Malformed: Invalid id: "${id}" (expecting "eni-attach-...")`,
    );
    expect(refused(account, 'ela-attach-0123456789abcdef0', { Force: true })).toBe(
      "OperationNotPermitted: You are not allowed to manage 'ela-attach' attachments.",
    );
    expect(refused(account, undefined)).toBe('MissingParameter: The request must contain the parameter attachmentId');
  });

  test('a terminated instance does not wait for the detachment', () => {
    const { account, subnet, instance } = machine();
    const { NetworkInterfaceId: id } = makeInterface(account, subnet);
    const AttachmentId = attachInterface(account, id, instance.id);
    account.call('TerminateInstances', { InstanceIds: [instance.id] });
    account.wait(27);
    account.call('DetachNetworkInterface', { AttachmentId });
    account.wait(120);
    expect(describeInterface(account, id).Status).toBe('available');
    expect(account.world.timers.list().filter((timer) => timer.kind === 'interface-detached')).toEqual([]);
  });
});

describe('moving an interface', () => {
  test('takes addresses, MAC, groups, flag, description, tags and Elastic IP along', () => {
    const { account, vpc, subnet, instance } = machine();
    const target = makeInstance(account, subnet);
    makeGateway(account, vpc);
    const eni = makeInterface(account, subnet, {
      Groups: [makeGroup(account, vpc, 'web')],
      Description: 'leg',
      SecondaryPrivateIpAddressCount: 1,
      TagSpecifications: [{ ResourceType: 'network-interface', Tags: [{ Key: 'Name', Value: 'leg' }] }],
    });
    const id = eni.NetworkInterfaceId;
    account.call('ModifyNetworkInterfaceAttribute', { NetworkInterfaceId: id, SourceDestCheck: { Value: false } });
    const AttachmentId = attachInterface(account, id, instance.id);
    account.call('AssociateAddress', { ...allocated(account), NetworkInterfaceId: id });
    const before = describeInterface(account, id);
    account.call('DetachNetworkInterface', { AttachmentId });
    account.wait(10);
    attachInterface(account, id, target.id);
    const after = describeInterface(account, id);
    expect({ ...after, Attachment: undefined }).toEqual({ ...before, Attachment: undefined });
    expect(after.Attachment?.InstanceId).toBe(target.id);
    expect(after.Association?.PublicIp).toBeDefined();
    expect(after.MacAddress).toBe(eni.MacAddress);
  });

  const allocated = (account: TestAccount) => ({ AllocationId: allocateAddress(account).AllocationId });
});

describe('DeleteNetworkInterface', () => {
  test('frees the address, keeps the Elastic IP, and is refused while attached', () => {
    const { account, vpc, subnet, instance } = machine();
    makeGateway(account, vpc);
    expect(account.refusal('DeleteNetworkInterface', { NetworkInterfaceId: instance.eth0.NetworkInterfaceId })).toBe(
      `InvalidParameterValue: Network interface '${instance.eth0.NetworkInterfaceId}' is currently in use.`,
    );
    const { NetworkInterfaceId: id } = makeInterface(account, subnet, { PrivateIpAddress: '10.0.1.50' });
    const { AllocationId } = allocateAddress(account);
    account.call('AssociateAddress', { AllocationId, NetworkInterfaceId: id });
    expect(account.call('DeleteNetworkInterface', { NetworkInterfaceId: id })).toEqual({});
    expect(account.world.addresses.get(AllocationId)).not.toHaveProperty('association');
    expect(account.refusal('DeleteNetworkInterface', { NetworkInterfaceId: id })).toBe(
      `InvalidNetworkInterfaceID.NotFound: The networkInterface ID '${id}' does not exist`,
    );
    makeInterface(account, subnet, { PrivateIpAddress: '10.0.1.50' });
  });

  test('an interface that goes leaves nothing behind but its numbers', () => {
    const { account, subnet, instance } = machine();
    account.wait(60);
    const bytes = () => JSON.stringify(toJson(account.world).tables);
    primaryInterface(account, instance.id);
    const before = bytes();
    const { NetworkInterfaceId: id } = makeInterface(account, subnet);
    account.call('DetachNetworkInterface', { AttachmentId: attachInterface(account, id, instance.id) });
    account.wait(3);
    account.call('DeleteNetworkInterface', { NetworkInterfaceId: id });
    expect(bytes()).toBe(before);
  });
});
