import { type InputOf, structure } from '../shapes';
import { toggle } from '../transit-gateway/transit-gateway';
import type { VpcAttachment } from './transit-gateway-attachment';

const members = {
  DnsSupport: toggle,
  SecurityGroupReferencingSupport: toggle,
  Ipv6Support: toggle,
  ApplianceModeSupport: toggle,
} as const;

/** The options of a VPC attachment, when it is made and when it is modified. */
export const attachmentOptions = structure(members);

type Options = VpcAttachment['vpc']['Options'];

/**
 * What a new attachment has where nothing else is asked for.
 * Observed: a live account, github.com/floci-io/floci/pull/2347, for references to security groups: enabled here, disabled on
 * the gateway.
 */
const defaults: Options = {
  DnsSupport: 'enable',
  SecurityGroupReferencingSupport: 'enable',
  Ipv6Support: 'disable',
  ApplianceModeSupport: 'disable',
};

/** What was asked for, and the rest as it is or, of a new attachment, by default. */
export const chosenOptions = (asked: InputOf<typeof members> = {}, before = defaults): Options => ({
  DnsSupport: asked.DnsSupport ?? before.DnsSupport,
  SecurityGroupReferencingSupport: asked.SecurityGroupReferencingSupport ?? before.SecurityGroupReferencingSupport,
  Ipv6Support: asked.Ipv6Support ?? before.Ipv6Support,
  ApplianceModeSupport: asked.ApplianceModeSupport ?? before.ApplianceModeSupport,
});
