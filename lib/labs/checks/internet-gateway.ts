import { z } from 'zod';
import { labelOf, vpcLabel } from '../names';
import type { Moment } from '../replay';
import { anyOf, type Verdict, wants } from './verdict';

/** An internet gateway is attached to the VPC of that name. */
export const InternetGatewayCheck = z.strictObject({ attachedTo: z.string() });

export function checkInternetGateway(want: z.output<typeof InternetGatewayCheck>, { world }: Moment): Verdict {
  const candidates = world.internetGateways.list().map((gateway) => {
    const vpc = gateway.attachedTo && vpcLabel(world, gateway.attachedTo);
    return {
      label: labelOf(gateway.InternetGatewayId, gateway.Tags),
      conditions: wants(want.attachedTo, vpc, vpc ? `is attached to ${vpc}` : 'is not attached'),
    };
  });
  return anyOf(candidates, 'There is no internet gateway.');
}
