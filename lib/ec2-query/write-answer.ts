import type { AwsError, NotModelled } from '@/lib/engine/aws-error';
import { apiVersion } from './read-call';
import { WireNames } from './wire';

export const contentType = 'text/xml;charset=UTF-8';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * An accepted call's answer as EC2 writes it. `output` has AWS's members in AWS's order; what is undefined is left out.
 * Cost: linear in the output.
 */
export function writeAnswer(operation: string, output: object, requestId: string): string {
  const names = WireNames.ofOutput(operation);
  const body = names ? members(output, names) : '<return>true</return>';
  const namespace = `http://ec2.amazonaws.com/doc/${apiVersion}/`;
  return `${declaration}<${operation}Response xmlns="${namespace}"><requestId>${requestId}</requestId>${body}</${operation}Response>`;
}

/** A refusal as EC2 writes it. */
export const writeRefusal = ({ code, message }: AwsError | NotModelled, requestId: string): string =>
  `${declaration}<Response><Errors><Error><Code>${escaped(code)}</Code><Message>${escaped(message)}</Message></Error></Errors><RequestID>${requestId}</RequestID></Response>`;

function members(structure: object, names: WireNames): string {
  let text = '';
  for (const [member, value] of Object.entries(structure)) {
    if (value === undefined) continue;
    const wire = names.of(member);
    text += `<${wire.name}>${inside(value, wire.inside)}</${wire.name}>`;
  }
  return text;
}

function inside(value: unknown, names: WireNames): string {
  if (Array.isArray(value)) {
    let text = '';
    for (const item of value) text += `<item>${inside(item, names)}</item>`;
    return text;
  }
  return typeof value === 'object' && value !== null ? members(value, names) : escaped(String(value));
}

const plain = /^[\x20-\x25\x27-\x3b\x3d\x3f-\x7e]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot hold.
const special = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };

/** A text as XML holds it. What XML cannot hold, which only the lab's own shell lets in, is shown as `\ufffd`. */
const escaped = (text: string): string =>
  plain.test(text) ? text : text.replace(special, (character) => entities[character] ?? '\ufffd');
