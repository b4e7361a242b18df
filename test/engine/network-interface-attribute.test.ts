import { describe, expect, test } from 'vitest';
import { TestAccount } from '../build/account';
import {
  attachInterface,
  describeInterface,
  makeGroup,
  makeInstance,
  makeInterface,
  makeSubnet,
  makeVpc,
} from '../build/network-interface';

function loose() {
  const account = new TestAccount();
  const vpc = makeVpc(account);
  const subnet = makeSubnet(account, vpc);
  const { NetworkInterfaceId: id } = makeInterface(account, subnet);
  const modify = (input: object) =>
    account.call('ModifyNetworkInterfaceAttribute', { NetworkInterfaceId: id, ...input });
  const refused = (input: object) =>
    account.refusal('ModifyNetworkInterfaceAttribute', { NetworkInterfaceId: id, ...input });
  const attribute = (Attribute: string) =>
    account.call('DescribeNetworkInterfaceAttribute', { NetworkInterfaceId: id, Attribute });
  return { account, vpc, subnet, id, modify, refused, attribute };
}

describe('ModifyNetworkInterfaceAttribute and DescribeNetworkInterfaceAttribute', () => {
  test('description, flag and groups', () => {
    const { account, vpc, id, modify, attribute } = loose();
    expect(modify({ Description: { Value: 'web leg' } })).toEqual({});
    modify({ SourceDestCheck: { Value: false } });
    const web = makeGroup(account, vpc, 'web');
    modify({ Groups: [web] });
    expect(Object.keys(attribute('description'))).toEqual(['Description', 'NetworkInterfaceId']);
    expect(attribute('description')).toEqual({ Description: { Value: 'web leg' }, NetworkInterfaceId: id });
    expect(attribute('sourceDestCheck')).toEqual({ NetworkInterfaceId: id, SourceDestCheck: { Value: false } });
    expect(attribute('groupSet')).toEqual({
      Groups: [{ GroupId: web, GroupName: 'web' }],
      NetworkInterfaceId: id,
    });
    expect(attribute('attachment')).toEqual({ NetworkInterfaceId: id });
    expect(attribute('associatePublicIpAddress')).toEqual({ NetworkInterfaceId: id, AssociatePublicIpAddress: false });
  });

  test('whether an attachment ends with its instance', () => {
    const { account, subnet, id, modify, attribute } = loose();
    const instance = makeInstance(account, subnet);
    const AttachmentId = attachInterface(account, id, instance.id);
    modify({ Attachment: { AttachmentId, DeleteOnTermination: true } });
    expect(attribute('attachment')).toMatchObject({ Attachment: { AttachmentId, DeleteOnTermination: true } });
    account.call('TerminateInstances', { InstanceIds: [instance.id] });
    account.wait(60);
    expect(account.refusal('DescribeNetworkInterfaces', { NetworkInterfaceIds: [id] })).toMatch(
      /^InvalidNetworkInterfaceID\.NotFound/,
    );
  });

  test('a public address comes and goes with the setting, on the primary interface alone', () => {
    const { account, subnet, id, modify } = loose();
    const instance = makeInstance(account, subnet);
    attachInterface(account, id, instance.id);
    modify({ AssociatePublicIpAddress: true });
    expect(describeInterface(account, id)).not.toHaveProperty('Association');
    const eth0 = instance.eth0.NetworkInterfaceId;
    expect(describeInterface(account, eth0)).not.toHaveProperty('Association');
    modify({ NetworkInterfaceId: eth0, AssociatePublicIpAddress: true });
    const first = describeInterface(account, eth0).Association;
    expect(first).toEqual({ IpOwnerId: 'amazon', PublicDnsName: '', PublicIp: first?.PublicIp });
    modify({ NetworkInterfaceId: eth0, AssociatePublicIpAddress: true });
    expect(describeInterface(account, eth0).Association).toEqual(first);
    modify({ NetworkInterfaceId: eth0, AssociatePublicIpAddress: false });
    expect(describeInterface(account, eth0)).not.toHaveProperty('Association');
    account.call('StopInstances', { InstanceIds: [instance.id] });
    account.wait(60);
    modify({ NetworkInterfaceId: eth0, AssociatePublicIpAddress: true });
    expect(describeInterface(account, eth0)).not.toHaveProperty('Association');
  });

  test('refuses in AWS’s words', () => {
    const { account, vpc, subnet, refused, id } = loose();
    expect(refused({})).toBe('InvalidParameterCombination: No attributes specified.');
    expect(refused({ Groups: [] })).toBe('InvalidParameterCombination: No attributes specified.');
    expect(refused({ Description: { Value: 'web' }, SourceDestCheck: { Value: false } })).toBe(
      'InvalidParameterCombination: Fields for multiple attribute types specified: sourceDestCheck, description',
    );
    expect(refused({ Description: {} })).toBe('MissingParameter: The attribute value must be specified.');
    expect(refused({ SourceDestCheck: {} })).toBe('MissingParameter: The attribute value must be specified.');
    expect(refused({ Description: { Value: 'what?' } })).toMatch(
      /^InvalidParameterValue: Invalid interface description\./,
    );
    expect(refused({ Groups: [makeGroup(account, makeVpc(account, '10.1.0.0/16'), 'other')] })).toBe(
      'InvalidGroup.NotFound: You have specified two resources that belong to different networks.',
    );
    expect(refused({ Groups: ['sg-0123456789abcdef0'] })).toBe(
      "InvalidGroup.NotFound: The security group 'sg-0123456789abcdef0' does not exist",
    );
    expect(refused({ Groups: [1, 2, 3, 4, 5, 6].map((number) => makeGroup(account, vpc, `group-${number}`)) })).toBe(
      'SecurityGroupsPerInterfaceLimitExceeded: The maximum number of security groups per interface has been reached.',
    );
    const instance = makeInstance(account, subnet);
    const AttachmentId = attachInterface(account, id, instance.id);
    expect(refused({ Attachment: { AttachmentId } })).toBe(
      'MissingParameter: The request must contain the parameter attachment deleteOnTermination',
    );
    const foreign = instance.eth0.Attachment?.AttachmentId;
    expect(refused({ Attachment: { AttachmentId: foreign, DeleteOnTermination: true } })).toBe(
      `InvalidAttachmentID.NotFound: The interface attachment '${foreign}' does not exist.`,
    );
    expect(refused({ NetworkInterfaceId: 'eni-0123456789abcdef0', Description: { Value: 'web' } })).toBe(
      "InvalidNetworkInterfaceID.NotFound: The networkInterface ID 'eni-0123456789abcdef0' does not exist",
    );
    expect(refused({ EnaSrdSpecification: { EnaSrdEnabled: true } })).toMatch(/^NotModelled: /);
    expect(refused({ Attachment: { EnaQueueCount: 2 } })).toMatch(/^NotModelled: /);
    const describing = (input: object) =>
      account.refusal('DescribeNetworkInterfaceAttribute', { NetworkInterfaceId: id, ...input });
    expect(describing({ Attribute: 'colour' })).toBe(
      'InvalidParameterValue: Value (colour) for parameter attribute is invalid. Unknown attribute.',
    );
    expect(describing({})).toBe('InvalidParameterCombination: No attributes specified.');
  });
});

test('ResetNetworkInterfaceAttribute turns the check on again', () => {
  const { account, id, modify, attribute } = loose();
  modify({ SourceDestCheck: { Value: false } });
  expect(account.call('ResetNetworkInterfaceAttribute', { NetworkInterfaceId: id, SourceDestCheck: '' })).toEqual({});
  expect(attribute('sourceDestCheck')).toEqual({ NetworkInterfaceId: id, SourceDestCheck: { Value: true } });
  const refused = (input: object) =>
    account.refusal('ResetNetworkInterfaceAttribute', { NetworkInterfaceId: id, ...input });
  expect(refused({})).toBe('InvalidParameterCombination: No attributes specified.');
  expect(refused({ SourceDestCheck: 'true' })).toBe('InvalidRequest: The request received was invalid.');
});
