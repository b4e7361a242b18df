'use client';

import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import type { ButtonVariant } from '@/components/ui/button-class';
import { Notice } from '@/components/ui/notice';

/** What an action answers, as forms see it. */
export type FormState<T = unknown> =
  | { readonly ok: true; readonly value: T; readonly to?: string }
  | {
      readonly ok: false;
      readonly message: string;
      readonly fields?: Readonly<Record<string, string>>;
      readonly values?: Readonly<Record<string, string>>;
    };

type FormProps<T> = {
  action: (previous: FormState<T> | undefined, form: FormData) => Promise<FormState<T>>;
  submit: string;
  /** The button's words while the answer is on its way. */
  submitting: string;
  variant?: ButtonVariant;
  /** Shown after it went well, where the page stays. */
  done?: (value: T) => ReactNode;
  /** Called after it went well, for what this page keeps elsewhere. */
  onDone?: () => void;
  children: (field: { error: (name: string) => string | undefined; value: (name: string) => string }) => ReactNode;
};

/** A form on one server action: works without JavaScript, keeps what was typed, says at each field what is wrong. */
export function Form<T>({ action, submit, submitting, variant = 'primary', done, onDone, children }: FormProps<T>) {
  const [state, send, pending] = useActionState(action, undefined);
  const refused = state && !state.ok ? state : undefined;
  const to = state?.ok ? state.to : undefined;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state?.ok) onDone?.();
    // Where to go on typing, and what a screen reader says next.
    else form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [state, onDone]);
  useEffect(() => {
    // A whole new page: what this one remembers was for the person before.
    if (to) location.assign(to);
  }, [to]);
  const error = (name: string) => refused?.fields?.[name];
  const value = (name: string) => refused?.values?.[name] ?? '';
  return (
    <form ref={form} action={send} className="flex flex-col gap-5" noValidate>
      {refused && !refused.fields && (
        <Notice kind="refused" live="assertive">
          {refused.message}
        </Notice>
      )}
      {children({ error, value })}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant={variant} busy={pending || to !== undefined}>
          {pending || to !== undefined ? submitting : submit}
        </Button>
        <div aria-live="polite">{state?.ok && done?.(state.value)}</div>
      </div>
    </form>
  );
}
