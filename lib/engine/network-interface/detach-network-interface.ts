import { operation } from '../operation';
import { boolean, required, string } from '../shapes';
import { startTimer } from '../timer';
import type { World } from '../world';
import { attachmentErrors, networkInterfaceErrors } from './errors';
import { isPrimaryDevice, isServiceAttachment } from './network-interface';
import { freeNetworkInterface } from './removal';

/**
 * DetachNetworkInterface: take a secondary interface off its instance; `detaching` until it has settled.
 * `Force` is for an instance that no longer answers, which none here does, so it changes nothing.
 * Assumed: a second call on an attachment that is `detaching` succeeds and changes nothing.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DetachNetworkInterface.html
 */
export const detachNetworkInterface = operation({
  name: 'DetachNetworkInterface',
  input: { AttachmentId: required(string), Force: boolean },
  run(world, { AttachmentId }) {
    if (isServiceAttachment(AttachmentId)) throw attachmentErrors.serviceAttachment();
    if (!AttachmentId.startsWith('eni-attach-')) throw attachmentErrors.malformedId(AttachmentId);
    const networkInterface = world.networkInterfaces.first('AttachmentId', AttachmentId);
    const attachment = networkInterface?.Attachment;
    if (!attachment) throw attachmentErrors.notFound(AttachmentId);
    if (networkInterface.RequesterManaged) throw networkInterfaceErrors.requesterManaged();
    if (isPrimaryDevice(attachment)) throw attachmentErrors.primary();
    if (!attachment.detaching) {
      world.networkInterfaces.replace({ ...networkInterface, Attachment: { ...attachment, detaching: true } });
      startTimer(world, 'interface-detached', AttachmentId);
    }
    return {};
  },
});

/** The end of a detachment. The attachment may be gone already: its instance may have been terminated meanwhile. */
export function detachSettled(world: World, attachmentId: string): void {
  const networkInterface = world.networkInterfaces.first('AttachmentId', attachmentId);
  if (networkInterface) freeNetworkInterface(world, networkInterface);
}
