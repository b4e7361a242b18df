import { describe, expect, test } from 'vitest';
import { nameOfAddress, resolveName } from '@/lib/engine/reachability/resolve-name';
import { TestAccount } from '@/test/build/account';
import { allocateAddress, makeGateway, makeInstance, makeSubnet, makeVpc } from '@/test/build/network-interface';
import { makeInterfaceEndpoint, makeNamedVpc, makePeering } from '@/test/build/private-links';
import { attachVpc, makeTransitGateway } from '@/test/build/transit-gateway';

/** An instance at 10.1.1.10 with an Elastic IP, in a VPC that gives public names, and two other VPCs. */
function named() {
  const account = new TestAccount();
  const vpcId = makeNamedVpc(account, '10.1.0.0/16');
  const subnetId = makeSubnet(account, vpcId, '10.1.1.0/24');
  makeGateway(account, vpcId);
  const { id, eth0 } = makeInstance(account, subnetId, { PrivateIpAddress: '10.1.1.10' });
  const { AllocationId, PublicIp } = allocateAddress(account);
  account.call('AssociateAddress', { AllocationId, InstanceId: id });
  const other = makeNamedVpc(account, '10.2.0.0/16');
  const publicName = `ec2-${PublicIp.replaceAll('.', '-')}.compute-1.amazonaws.com`;
  const resolve = (from: string | undefined, name: string) => resolveName(account.world, from, name)?.addresses;
  return { account, vpcId, subnetId, id, eni: eth0.NetworkInterfaceId, PublicIp, publicName, other, resolve };
}

describe('names of instances', () => {
  test('the private one stands for the private address, inside the VPC', () => {
    const { account, vpcId, eni, other, resolve } = named();
    expect(resolveName(account.world, vpcId, 'IP-10-1-1-10.ec2.internal.')).toEqual({
      addresses: ['10.1.1.10'],
      by: eni,
    });
    expect(resolve(vpcId, 'ip-10-1-1-11.ec2.internal')).toBeUndefined();
    expect(resolve(other, 'ip-10-1-1-10.ec2.internal')).toBeUndefined();
    expect(resolve(undefined, 'ip-10-1-1-10.ec2.internal')).toBeUndefined();
  });

  test('the public one stands for the private address inside, and for the public one outside', () => {
    const { account, vpcId, PublicIp, publicName, other, resolve } = named();
    expect(resolve(vpcId, publicName)).toEqual(['10.1.1.10']);
    expect(resolve(other, publicName)).toEqual([PublicIp]);
    expect(resolve(undefined, publicName)).toEqual([PublicIp]);
    account.call('ModifyVpcAttribute', { VpcId: vpcId, EnableDnsHostnames: { Value: false } });
    expect(resolve(undefined, publicName)).toBeUndefined();
  });

  test('across a peering connection it is the private one where the owner’s side allows it', () => {
    const { account, vpcId, PublicIp, publicName, other, resolve } = named();
    const VpcPeeringConnectionId = makePeering(account, vpcId, other);
    expect(resolve(other, publicName)).toEqual([PublicIp]);
    const allowed = { AllowDnsResolutionFromRemoteVpc: true };
    account.call('ModifyVpcPeeringConnectionOptions', {
      VpcPeeringConnectionId,
      AccepterPeeringConnectionOptions: allowed,
    });
    expect(resolve(other, publicName)).toEqual([PublicIp]);
    account.call('ModifyVpcPeeringConnectionOptions', {
      VpcPeeringConnectionId,
      RequesterPeeringConnectionOptions: allowed,
    });
    expect(resolve(other, publicName)).toEqual(['10.1.1.10']);
    account.call('DeleteVpcPeeringConnection', { VpcPeeringConnectionId });
    account.wait(5);
    expect(resolve(other, publicName)).toEqual([PublicIp]);
  });

  test('across a transit gateway it is the private one while both attachments have DNS support', () => {
    const { account, vpcId, subnetId, PublicIp, publicName, other, resolve } = named();
    const { TransitGatewayId } = makeTransitGateway(account);
    attachVpc(account, TransitGatewayId, vpcId, [subnetId]);
    const TransitGatewayAttachmentId = attachVpc(account, TransitGatewayId, other, [
      makeSubnet(account, other, '10.2.1.0/24'),
    ]);
    expect(resolve(other, publicName)).toEqual(['10.1.1.10']);
    account.call('ModifyTransitGatewayVpcAttachment', {
      TransitGatewayAttachmentId,
      Options: { DnsSupport: 'disable' },
    });
    account.wait(60);
    expect(resolve(other, publicName)).toEqual([PublicIp]);
  });

  test('its resource name has only the records that were asked for', () => {
    const { account, vpcId, subnetId, id, resolve } = named();
    expect(resolve(vpcId, `${id}.ec2.internal`)).toBeUndefined();
    const asked = makeInstance(account, subnetId, {
      PrivateIpAddress: '10.1.1.20',
      PrivateDnsNameOptions: { HostnameType: 'resource-name', EnableResourceNameDnsARecord: true },
    });
    expect(resolve(vpcId, `${asked.id}.ec2.internal`)).toEqual(['10.1.1.20']);
  });

  test('without DNS support the VPC’s instances are answered nothing', () => {
    const { account, vpcId, publicName, resolve } = named();
    account.call('ModifyVpcAttribute', { VpcId: vpcId, EnableDnsSupport: { Value: false } });
    expect(resolve(vpcId, 'ip-10-1-1-10.ec2.internal')).toBeUndefined();
    expect(resolve(vpcId, 's3.us-east-1.amazonaws.com')).toBeUndefined();
    expect(resolve(vpcId, publicName)).toBeUndefined();
  });

  test('name servers of one’s own know what is public', () => {
    const { account, vpcId, resolve } = named();
    const { DhcpOptions } = account.call<{ DhcpOptions: { DhcpOptionsId: string } }>('CreateDhcpOptions', {
      DhcpConfigurations: [{ Key: 'domain-name-servers', Values: ['192.168.1.53'] }],
    });
    account.call('AssociateDhcpOptions', { VpcId: vpcId, DhcpOptionsId: DhcpOptions.DhcpOptionsId });
    expect(resolve(vpcId, 'ip-10-1-1-10.ec2.internal')).toBeUndefined();
    expect(resolve(vpcId, 's3.us-east-1.amazonaws.com')).toBeDefined();
  });
});

describe('names of services', () => {
  test('are public, and always stand for the same address', () => {
    const { vpcId, resolve } = named();
    const s3 = resolve(vpcId, 's3.us-east-1.amazonaws.com');
    expect(s3).toEqual(resolve(undefined, 's3.us-east-1.amazonaws.com'));
    expect(resolve(undefined, 'bucket.s3.amazonaws.com')).toBeDefined();
    expect(resolve(undefined, 'ec2.us-east-1.amazonaws.com')?.[0]).toMatch(/^54\.239\./);
    expect(resolve(undefined, 'nothing.us-east-1.amazonaws.com')).toBeUndefined();
  });

  test('private DNS of an interface endpoint takes them over in its VPC', () => {
    const account = new TestAccount();
    const { VpcId, SubnetId, VpcEndpointId } = makeInterfaceEndpoint(account, '10.4.0.0/16');
    const eni = account.world.networkInterfaces.by('SubnetId', SubnetId)[0];
    const own = eni?.PrivateIpAddresses[0]?.PrivateIpAddress ?? '';
    const resolve = (from?: string, name = 'ec2.us-east-1.amazonaws.com') => resolveName(account.world, from, name);
    expect(resolve(VpcId)).toEqual({ addresses: [own], by: VpcEndpointId });
    expect(resolve(account.defaultVpcId)?.addresses[0]).toMatch(/^54\.239\./);
    const { VpcEndpoints } = account.call<{ VpcEndpoints: { DnsEntries: { DnsName: string }[] }[] }>(
      'DescribeVpcEndpoints',
    );
    const [whole = '', zonal = ''] = VpcEndpoints[0]?.DnsEntries.map(({ DnsName }) => DnsName) ?? [];
    expect(resolve(undefined, whole)?.addresses).toEqual([own]);
    expect(resolve(undefined, zonal)?.addresses).toEqual([own]);
    expect(resolve(undefined, zonal.replace('us-east-1a', 'us-east-1b'))).toBeUndefined();
    account.call('ModifyVpcEndpoint', { VpcEndpointId, PrivateDnsEnabled: false });
    expect(resolve(VpcId)?.addresses[0]).toMatch(/^54\.239\./);
  });
});

describe('names of the lab', () => {
  test('public ones and hosts on premises', () => {
    const account = new TestAccount({
      surroundings: {
        names: { 'www.example.com': '203.0.113.80' },
        sites: [{ name: 'office', cidrs: ['192.168.0.0/16'], hosts: [{ name: 'desk', address: '192.168.1.10' }] }],
      },
    });
    const resolve = (name: string) => resolveName(account.world, account.defaultVpcId, name);
    expect(resolve('WWW.example.com')).toEqual({ addresses: ['203.0.113.80'], by: 'www.example.com' });
    expect(resolve('desk')).toEqual({ addresses: ['192.168.1.10'], by: 'office' });
    expect(resolve('nobody.example.com')).toBeUndefined();
    expect(resolve('__proto__')).toBeUndefined();
  });
});

test('the name of an address: the private one inside, an Elastic IP’s own record, or AWS’s public one', () => {
  const { account, vpcId, other, PublicIp, publicName } = named();
  const nameOf = (from: string | undefined, address: string) => nameOfAddress(account.world, from, address);
  expect(nameOf(vpcId, '10.1.1.10')).toBe('ip-10-1-1-10.ec2.internal');
  expect(nameOf(other, '10.1.1.10')).toBeUndefined();
  expect(nameOf(undefined, PublicIp)).toBe(publicName);
  const [address] = account.world.addresses.list();
  account.call('ModifyAddressAttribute', { AllocationId: address?.AllocationId, DomainName: 'mail.example.com' });
  account.wait(120);
  expect(nameOf(undefined, PublicIp)).toBe('mail.example.com');
  expect(nameOf(makeVpc(account, '10.7.0.0/16'), '8.8.8.8')).toBeUndefined();
});
