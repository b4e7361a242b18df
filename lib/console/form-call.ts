import { renderCall } from '@/lib/aws-cli/render-call';
import type { Call } from '@/lib/engine/execute';
import { type Field, type Form, isRequired, kindOf, shapesTo, textsOf, type Value, type Values } from './form';

export type FormCall =
  | { readonly ok: true; readonly call: Call }
  /** What is wrong with which field, by its member. */
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/**
 * The call that a filled-in form makes. Only what no call can be made of is refused here: what is missing by AWS's model and
 * what is no number. The rest is AWS's to refuse.
 */
export function formCall(form: Form, values: Values): FormCall {
  const errors: Record<string, string> = {};
  for (const field of form.fields) {
    const error = errorOf(form, field, values);
    if (error) errors[field.member] = error;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, call: callOf(form, values) };
}

/** The equivalent command, of what is filled in so far. */
export const commandOf = (form: Form, values: Values): string => renderCall(callOf(form, values));

/** What a field sets: texts by member. Nothing while it is empty or cannot be read. */
export function settingsOf(form: Form, field: Field, values: Values): Readonly<Record<string, Value>> {
  const value = values[field.member];
  const kind = kindOf(form.operation, field);
  if (kind === 'several' || kind === 'texts') {
    const texts = textsOf(value);
    return texts.length > 0 ? { [field.member]: texts } : {};
  }
  const text = textOf(value);
  if (text === '' && !(field.clears && value !== undefined)) return {};
  if (kind === 'switch' && field.onlyOn && text === 'false') return {};
  return field.put ? (field.put(text, values) ?? {}) : { [field.member]: text };
}

const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value.trim() : '');

function callOf(form: Form, values: Values): Call {
  const input = {};
  for (const field of form.fields) {
    for (const [member, value] of Object.entries(settingsOf(form, field, values))) {
      set(input, form.operation, member, value);
    }
  }
  return { operation: form.operation, input };
}

function errorOf(form: Form, field: Field, values: Values): string | undefined {
  const value = values[field.member];
  const kind = kindOf(form.operation, field);
  const isEmpty = typeof value === 'string' ? value.trim() === '' : (value ?? []).length === 0;
  if (isEmpty && isRequired(form.operation, field)) {
    return kind === 'choice' || kind === 'several' ? 'Choose one.' : 'Enter a value.';
  }
  if (isEmpty) return undefined;
  if (kind === 'number' && !isWhole(textOf(value))) return 'Enter a whole number.';
  if (field.put && !field.put(textOf(value), values)) return `This cannot be read. ${field.hint ?? ''}`.trim();
  return undefined;
}

const isWhole = (text: string): boolean => /^-?\d+$/.test(text) && Number.isSafeInteger(Number(text));

/** Set a member of a call's input, and what is around it. */
function set(input: object, operation: string, member: string, value: Value): void {
  const names = member.split('.');
  const shapes = shapesTo(operation, member);
  let inside = input as Record<string, unknown>;
  for (const [depth, name] of names.entries()) {
    const shape = shapes[depth];
    if (depth === names.length - 1) {
      inside[name] = shape?.type === 'list' && typeof value === 'string' ? [value] : typed(shape?.type, value);
      return;
    }
    // What was made here before is a structure, or a list of one.
    const made = inside[name] as Record<string, unknown> | [Record<string, unknown>] | undefined;
    const next = Array.isArray(made) ? made[0] : (made ?? {});
    inside[name] = shape?.type === 'list' ? [next] : next;
    inside = next;
  }
}

function typed(type: string | undefined, value: Value): unknown {
  if (type === 'boolean') return value === 'true';
  return type === 'integer' && typeof value === 'string' && isWhole(value) ? Number(value) : value;
}
