import { expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { imageFor } from '@/test/build/instance';

const account = new TestAccount();
const names = (input: object): string[] =>
  account.call<{ Images: { Name: string }[] }>('DescribeImages', input).Images.map(({ Name }) => Name);
const filtered = (Name: string, ...Values: string[]) => names({ Filters: [{ Name, Values }] });

const amazonLinux = 'al2023-ami-2023.7.20260601.0-kernel-6.1-x86_64';
const amazonLinuxArm = 'al2023-ami-2023.7.20260601.0-kernel-6.1-arm64';
const ubuntu = 'ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-20260528';
const debian = 'debian-12-amd64-20260519-2483';
const windows = 'Windows_Server-2022-English-Full-Base-2026.05.13';

test('an image shows what AWS shows of it', () => {
  const answer = account.call('DescribeImages', { ImageIds: [imageFor()] });

  expect(JSON.stringify(answer, undefined, 1)).toBe(
    JSON.stringify(
      {
        Images: [
          {
            PlatformDetails: 'Linux/UNIX',
            UsageOperation: 'RunInstances',
            BlockDeviceMappings: [
              {
                Ebs: {
                  DeleteOnTermination: true,
                  Iops: 3000,
                  SnapshotId: 'snap-0c41d7e9358ba2f60',
                  VolumeSize: 8,
                  VolumeType: 'gp3',
                  Throughput: 125,
                  Encrypted: false,
                },
                DeviceName: '/dev/xvda',
              },
            ],
            Description: 'Amazon Linux 2023 AMI 2023.7.20260601.0 x86_64 HVM kernel-6.1',
            EnaSupport: true,
            Hypervisor: 'xen',
            ImageOwnerAlias: 'amazon',
            Name: amazonLinux,
            RootDeviceName: '/dev/xvda',
            RootDeviceType: 'ebs',
            SriovNetSupport: 'simple',
            VirtualizationType: 'hvm',
            BootMode: 'uefi-preferred',
            ImdsSupport: 'v2.0',
            FreeTierEligible: true,
            ImageId: 'ami-0a1c5e2b7d9f04836',
            ImageLocation: `amazon/${amazonLinux}`,
            State: 'available',
            OwnerId: '137112412989',
            CreationDate: '2026-06-01T22:14:08.000Z',
            Public: true,
            Architecture: 'x86_64',
            ImageType: 'machine',
          },
        ],
      },
      undefined,
      1,
    ),
  );
});

test('all images are listed, Amazon Linux first', () => {
  expect(names({})).toEqual([amazonLinux, amazonLinuxArm, ubuntu, debian, windows]);
  expect(names({ IncludeDeprecated: true, IncludeDisabled: true })).toHaveLength(5);
});

test('owners: by alias, by account, and nobody has images of their own', () => {
  expect(names({ Owners: ['amazon'] })).toHaveLength(5);
  expect(names({ Owners: ['099720109477', '136693071363'] })).toEqual([ubuntu, debian]);
  expect(names({ Owners: ['self'] })).toEqual([]);
  expect(names({ Owners: ['self'], ImageIds: [imageFor()] })).toEqual([]);
});

test('filters', () => {
  expect(filtered('name', 'al2023-ami-2023.*')).toEqual([amazonLinux, amazonLinuxArm]);
  expect(filtered('architecture', 'arm64')).toEqual([amazonLinuxArm]);
  expect(filtered('platform', 'windows')).toEqual([windows]);
  expect(filtered('owner-alias', 'amazon')).toHaveLength(5);
  expect(filtered('is-public', 'true')).toHaveLength(5);
  expect(filtered('block-device-mapping.volume-size', '30')).toEqual([windows]);
  expect(filtered('state-reason-code', '*')).toEqual([]);
  expect(account.refusal('DescribeImages', { Filters: [{ Name: 'colour', Values: ['red'] }] })).toBe(
    "InvalidParameterValue: The filter 'colour' is invalid",
  );
});

test('pages', () => {
  const all = account.call<{ Images: object[]; NextToken?: string }>('DescribeImages', { MaxResults: 5 });
  expect(all.Images).toHaveLength(5);
  expect(all.NextToken).toBeUndefined();
  expect(names({ MaxResults: 5, Owners: ['801119661308'] })).toEqual([windows]);
});

test('an id that is unknown or none', () => {
  const refusal = (...ImageIds: string[]) => account.refusal('DescribeImages', { ImageIds });
  expect(refusal(imageFor(), 'ami-0123456789abcdef0')).toBe(
    "InvalidAMIID.NotFound: The image id '[ami-0123456789abcdef0]' does not exist",
  );
  expect(refusal('ami-0123456789abcdef0', 'ami-12345678')).toBe(
    "InvalidAMIID.NotFound: The image ids '[ami-0123456789abcdef0, ami-12345678]' do not exist",
  );
  expect(refusal('al2023')).toBe('InvalidAMIID.Malformed: Invalid id: "al2023" (expecting "ami-...")');
});

test('launch permissions are not modelled', () => {
  expect(account.refusal('DescribeImages', { ExecutableUsers: ['self'] })).toBe(
    'NotModelled: This simulator does not model the parameter ExecutableUsers.',
  );
});
