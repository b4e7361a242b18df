import type { Tag } from '../tags';
import type { Code } from './codes';
import type { Packet } from './flow';
import type { Component, Decision, Hop } from './hop';

/** A hop that is the end of the way. `text` is a sentence that names what is meant. */
export const refused = (
  component: Component,
  packet: Packet,
  code: Code,
  text: string,
  more: { readonly decision?: Decision; readonly ids?: readonly string[] } = {},
): Hop => ({
  component,
  packet,
  ...(more.decision && { decision: more.decision }),
  refusal: { code, text, ...(more.ids && { ids: more.ids }) },
});

/** What a resource is called: its Name tag, or else its id. */
export const nameOf = (id: string, tags: readonly Tag[] = []): string =>
  tags.find(({ Key }) => Key === 'Name')?.Value || id;

/** The packet in a sentence: `tcp port 80 from 10.0.0.5`. */
export function packetText({ protocol, source, destination, destinationPort }: Packet): string {
  const what = destinationPort === undefined ? protocol : `${protocol} port ${destinationPort}`;
  return `${what} from ${source} to ${destination}`;
}
