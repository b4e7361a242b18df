import type { Row } from '../table';
import { imageErrors } from './errors';
import { images } from './images';

/** A public machine image. They are the same in every world, so they lie in no table. */
export interface Image extends Row {
  readonly ImageId: string;
  readonly Name: string;
  readonly Description: string;
  readonly OwnerId: string;
  readonly Architecture: 'x86_64' | 'arm64';
  readonly CreationDate: string;
  /** Absent for Linux. */
  readonly Platform?: 'windows';
  readonly RootDeviceName: string;
  readonly SnapshotId: string;
  /** GiB */
  readonly VolumeSize: number;
  readonly BootMode?: 'uefi' | 'uefi-preferred';
  /** `v2.0`: its instances ask for IMDSv2 unless the call says otherwise. */
  readonly ImdsSupport?: 'v2.0';
}

const imageIdForm = /^ami-([0-9a-f]{8}|[0-9a-f]{17})$/;

const findImage = (id: string): Image | undefined => images.find((image) => image.ImageId === id);

/** The images of these ids; refuses all when one is malformed or unknown. */
export function getImages(ids: readonly string[]): Image[] {
  const malformed = ids.find((id) => !imageIdForm.test(id));
  if (malformed !== undefined) throw imageErrors.malformed(malformed);
  const unknown = ids.filter((id) => !findImage(id));
  if (unknown.length > 0) throw imageErrors.notFound(unknown);
  return ids.flatMap((id) => findImage(id) ?? []);
}

export function getImage(id: string): Image {
  const [image] = getImages([id]);
  if (!image) throw imageErrors.notFound([id]);
  return image;
}

export const platformDetails = (image: Image): string => (image.Platform === 'windows' ? 'Windows' : 'Linux/UNIX');

/** Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/billing-info-fields.html */
export const usageOperation = (image: Image): string =>
  image.Platform === 'windows' ? 'RunInstances:0002' : 'RunInstances';

/** The image as AWS shows it. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html */
export function describeImage(image: Image): object {
  return {
    PlatformDetails: platformDetails(image),
    UsageOperation: usageOperation(image),
    BlockDeviceMappings: [
      {
        Ebs: {
          DeleteOnTermination: true,
          Iops: 3000,
          SnapshotId: image.SnapshotId,
          VolumeSize: image.VolumeSize,
          VolumeType: 'gp3',
          Throughput: 125,
          Encrypted: false,
        },
        DeviceName: image.RootDeviceName,
      },
    ],
    Description: image.Description,
    EnaSupport: true,
    Hypervisor: 'xen',
    ImageOwnerAlias: 'amazon',
    Name: image.Name,
    RootDeviceName: image.RootDeviceName,
    RootDeviceType: 'ebs',
    SriovNetSupport: 'simple',
    VirtualizationType: 'hvm',
    ...(image.BootMode && { BootMode: image.BootMode }),
    ...(image.ImdsSupport && { ImdsSupport: image.ImdsSupport }),
    FreeTierEligible: true,
    ImageId: image.ImageId,
    ImageLocation: `amazon/${image.Name}`,
    State: 'available',
    OwnerId: image.OwnerId,
    CreationDate: image.CreationDate,
    Public: true,
    Architecture: image.Architecture,
    ImageType: 'machine',
    ...(image.Platform && { Platform: image.Platform }),
  };
}
