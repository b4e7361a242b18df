import type { InterfaceNode } from './topology';

/** An id as it is shown where there is little room: enough to tell two apart, the whole of it at hand elsewhere. */
export const shortId = (id: string): string => id.replace(/^([a-z]+-[0-9a-f]{4})[0-9a-f]+$/, '$1…');

/** Name and id, or the id alone where there is no other name. */
export const titleOf = ({ id, name }: { readonly id: string; readonly name: string }): string =>
  name === id || name === '' ? id : `${name} (${id})`;

/** Which port an interface is in and whether it stays there, or what else there is to know of it. */
export function plugWords({ device, service, status }: InterfaceNode): string {
  if (service) return `${service.replaceAll('_', ' ')}${status === 'in-use' ? '' : ` ${status}`}`;
  if (!device) return status;
  const card = device.card > 0 ? `card ${device.card}, ` : '';
  const port = device.index === device.port ? `port ${device.port}` : `device ${device.index}`;
  const place = device.card === 0 && device.index === 0 ? 'primary' : card + port;
  return status === 'in-use' ? place : `${place} ${status}`;
}
