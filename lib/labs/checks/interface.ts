import { z } from 'zod';
import { networkInterfaceStatus } from '@/lib/engine/network-interface/network-interface';
import { attachmentOf, instanceLabel, labelOf, nameOf, subnetLabel } from '../names';
import type { Moment } from '../replay';
import { anyOf, type Verdict, wants } from './verdict';

/** A network interface of this kind exists. Primary interfaces count only where `deviceIndex: 0` is asked for. */
export const InterfaceCheck = z.strictObject({
  /** Its Name tag. */
  name: z.string().optional(),
  /** Name of its subnet. */
  subnet: z.string().optional(),
  /** Name of the instance that it is attached to. */
  attachedTo: z.string().optional(),
  deviceIndex: z.int().optional(),
  /** Its primary private address. */
  privateAddress: z.string().optional(),
  status: z.enum(['available', 'in-use']).optional(),
  sourceDestCheck: z.boolean().optional(),
});

export function checkInterface(want: z.output<typeof InterfaceCheck>, { world }: Moment): Verdict {
  const candidates = world.networkInterfaces
    .list()
    .filter((eni) => want.deviceIndex === 0 || attachmentOf(eni)?.DeviceIndex !== 0)
    .map((eni) => {
      const attachment = attachmentOf(eni);
      const holder = attachment && instanceLabel(world, attachment.InstanceId);
      const subnet = subnetLabel(world, eni.SubnetId);
      const address = eni.PrivateIpAddresses[0]?.PrivateIpAddress;
      const status = networkInterfaceStatus(world, eni);
      return {
        label: labelOf(eni.NetworkInterfaceId, eni.TagSet),
        conditions: [
          ...wants(want.name, nameOf(eni.TagSet), `is named ${nameOf(eni.TagSet) ?? 'nothing'}`),
          ...wants(want.subnet, subnet, `is in ${subnet}`),
          ...wants(want.attachedTo, holder, holder ? `is attached to ${holder}` : 'is not attached'),
          ...wants(
            want.deviceIndex,
            attachment?.DeviceIndex,
            attachment ? `has device index ${attachment.DeviceIndex}` : 'is not attached',
          ),
          ...wants(want.privateAddress, address, `has the private address ${address}`),
          ...wants<string>(want.status, status, `is ${status}`),
          ...wants(
            want.sourceDestCheck,
            eni.SourceDestCheck,
            `has its source/destination check ${eni.SourceDestCheck ? 'on' : 'off'}`,
          ),
        ],
      };
    });
  return anyOf(candidates, 'There is no network interface besides the primary ones.');
}
