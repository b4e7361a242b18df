import { addressOn } from '../address/address';
import { newPublicIp } from '../address/public-ip';
import { operation } from '../operation';
import { getSecurityGroup } from '../security-group/security-group';
import { boolean, list, notModelled, required, string, structure } from '../shapes';
import type { World } from '../world';
import { attachmentErrors, networkInterfaceErrors } from './errors';
import { checkDescription } from './make-network-interface';
import { getOwnNetworkInterface, isPrimaryDevice, type NetworkInterface, primaryAddressOf } from './network-interface';
import { interfacePlacementErrors } from './private-address-errors';

type Change = (eni: NetworkInterface) => NetworkInterface;

/**
 * ModifyNetworkInterfaceAttribute: change one attribute of an interface.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyNetworkInterfaceAttribute.html
 * Not modelled: IPv6, connection tracking, ENA Express, ENA queues, associated subnets.
 */
export const modifyNetworkInterfaceAttribute = operation({
  name: 'ModifyNetworkInterfaceAttribute',
  input: {
    EnaSrdSpecification: notModelled,
    EnablePrimaryIpv6: notModelled,
    ConnectionTrackingSpecification: notModelled,
    AssociatePublicIpAddress: boolean,
    AssociatedSubnetIds: notModelled,
    NetworkInterfaceId: required(string),
    Description: structure({ Value: string }),
    SourceDestCheck: structure({ Value: boolean }),
    Groups: list(string),
    Attachment: structure({
      DefaultEnaQueueCount: notModelled,
      EnaQueueCount: notModelled,
      AttachmentId: string,
      DeleteOnTermination: boolean,
    }),
  },
  run(world, { NetworkInterfaceId, SourceDestCheck, Description, Groups, Attachment, AssociatePublicIpAddress }) {
    const changes = new Map<string, Change>();
    if (SourceDestCheck) changes.set('sourceDestCheck', withSourceDestCheck(SourceDestCheck.Value));
    if (Description) changes.set('description', withDescription(Description.Value));
    if (Groups && Groups.length > 0) changes.set('groupSet', withGroups(world, Groups));
    if (Attachment) changes.set('attachment', withDeleteOnTermination(Attachment));
    if (AssociatePublicIpAddress !== undefined) {
      changes.set('associatePublicIpAddress', withPublicIp(world, AssociatePublicIpAddress));
    }
    if (changes.size > 1) throw networkInterfaceErrors.attributeSeveral([...changes.keys()]);
    const [change] = changes.values();
    if (!change) throw networkInterfaceErrors.attributeNone();
    world.networkInterfaces.replace(change(getOwnNetworkInterface(world, NetworkInterfaceId)));
    return {};
  },
});

function withSourceDestCheck(value: boolean | undefined): Change {
  if (value === undefined) throw networkInterfaceErrors.attributeValueMissing();
  return (eni) => ({ ...eni, SourceDestCheck: value });
}

function withDescription(value: string | undefined): Change {
  if (value === undefined) throw networkInterfaceErrors.attributeValueMissing();
  checkDescription(value);
  return (eni) => ({ ...eni, Description: value });
}

/** The groups replace all that the interface had. */
const withGroups =
  (world: World, ids: readonly string[]): Change =>
  (eni) => {
    const groups = [...new Set(ids)];
    for (const id of groups) {
      if (getSecurityGroup(world, id).VpcId !== eni.VpcId) throw networkInterfaceErrors.groupOfOtherNetwork();
    }
    if (groups.length > world.quotas.securityGroupsPerInterface) throw interfacePlacementErrors.tooManyGroups();
    return { ...eni, groups };
  };

function withDeleteOnTermination(wanted: {
  AttachmentId?: string | undefined;
  DeleteOnTermination?: boolean | undefined;
}): Change {
  const { AttachmentId, DeleteOnTermination } = wanted;
  if (!AttachmentId || DeleteOnTermination === undefined) throw networkInterfaceErrors.attachmentIncomplete();
  return (eni) => {
    if (eni.Attachment?.AttachmentId !== AttachmentId) throw attachmentErrors.notFound(AttachmentId);
    return { ...eni, Attachment: { ...eni.Attachment, DeleteOnTermination } };
  };
}

/**
 * The setting may be given to any interface and takes effect on an instance's primary one alone. Assumed: at once when
 * the instance runs, however many interfaces it has; an Elastic IP on the primary private address keeps its place.
 */
const withPublicIp =
  (world: World, wanted: boolean): Change =>
  ({ publicIp, ...eni }) => {
    if (!wanted) return { ...eni, mapsPublicIp: false };
    const attachment = eni.Attachment;
    const runs = attachment !== undefined && world.instances.get(attachment.InstanceId)?.goal === 'running';
    const wants =
      runs && isPrimaryDevice(attachment) && !addressOn(world, eni.NetworkInterfaceId, primaryAddressOf(eni));
    const address = publicIp ?? (wants ? newPublicIp(world) : undefined);
    return { ...eni, mapsPublicIp: true, ...(address !== undefined && { publicIp: address }) };
  };
