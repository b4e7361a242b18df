import { describeRows } from '../describe';
import { memberFilters } from '../member-filters';
import { operation } from '../operation';
import { boolean, filterList, list, notModelled, paged, string } from '../shapes';
import { describeImage, getImage, getImages, type Image } from './image';
import { images } from './images';

const filters = memberFilters<Image>(
  describeImage,
  [
    ...['architecture', 'block-device-mapping.delete-on-termination', 'block-device-mapping.device-name'],
    ...['block-device-mapping.snapshot-id', 'block-device-mapping.volume-size', 'block-device-mapping.volume-type'],
    ...['block-device-mapping.encrypted', 'creation-date', 'description', 'ena-support', 'free-tier-eligible'],
    ...['hypervisor', 'image-allowed', 'image-id', 'image-type', 'is-public', 'kernel-id', 'manifest-location', 'name'],
    ...['owner-alias', 'owner-id', 'platform', 'product-code', 'product-code.type', 'ramdisk-id', 'root-device-name'],
    ...['root-device-type', 'source-image-id', 'source-image-region', 'source-instance-id', 'state'],
    ...['state-reason-code', 'state-reason-message', 'sriov-net-support', 'virtualization-type'],
  ],
  {
    'block-device-mapping.delete-on-termination': 'BlockDeviceMappings.Ebs.DeleteOnTermination',
    'block-device-mapping.device-name': 'BlockDeviceMappings.DeviceName',
    'block-device-mapping.snapshot-id': 'BlockDeviceMappings.Ebs.SnapshotId',
    'block-device-mapping.volume-size': 'BlockDeviceMappings.Ebs.VolumeSize',
    'block-device-mapping.volume-type': 'BlockDeviceMappings.Ebs.VolumeType',
    'block-device-mapping.encrypted': 'BlockDeviceMappings.Ebs.Encrypted',
    'is-public': 'Public',
    'manifest-location': 'ImageLocation',
    'owner-alias': 'ImageOwnerAlias',
    'product-code': 'ProductCodes.ProductCodeId',
    'product-code.type': 'ProductCodes.ProductCodeType',
    'state-reason-code': 'StateReason.Code',
    'state-reason-message': 'StateReason.Message',
  },
);

/**
 * DescribeImages: the public images of this simulator. None is deprecated or disabled, none belongs to the account.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html
 */
export const describeImages = operation({
  name: 'DescribeImages',
  input: {
    ExecutableUsers: notModelled,
    ImageIds: list(string),
    Owners: list(string),
    IncludeDeprecated: boolean,
    IncludeDisabled: boolean,
    Filters: filterList,
    ...paged,
  },
  run(_world, input) {
    const owned = (image: Image) =>
      !input.Owners?.length || input.Owners.some((owner) => owner === 'amazon' || owner === image.OwnerId);
    if (input.ImageIds) getImages(input.ImageIds);
    const { rows, ...page } = describeRows<Image>(input, {
      ids: input.ImageIds,
      idsParameter: 'imageIdSet',
      get: getImage,
      list: () => images.filter(owned),
      tags: () => [],
      filters,
    });
    return { ...page, Images: rows.filter(owned).map(describeImage) };
  },
});
