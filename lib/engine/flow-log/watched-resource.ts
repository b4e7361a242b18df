import { NotModelled } from '../aws-error';
import { getNetworkInterface } from '../network-interface/network-interface';
import { getSubnet } from '../subnet/subnet';
import { getTransitGateway } from '../transit-gateway/transit-gateway';
import { getTransitGatewayAttachment } from '../transit-gateway-attachment/transit-gateway-attachment';
import { getVpc } from '../vpc/vpc';
import type { World } from '../world';
import { flowLogErrors } from './errors';

const watched = {
  VPC: { form: /^vpc-[^-]+$/, get: getVpc },
  Subnet: { form: /^subnet-[^-]+$/, get: getSubnet },
  NetworkInterface: { form: /^eni-[^-]+$/, get: getNetworkInterface },
  TransitGateway: { form: /^tgw-[^-]+$/, get: getTransitGateway },
  TransitGatewayAttachment: { form: /^tgw-attach-[^-]+$/, get: getTransitGatewayAttachment },
} satisfies { readonly [type: string]: { form: RegExp; get: (world: World, id: string) => object } };

export type WatchedType = keyof typeof watched;

export const isTransitType = (type: WatchedType): boolean =>
  type === 'TransitGateway' || type === 'TransitGatewayAttachment';

/** The kind of resource, by AWS's name; NotModelled for those that this simulator does not have. */
export function acceptWatchedType(type: WatchedType | 'RegionalNatGateway'): WatchedType {
  if (type === 'RegionalNatGateway') throw new NotModelled('regional NAT gateways');
  return type;
}

/** Ids have to be of the named kind; a kind's own refusal says that the resource does not exist. */
export function acceptForms(type: WatchedType, ids: readonly string[]): void {
  const most = isTransitType(type) ? 25 : 1000;
  if (ids.length > most) throw flowLogErrors.tooManyResources(most);
  const wrong = ids.find((id) => !watched[type].form.test(id));
  if (wrong !== undefined) throw flowLogErrors.resourceType(wrong, type);
}

export const requireResource = (world: World, type: WatchedType, id: string): object => watched[type].get(world, id);
