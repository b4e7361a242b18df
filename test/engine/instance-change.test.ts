import { describe, expect, test } from 'vitest';
import { TestAccount } from '../build/account';
import { launch, runInstance, stopInstance } from '../build/instance';
import { attachInterface, describeInterface, makeInterface, makeSubnet, makeVpc } from '../build/network-interface';

const account = new TestAccount();
const subnet = makeSubnet(account, makeVpc(account));
const metadata = (InstanceId: string) =>
  account.call<{ Reservations: { Instances: { MetadataOptions: object }[] }[] }>('DescribeInstances', {
    InstanceIds: [InstanceId],
  }).Reservations[0]?.Instances[0]?.MetadataOptions;
const defaults = {
  HttpTokens: 'required',
  HttpPutResponseHopLimit: 2,
  HttpEndpoint: 'enabled',
  HttpProtocolIpv6: 'disabled',
  InstanceMetadataTags: 'disabled',
};

test('metadata options of a running instance are pending, then applied', () => {
  const { InstanceId } = runInstance(account, { SubnetId: subnet });
  expect(metadata(InstanceId)).toEqual({ State: 'applied', ...defaults });
  const given = { HttpTokens: 'optional', HttpPutResponseHopLimit: 1, HttpProtocolIpv6: 'enabled' };
  const output = account.call('ModifyInstanceMetadataOptions', { InstanceId, ...given });
  expect(JSON.stringify(output)).toBe(
    JSON.stringify({ InstanceId, InstanceMetadataOptions: { State: 'pending', ...defaults, ...given } }),
  );
  expect(metadata(InstanceId)).toMatchObject({ State: 'pending' });
  account.wait(5);
  expect(metadata(InstanceId)).toEqual({ State: 'applied', ...defaults, ...given });
});

test('those of a stopped instance are applied when it starts', () => {
  const { InstanceId } = runInstance(account, { SubnetId: subnet });
  stopInstance(account, InstanceId);
  account.call('ModifyInstanceMetadataOptions', { InstanceId, InstanceMetadataTags: 'enabled' });
  account.wait(600);
  expect(metadata(InstanceId)).toMatchObject({ State: 'pending', InstanceMetadataTags: 'enabled' });
  account.call('StartInstances', { InstanceIds: [InstanceId] });
  account.wait(60);
  expect(metadata(InstanceId)).toMatchObject({ State: 'applied', InstanceMetadataTags: 'enabled' });
});

test('they can be given at launch', () => {
  const [instance] = launch(account, { SubnetId: subnet, MetadataOptions: { HttpEndpoint: 'disabled' } });
  expect(instance).toMatchObject({ MetadataOptions: { State: 'pending', HttpEndpoint: 'disabled' } });
  account.wait(60);
  expect(metadata(instance?.InstanceId ?? '')).toEqual({ State: 'applied', ...defaults, HttpEndpoint: 'disabled' });
});

test('refusals of changing them', () => {
  const { InstanceId } = runInstance(account, { SubnetId: subnet });
  const refusal = (input: object) => account.refusal('ModifyInstanceMetadataOptions', { InstanceId, ...input });
  expect(refusal({})).toBe('InvalidParameterCombination: No attributes specified.');
  for (const hops of [0, 65]) {
    expect(refusal({ HttpPutResponseHopLimit: hops })).toBe(
      `InvalidParameterValue: Value (${hops}) for parameter httpPutResponseHopLimit is invalid. It must be between 1 and 64.`,
    );
  }
  expect(refusal({ InstanceId: 'i-0123456789abcdef0', HttpTokens: 'optional' })).toBe(
    "InvalidInstanceID.NotFound: The instance ID 'i-0123456789abcdef0' does not exist",
  );
  account.call('TerminateInstances', { InstanceIds: [InstanceId] });
  expect(refusal({ HttpTokens: 'optional' })).toBe(
    `InvalidInstanceID: The shutting-down instance '${InstanceId}' is not in a valid state for this operation.`,
  );
});

test('source/destination checking is reset on the only interface', () => {
  const { InstanceId, NetworkInterfaces } = runInstance(account, { SubnetId: subnet });
  const eni = NetworkInterfaces[0]?.NetworkInterfaceId ?? '';
  account.call('ModifyInstanceAttribute', { InstanceId, Attribute: 'sourceDestCheck', Value: 'false' });
  expect(describeInterface(account, eni)).toMatchObject({ SourceDestCheck: false });
  expect(account.call('ResetInstanceAttribute', { InstanceId, Attribute: 'sourceDestCheck' })).toEqual({});
  expect(describeInterface(account, eni)).toMatchObject({ SourceDestCheck: true });
  const refusal = (Attribute: string) => account.refusal('ResetInstanceAttribute', { InstanceId, Attribute });
  expect(refusal('kernel')).toMatch(/^NotModelled: /);
  expect(refusal('groupSet')).toBe(
    'InvalidParameterValue: Value (groupSet) for parameter attribute is invalid. The attribute cannot be reset.',
  );
  attachInterface(account, makeInterface(account, subnet).NetworkInterfaceId, InstanceId);
  expect(refusal('sourceDestCheck')).toBe(
    `InvalidInstanceID: There are multiple interfaces attached to instance '${InstanceId}'. Please specify an interface ID for the operation instead.`,
  );
});

test('the type of a stopped instance changes within the limits of the new one', () => {
  const { InstanceId } = runInstance(account, { SubnetId: subnet, InstanceType: 't3.medium' });
  const change = (Value: string) => ['ModifyInstanceAttribute', { InstanceId, InstanceType: { Value } }] as const;
  expect(account.refusal(...change('t3.large'))).toBe(
    `IncorrectInstanceState: The instance '${InstanceId}' is not in the 'stopped' state.`,
  );
  for (const index of [1, 2]) {
    attachInterface(account, makeInterface(account, subnet).NetworkInterfaceId, InstanceId, index);
  }
  stopInstance(account, InstanceId);
  expect(account.refusal(...change('t3.micro'))).toBe(
    'AttachmentLimitExceeded: Interface count 3 exceeds the limit for t3.micro',
  );
  expect(account.refusal(...change('t4g.large'))).toMatch(/^InvalidParameterValue: The architecture 'arm64'/);
  account.call(...change('m5.large'));
  expect(account.call('DescribeInstanceAttribute', { InstanceId, Attribute: 'instanceType' })).toEqual({
    InstanceId,
    InstanceType: { Value: 'm5.large' },
  });
});

describe('what its interfaces have must fit the new type', () => {
  const stoppedWith = (InstanceType: string, ...interfaces: object[]) => {
    const { InstanceId } = runInstance(account, {
      InstanceType,
      NetworkInterfaces: interfaces.map((one, at) => ({ DeviceIndex: at, SubnetId: subnet, ...one })),
    });
    stopInstance(account, InstanceId);
    return (Value: string) => account.refusal('ModifyInstanceAttribute', { InstanceId, InstanceType: { Value } });
  };

  test('private addresses', () => {
    expect(stoppedWith('m5.large', { SecondaryPrivateIpAddressCount: 5 })('t3.micro')).toMatch(
      /^InvalidInterface.IpAddressLimitExceeded: Address count 6 on interface-\w+ exceeds the limit for t3.micro$/,
    );
  });

  test('prefixes', () => {
    expect(stoppedWith('t3.medium', { Ipv4PrefixCount: 1 })('t2.medium')).toBe(
      'InvalidParameterCombination: t2.medium instances do not support prefixes on network interfaces.',
    );
  });

  test('a fabric adapter', () => {
    expect(stoppedWith('c5n.18xlarge', { InterfaceType: 'efa' })('c5n.large')).toBe(
      'InvalidParameterCombination: c5n.large instances do not support Elastic Fabric Adapters.',
    );
  });

  test('network cards', () => {
    const change = stoppedWith('c6in.32xlarge', {}, { NetworkCardIndex: 1 });
    expect(change('m5.large')).toBe(
      'InvalidParameterValue: Value (1) for parameter networkCardIndex is invalid. m5.large has no such network card.',
    );
  });

  test('IPv6 addresses', () => {
    const vpc = account.call<{ Vpc: { VpcId: string; Ipv6CidrBlockAssociationSet: { Ipv6CidrBlock: string }[] } }>(
      'CreateVpc',
      { CidrBlock: '10.7.0.0/16', AmazonProvidedIpv6CidrBlock: true },
    ).Vpc;
    account.wait(60);
    const block = account.call<{ Vpcs: { Ipv6CidrBlockAssociationSet: { Ipv6CidrBlock: string }[] }[] }>(
      'DescribeVpcs',
      {
        VpcIds: [vpc.VpcId],
      },
    ).Vpcs[0]?.Ipv6CidrBlockAssociationSet[0]?.Ipv6CidrBlock;
    const dual = account.call<{ Subnet: { SubnetId: string } }>('CreateSubnet', {
      VpcId: vpc.VpcId,
      CidrBlock: '10.7.1.0/24',
      Ipv6CidrBlock: block?.replace('/56', '/64'),
    }).Subnet.SubnetId;
    account.wait(60);
    expect(stoppedWith('m5.large', { SubnetId: dual, Ipv6AddressCount: 1 })('m3.large')).toBe(
      'InvalidParameterCombination: m3.large instances do not support IPv6.',
    );
  });
});

test('an attribute by its name needs a value', () => {
  const { InstanceId } = runInstance(account, { SubnetId: subnet });
  const refusal = (input: object) => account.refusal('ModifyInstanceAttribute', { InstanceId, ...input });
  for (const Value of [undefined, '']) {
    expect(refusal({ Attribute: 'disableApiTermination', Value })).toBe(
      'MissingParameter: The request must contain the parameter value',
    );
  }
});

test('attributes that nobody can give here are shown empty', () => {
  const { InstanceId } = runInstance(account, { SubnetId: subnet });
  const show = (Attribute: string) => account.call('DescribeInstanceAttribute', { InstanceId, Attribute });
  expect(show('kernel')).toEqual({ InstanceId, KernelId: {} });
  expect(show('ramdisk')).toEqual({ InstanceId, RamdiskId: {} });
  expect(show('enaSupport')).toEqual({ EnaSupport: { Value: true }, InstanceId });
  expect(show('sriovNetSupport')).toEqual({ InstanceId, SriovNetSupport: { Value: 'simple' } });
  expect(show('blockDeviceMapping')).toMatchObject({ BlockDeviceMappings: [{ DeviceName: '/dev/xvda' }], InstanceId });
});
