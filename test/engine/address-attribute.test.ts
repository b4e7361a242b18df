import { expect, test } from 'vitest';
import { TestAccount } from '../build/account';
import { allocateAddress } from '../build/network-interface';

const account = new TestAccount();
const { AllocationId, PublicIp } = allocateAddress(account);
const ask = (input: object = {}) =>
  account.call<{ Addresses: object[]; NextToken?: string }>('DescribeAddressesAttribute', {
    Attribute: 'domain-name',
    ...input,
  });
const plain = { PublicIp, AllocationId };

test('an address has no reverse DNS record at first', () => {
  expect(ask({ AllocationIds: [AllocationId] })).toEqual({ Addresses: [plain] });
  expect(account.call('ResetAddressAttribute', { AllocationId, Attribute: 'domain-name' })).toEqual({ Address: plain });
});

test('it is given one, which takes a while, and cannot be released with it', () => {
  const pending = { ...plain, PtrRecordUpdate: { Value: 'example.com.', Status: 'PENDING' } };
  expect(account.call('ModifyAddressAttribute', { AllocationId, DomainName: 'example.com' })).toEqual({
    Address: pending,
  });
  expect(ask().Addresses).toEqual([pending]);
  account.wait(60);
  expect(ask().Addresses).toEqual([{ ...plain, PtrRecord: 'example.com.' }]);
  expect(account.refusal('ReleaseAddress', { AllocationId })).toBe(
    `InvalidAddress.PtrSet: The address with allocation id [${AllocationId}] cannot be released because it has a PTR record set.`,
  );
  expect(account.call('ModifyAddressAttribute', { AllocationId, DomainName: 'mail.example.net.' })).toEqual({
    Address: {
      ...plain,
      PtrRecord: 'example.com.',
      PtrRecordUpdate: { Value: 'mail.example.net.', Status: 'PENDING' },
    },
  });
  account.wait(60);
  expect(account.call('ResetAddressAttribute', { AllocationId, Attribute: 'domain-name' })).toEqual({
    Address: { ...plain, PtrRecord: 'mail.example.net.', PtrRecordUpdate: { Status: 'PENDING' } },
  });
  expect(account.refusal('ReleaseAddress', { AllocationId })).toMatch(/^InvalidAddress.PtrSet/);
  account.wait(60);
  expect(ask().Addresses).toEqual([plain]);
  account.call('ReleaseAddress', { AllocationId });
});

test('pages of one and more', () => {
  const made = [allocateAddress(account), allocateAddress(account)].map((address) => ({
    PublicIp: address.PublicIp,
    AllocationId: address.AllocationId,
  }));
  const { Addresses, NextToken } = ask({ MaxResults: 1 });
  expect([...Addresses, ...ask({ MaxResults: 1, NextToken }).Addresses]).toEqual(made);
});

test.each([
  ['ModifyAddressAttribute', {}, 'MissingParameter: The request must contain the parameter allocationId'],
  [
    'ModifyAddressAttribute',
    { AllocationId: 'eipalloc-0123456789abcdef0' },
    'MissingParameter: The request must contain the parameter domainName',
  ],
  [
    'ModifyAddressAttribute',
    { AllocationId: 'eipalloc-0123456789abcdef0', DomainName: 'a.com' },
    "InvalidAllocationID.NotFound: The allocation ID 'eipalloc-0123456789abcdef0' does not exist",
  ],
  [
    'ModifyAddressAttribute',
    { AllocationId: 'eipalloc-0123456789abcdef0', DomainName: 'no domain' },
    'InvalidParameterValue: Value (no domain) for parameter domainName is invalid. It is not a valid domain name.',
  ],
  [
    'ResetAddressAttribute',
    { AllocationId: 'eipalloc-0123456789abcdef0' },
    'MissingParameter: The request must contain the parameter attribute',
  ],
  [
    'ResetAddressAttribute',
    { AllocationId: 'eipalloc-0123456789abcdef0', Attribute: 'domain-name' },
    "InvalidAllocationID.NotFound: The allocation ID 'eipalloc-0123456789abcdef0' does not exist",
  ],
  [
    'DescribeAddressesAttribute',
    { AllocationIds: ['eipalloc-0123456789abcdef0'] },
    "InvalidAllocationID.NotFound: The allocation ID 'eipalloc-0123456789abcdef0' does not exist",
  ],
])('%s refuses %j', (operation, input, refusal) => {
  expect(account.refusal(operation, input)).toBe(refusal);
});
