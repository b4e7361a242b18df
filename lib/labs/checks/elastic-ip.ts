import { z } from 'zod';
import { attachmentOf, instanceLabel } from '../names';
import type { Moment } from '../replay';
import { anyOf, type Verdict, wants } from './verdict';

/** An Elastic IP address is associated so. */
export const ElasticIpCheck = z.strictObject({
  /** Name of the instance whose interface it is on. */
  instance: z.string().optional(),
  /** The private address that it stands for. */
  privateAddress: z.string().optional(),
});

export function checkElasticIp(want: z.output<typeof ElasticIpCheck>, { world }: Moment): Verdict {
  const candidates = world.addresses.list().map(({ PublicIp, association }) => {
    const eni = association && world.networkInterfaces.get(association.NetworkInterfaceId);
    const attachment = eni && attachmentOf(eni);
    const instance = attachment && instanceLabel(world, attachment.InstanceId);
    const address = association?.PrivateIpAddress;
    const loose = association ? 'is on an interface that is not attached' : 'is not associated';
    return {
      label: PublicIp,
      conditions: [
        ...wants(want.instance, instance, instance ? `is on ${instance}` : loose),
        ...wants(want.privateAddress, address, address ? `stands for ${address}` : loose),
      ],
    };
  });
  return anyOf(candidates, 'There is no Elastic IP address.');
}
