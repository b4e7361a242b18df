import { queryErrors } from './errors';

/** A name and its value, in the order sent. */
export type Pair = readonly [name: string, value: string];

/** AWS's longest calls (a thousand rules of a security group) have fewer. */
export const mostParameters = 5_000;

/** Refuses a form of too many pairs, without decoding any of it: cheap enough to ask before anything is known of the sender. */
export function refuseTooMany(text: string): void {
  let count = 1;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    count += 1;
    if (count > mostParameters) throw queryErrors.tooManyParameters(mostParameters);
  }
}

/**
 * The pairs of a form-encoded body or a query string. Refuses one that is not well encoded, and one of too many before any
 * of it is decoded. Cost: linear in the text.
 */
export function readForm(text: string): Pair[] {
  if (text === '') return [];
  refuseTooMany(text);
  return text
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      return equals < 0 ? [decode(part), ''] : [decode(part.slice(0, equals)), decode(part.slice(equals + 1))];
    });
}

function decode(text: string): string {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw queryErrors.malformed();
  }
}
