import { operation } from '../operation';
import { required, string } from '../shapes';
import { describeAttachment, describeGroups } from './describe-network-interface';
import { networkInterfaceErrors } from './errors';
import { getNetworkInterface } from './network-interface';

const attributes = ['attachment', 'description', 'groupSet', 'sourceDestCheck', 'associatePublicIpAddress'];

/**
 * DescribeNetworkInterfaceAttribute: one attribute of one interface. AWS's page calls `Attribute` required although its
 * model does not.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkInterfaceAttribute.html
 */
export const describeNetworkInterfaceAttribute = operation({
  name: 'DescribeNetworkInterfaceAttribute',
  input: { NetworkInterfaceId: required(string), Attribute: string },
  run(world, { NetworkInterfaceId, Attribute }) {
    if (!Attribute) throw networkInterfaceErrors.attributeNone();
    if (!attributes.includes(Attribute)) throw networkInterfaceErrors.attributeUnknown(Attribute);
    const eni = getNetworkInterface(world, NetworkInterfaceId);
    switch (Attribute) {
      case 'attachment':
        return {
          ...(eni.Attachment && { Attachment: describeAttachment(world, eni.Attachment) }),
          NetworkInterfaceId,
        };
      case 'description':
        return { Description: { Value: eni.Description }, NetworkInterfaceId };
      case 'groupSet':
        return { Groups: describeGroups(world, eni), NetworkInterfaceId };
      case 'sourceDestCheck':
        return { NetworkInterfaceId, SourceDestCheck: { Value: eni.SourceDestCheck } };
      default:
        return { NetworkInterfaceId, AssociatePublicIpAddress: eni.mapsPublicIp };
    }
  },
});
