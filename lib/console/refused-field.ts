import type { Form, Values } from './form';
import { settingsOf } from './form-call';

/** A refusal of AWS's, or of this simulator for what it does not model. */
export interface Refused {
  readonly code: string;
  readonly message: string;
}

/**
 * The field that a refusal is about, by its member: the one whose parameter the message names, before the one whose value it
 * quotes; both together before either. Undefined when it is about the form as a whole.
 */
export function refusedField(form: Form, values: Values, { message }: Refused): string | undefined {
  const words = wordsOf(message);
  let best: { member: string; weight: number } | undefined;
  for (const field of form.fields) {
    const settings = settingsOf(form, field, values);
    const names = [field.member, ...(field.also ?? [])].map(parameterOf);
    const isNamed = [...names, ...(field.words ?? [])].some((name) => words.includes(` ${name} `));
    const isQuoted = Object.values(settings)
      .flat()
      .some((value) => quotes(message, value));
    const weight = (isNamed ? 2 : 0) + (isQuoted ? 1 : 0);
    if (weight > (best?.weight ?? 0)) best = { member: field.member, weight };
  }
  return best?.member;
}

/** A text as small words with one blank around each: `subnetId`, `subnet-id` and `Subnet ID` are all ` subnet id `. */
const wordsOf = (text: string): string =>
  ` ${text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join(' ')} `;

/** What AWS's sentences call a member: the last name on the way to it that is one of its own. */
const parameterOf = (member: string): string =>
  wordsOf(
    member
      .replace(/\.Value$/, '')
      .split('.')
      .at(-1) ?? '',
  ).trim();

/** Whether a message has the value as a word of its own; of short ones, which may be anything, only in quotes or brackets. */
function quotes(message: string, value: string): boolean {
  if (value === '') return false;
  for (let at = message.indexOf(value); at >= 0; at = message.indexOf(value, at + 1)) {
    const [before = ' ', after = ' '] = [message[at - 1], message[at + value.length]];
    const isWord = !/[\w./:-]/.test(before) && !/[\w/:-]/.test(after);
    if (isWord && (value.length > 3 || /['"([:]/.test(before))) return true;
  }
  return false;
}
