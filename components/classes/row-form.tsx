'use client';

import { type FormEvent, type ReactNode, useActionState, useState } from 'react';
import { Button } from '../ui/button';
import type { ButtonVariant } from '../ui/button-class';
import { Notice } from '../ui/notice';
import type { FormAction } from './form-action';

type RowFormProps<T> = {
  action: FormAction<T>;
  /** What the form is about, sent with it. */
  about: Readonly<Record<string, string>>;
  submit: string;
  submitting: string;
  /** Read out after it went well; the page around it shows the rest. */
  done: string;
  variant?: ButtonVariant;
  children?: (field: { error: string | undefined; value: (name: string) => string }) => ReactNode;
};

/** A small form inside a row or a panel: one button, and its own word on how it went. Works without JavaScript. */
export function RowForm<T>({ action, about, submit, submitting, done, variant = 'plain', children }: RowFormProps<T>) {
  const [state, send, pending] = useActionState(action, undefined);
  const refused = state && !state.ok ? state : undefined;
  /** Whether a field holds what the browser cannot read, such as a date without its month: it would be sent as empty. */
  const [halfTyped, setHalfTyped] = useState(false);
  const check = (event: FormEvent<HTMLFormElement>) => {
    const field = [...event.currentTarget.querySelectorAll('input')].find(({ validity }) => validity.badInput);
    setHalfTyped(field !== undefined);
    if (!field) return;
    event.preventDefault();
    field.focus();
  };
  return (
    <form action={send} onSubmit={check} className="flex flex-col items-start gap-3" noValidate>
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children?.({
        error: halfTyped
          ? 'A part of this is missing. Fill in all of it.'
          : refused?.fields && Object.values(refused.fields)[0],
        value: (name) => refused?.values?.[name] ?? '',
      })}
      {refused && !refused.fields && (
        <Notice kind="refused" live="assertive">
          {refused.message}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" size="sm" variant={variant} busy={pending}>
          {pending ? submitting : submit}
        </Button>
        <span role="status" className="text-sm text-dim">
          {state?.ok && !pending && !halfTyped && done}
        </span>
      </div>
    </form>
  );
}
