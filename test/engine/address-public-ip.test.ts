import { describe, expect, test } from 'vitest';
import { TestAccount } from '../build/account';
import { runInstance } from '../build/instance';
import {
  allocateAddress,
  attachInterface,
  describeInterface,
  makeInstance,
  makeInterface,
} from '../build/network-interface';

const associate = (account: TestAccount, input: object) =>
  account.call<{ AssociationId: string }>('AssociateAddress', input).AssociationId;

describe('auto-assigned public addresses', () => {
  const publicIpOf = (account: TestAccount, eni: string) => describeInterface(account, eni).Association;

  test('go when an Elastic IP comes, and a new one comes when it goes', () => {
    const account = new TestAccount();
    const { id, eth0 } = makeInstance(account, undefined);
    const auto = eth0.Association;
    expect(auto).toMatchObject({ IpOwnerId: 'amazon' });
    expect(auto).not.toHaveProperty('AllocationId');
    const { AllocationId, PublicIp } = allocateAddress(account);
    const AssociationId = associate(account, { AllocationId, InstanceId: id });
    expect(publicIpOf(account, eth0.NetworkInterfaceId)?.PublicIp).toBe(PublicIp);
    account.call('DisassociateAddress', { AssociationId });
    const again = publicIpOf(account, eth0.NetworkInterfaceId);
    expect(again).toMatchObject({ IpOwnerId: 'amazon' });
    expect(again?.PublicIp).not.toBe(auto?.PublicIp);
    expect(account.call('DescribeAddresses')).toMatchObject({ Addresses: [{ AllocationId }] });
  });

  test('do not come back beside a second interface, nor to a stopped instance', () => {
    const account = new TestAccount();
    const { id, eth0 } = makeInstance(account, undefined);
    const { AllocationId } = allocateAddress(account);
    const toEth0 = { AllocationId, NetworkInterfaceId: eth0.NetworkInterfaceId };
    const AssociationId = associate(account, toEth0);
    const subnet = account.world.networkInterfaces.get(eth0.NetworkInterfaceId)?.SubnetId ?? '';
    const attachment = attachInterface(account, makeInterface(account, subnet).NetworkInterfaceId, id);
    account.call('DisassociateAddress', { AssociationId });
    expect(publicIpOf(account, eth0.NetworkInterfaceId)).toBeUndefined();
    account.call('DetachNetworkInterface', { AttachmentId: attachment });
    account.wait(10);
    const again = associate(account, toEth0);
    account.call('StopInstances', { InstanceIds: [id] });
    account.wait(60);
    account.call('DisassociateAddress', { AssociationId: again });
    expect(publicIpOf(account, eth0.NetworkInterfaceId)).toBeUndefined();
  });

  test('come back to the instance that an Elastic IP moved away from', () => {
    const account = new TestAccount();
    const from = makeInstance(account, undefined);
    const to = runInstance(account).InstanceId;
    const { AllocationId } = allocateAddress(account);
    associate(account, { AllocationId, InstanceId: from.id });
    associate(account, { AllocationId, InstanceId: to });
    expect(publicIpOf(account, from.eth0.NetworkInterfaceId)).toMatchObject({ IpOwnerId: 'amazon' });
  });

  test('stay when an Elastic IP is put on a secondary address', () => {
    const account = new TestAccount();
    const { eth0 } = makeInstance(account, undefined);
    account.call('AssignPrivateIpAddresses', {
      NetworkInterfaceId: eth0.NetworkInterfaceId,
      SecondaryPrivateIpAddressCount: 1,
    });
    const secondary = describeInterface(account, eth0.NetworkInterfaceId).PrivateIpAddresses[1]?.PrivateIpAddress;
    const { AllocationId } = allocateAddress(account);
    associate(account, { AllocationId, NetworkInterfaceId: eth0.NetworkInterfaceId, PrivateIpAddress: secondary });
    expect(publicIpOf(account, eth0.NetworkInterfaceId)).toEqual(eth0.Association);
  });

  test('do not come back while or because an Elastic IP sits on a secondary address, but on the next start', () => {
    const account = new TestAccount();
    const { id, eth0 } = makeInstance(account, undefined);
    const { NetworkInterfaceId } = eth0;
    account.call('AssignPrivateIpAddresses', { NetworkInterfaceId, SecondaryPrivateIpAddressCount: 1 });
    const PrivateIpAddress = describeInterface(account, NetworkInterfaceId).PrivateIpAddresses[1]?.PrivateIpAddress;
    const onPrimary = associate(account, {
      AllocationId: allocateAddress(account).AllocationId,
      NetworkInterfaceId,
    });
    const onSecondary = associate(account, {
      AllocationId: allocateAddress(account).AllocationId,
      NetworkInterfaceId,
      PrivateIpAddress,
    });
    account.call('DisassociateAddress', { AssociationId: onPrimary });
    expect(publicIpOf(account, NetworkInterfaceId)).toBeUndefined();
    account.call('DisassociateAddress', { AssociationId: onSecondary });
    expect(publicIpOf(account, NetworkInterfaceId)).toBeUndefined();
    account.call('StopInstances', { InstanceIds: [id] });
    account.wait(60);
    account.call('StartInstances', { InstanceIds: [id] });
    expect(publicIpOf(account, NetworkInterfaceId)).toMatchObject({ IpOwnerId: 'amazon' });
  });
});
