import { addressOn } from '../address/address';
import { newPublicIp } from '../address/public-ip';
import { operation } from '../operation';
import { getSecurityGroup } from '../security-group/security-group';
import { boolean, list, notModelled, required, string, structure } from '../shapes';
import type { World } from '../world';
import { acceptConnectionTracking, connectionTrackingSpecification } from './connection-tracking';
import { attachmentErrors, networkInterfaceErrors } from './errors';
import { ipv6Errors } from './ipv6-errors';
import { checkDescription } from './make-network-interface';
import {
  getOwnNetworkInterface,
  instanceOf,
  isPrimaryDevice,
  type NetworkInterface,
  primaryAddressOf,
} from './network-interface';
import { interfacePlacementErrors } from './private-address-errors';

type Change = (eni: NetworkInterface) => NetworkInterface;

/**
 * ModifyNetworkInterfaceAttribute: change one attribute of an interface.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyNetworkInterfaceAttribute.html
 * Not modelled: ENA Express (`EnaSrdSpecification`), ENA queues, associated subnets.
 */
export const modifyNetworkInterfaceAttribute = operation({
  name: 'ModifyNetworkInterfaceAttribute',
  input: {
    EnaSrdSpecification: notModelled,
    EnablePrimaryIpv6: boolean,
    ConnectionTrackingSpecification: connectionTrackingSpecification,
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
  run(world, input) {
    const { NetworkInterfaceId, SourceDestCheck, Description, Groups, Attachment, AssociatePublicIpAddress } = input;
    const changes = new Map<string, Change>();
    if (SourceDestCheck) changes.set('sourceDestCheck', withSourceDestCheck(SourceDestCheck.Value));
    if (Description) changes.set('description', withDescription(Description.Value));
    if (Groups && Groups.length > 0) changes.set('groupSet', withGroups(world, Groups));
    if (Attachment) changes.set('attachment', withDeleteOnTermination(Attachment));
    if (AssociatePublicIpAddress !== undefined) {
      changes.set('associatePublicIpAddress', withPublicIp(world, AssociatePublicIpAddress));
    }
    if (input.EnablePrimaryIpv6 !== undefined) {
      changes.set('enablePrimaryIpv6', withPrimaryIpv6(input.EnablePrimaryIpv6));
    }
    if (input.ConnectionTrackingSpecification) {
      changes.set('connectionTrackingSpecification', withConnectionTracking(input.ConnectionTrackingSpecification));
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
    const runs = instanceOf(world, eni)?.goal === 'running';
    const wants =
      runs &&
      eni.Attachment &&
      isPrimaryDevice(eni.Attachment) &&
      eni.PrivateIpAddresses.length > 0 &&
      !addressOn(world, eni.NetworkInterfaceId, primaryAddressOf(eni));
    const address = publicIp ?? (wants ? newPublicIp(world) : undefined);
    return { ...eni, mapsPublicIp: true, ...(address !== undefined && { publicIp: address }) };
  };

/**
 * The first IPv6 address becomes the primary one and stays it until the interface is detached. Assumed: enabling again changes
 * nothing.
 */
const withPrimaryIpv6 =
  (wanted: boolean): Change =>
  (eni) => {
    const addresses = eni.Ipv6Addresses ?? [];
    const isSet = addresses.some((one) => one.IsPrimaryIpv6);
    if (isSet && !wanted) throw ipv6Errors.primaryStays();
    if (isSet || !wanted) return eni;
    if (addresses.length === 0) throw ipv6Errors.noPrimary(eni.NetworkInterfaceId);
    const Ipv6Addresses = addresses.map((one, index) => ({ ...one, IsPrimaryIpv6: index === 0 }));
    return { ...eni, Ipv6Addresses };
  };

/** Assumed: timeouts that the call does not name stay as they are. */
function withConnectionTracking(given: Parameters<typeof acceptConnectionTracking>[0]): Change {
  const set = acceptConnectionTracking(given);
  if (!set) throw networkInterfaceErrors.attributeValueMissing();
  return (eni) => ({
    ...eni,
    connectionTracking: acceptConnectionTracking({ ...eni.connectionTracking, ...set }) ?? set,
  });
}
