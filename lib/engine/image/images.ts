import type { Image } from './image';

const amazonLinux = '137112412989';
const canonical = '099720109477';
const debian = '136693071363';
const windows = '801119661308';

/**
 * A handful of the public images that people start from, Amazon Linux first. Names and owners follow their publishers.
 * Assumed: ids, snapshots and dates are ours, and alike in every Region; AWS gives each Region ids of its own.
 * An image is never taken off the list: stored worlds name it.
 */
const list: readonly Omit<Image, 'creation'>[] = [
  {
    ImageId: 'ami-0a1c5e2b7d9f04836',
    Name: 'al2023-ami-2023.7.20260601.0-kernel-6.1-x86_64',
    Description: 'Amazon Linux 2023 AMI 2023.7.20260601.0 x86_64 HVM kernel-6.1',
    OwnerId: amazonLinux,
    Architecture: 'x86_64',
    CreationDate: '2026-06-01T22:14:08.000Z',
    RootDeviceName: '/dev/xvda',
    SnapshotId: 'snap-0c41d7e9358ba2f60',
    VolumeSize: 8,
    BootMode: 'uefi-preferred',
    ImdsSupport: 'v2.0',
  },
  {
    ImageId: 'ami-0b82d4f6a3e1c7095',
    Name: 'al2023-ami-2023.7.20260601.0-kernel-6.1-arm64',
    Description: 'Amazon Linux 2023 AMI 2023.7.20260601.0 arm64 HVM kernel-6.1',
    OwnerId: amazonLinux,
    Architecture: 'arm64',
    CreationDate: '2026-06-01T22:14:31.000Z',
    RootDeviceName: '/dev/xvda',
    SnapshotId: 'snap-05e8a3b1f7092dc46',
    VolumeSize: 8,
    BootMode: 'uefi',
    ImdsSupport: 'v2.0',
  },
  {
    ImageId: 'ami-0d73f1986c2ba450e',
    Name: 'ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-20260528',
    Description: 'Canonical, Ubuntu, 24.04, amd64 noble image',
    OwnerId: canonical,
    Architecture: 'x86_64',
    CreationDate: '2026-05-28T07:41:19.000Z',
    RootDeviceName: '/dev/sda1',
    SnapshotId: 'snap-09b2f64de1873ac05',
    VolumeSize: 8,
    BootMode: 'uefi-preferred',
    ImdsSupport: 'v2.0',
  },
  {
    ImageId: 'ami-0e5a9c07b4d8f1623',
    Name: 'debian-12-amd64-20260519-2483',
    Description: 'Debian 12 (20260519-2483)',
    OwnerId: debian,
    Architecture: 'x86_64',
    CreationDate: '2026-05-19T14:02:55.000Z',
    RootDeviceName: '/dev/xvda',
    SnapshotId: 'snap-01f7c8d32ab954e6c',
    VolumeSize: 8,
    BootMode: 'uefi-preferred',
  },
  {
    ImageId: 'ami-0f46b8e3125d7ca90',
    Name: 'Windows_Server-2022-English-Full-Base-2026.05.13',
    Description: 'Microsoft Windows Server 2022 Full Locale English AMI provided by Amazon',
    OwnerId: windows,
    Architecture: 'x86_64',
    CreationDate: '2026-05-14T02:33:47.000Z',
    Platform: 'windows',
    RootDeviceName: '/dev/sda1',
    SnapshotId: 'snap-0d6a91e5c7f3b2084',
    VolumeSize: 30,
  },
];

export const images: readonly Image[] = list.map((image, creation) => ({ creation, ...image }));
