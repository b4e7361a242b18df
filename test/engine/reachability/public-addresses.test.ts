import { expect, test } from 'vitest';
import { topology } from '@/lib/diagram/topology';
import { publicAddressesOf } from '@/lib/engine/reachability/addresses';
import { TestAccount } from '@/test/build/account';

test('an Elastic IP on a secondary address leaves the auto-assigned address of the primary one, and both are shown', () => {
  const account = new TestAccount();
  const SubnetId = account.world.subnets.list()[0]?.SubnetId;
  const { Instances } = account.call<{ Instances: { InstanceId: string }[] }>('RunInstances', {
    ImageId: 'ami-0a1c5e2b7d9f04836',
    InstanceType: 't3.micro',
    MinCount: 1,
    MaxCount: 1,
    SubnetId,
  });
  const own = () => {
    const [eni] = account.world.networkInterfaces.by('InstanceId', Instances[0]?.InstanceId ?? '');
    if (!eni) throw new Error('the instance has no interface');
    return eni;
  };
  account.wait(60);
  const { NetworkInterfaceId, publicIp } = own();
  expect(publicAddressesOf(account.world, own())).toEqual([publicIp]);

  account.call('AssignPrivateIpAddresses', { NetworkInterfaceId, SecondaryPrivateIpAddressCount: 1 });
  const [primary, secondary] = own().PrivateIpAddresses.map(({ PrivateIpAddress }) => PrivateIpAddress);
  const elastic = account.call<{ AllocationId: string; PublicIp: string }>('AllocateAddress');
  const on = (PrivateIpAddress: string | undefined) =>
    account.call('AssociateAddress', {
      AllocationId: elastic.AllocationId,
      NetworkInterfaceId,
      PrivateIpAddress,
      AllowReassociation: true,
    });
  on(secondary);
  expect(publicAddressesOf(account.world, own())).toEqual([publicIp, elastic.PublicIp]);
  expect(JSON.stringify(topology(account.world, {}))).toContain(
    `"publicAddresses":["${publicIp}","${elastic.PublicIp}"]`,
  );
  on(primary);
  expect(publicAddressesOf(account.world, own())).toEqual([elastic.PublicIp]);
});
