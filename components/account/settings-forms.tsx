'use client';

import { startTransition, useActionState } from 'react';
import { refreshMe } from '@/components/site/me';
import { ThemePicker } from '@/components/site/theme-picker';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { PasswordInput } from '@/components/ui/password-input';
import { TextInput } from '@/components/ui/text-input';
import { Form, type FormState } from './form';

type Action<T> = (previous: FormState<T> | undefined, form: FormData) => Promise<FormState<T>>;

/** The theme of this device and, once chosen here, of the person. */
export function ThemeSetting({ action }: { action: Action<void> }) {
  const [state, send] = useActionState(action, undefined);
  return (
    <div className="flex flex-col gap-2">
      <ThemePicker
        name="theme-setting"
        onChoose={(theme) => {
          const form = new FormData();
          form.set('theme', theme);
          startTransition(() => send(form));
        }}
      />
      {state && !state.ok && <Notice kind="refused">Kept on this device only: {state.message}</Notice>}
    </div>
  );
}

export function NameForm({ action, name }: { action: Action<void>; name: string }) {
  return (
    <Form action={action} onDone={refreshMe} submit="Save the name" submitting="Saving" done={() => <p>Saved.</p>}>
      {({ error, value }) => (
        <Field label="Name" error={error('name')}>
          {(control) => <TextInput {...control} name="name" autoComplete="name" defaultValue={value('name') || name} />}
        </Field>
      )}
    </Form>
  );
}

export function PasswordForm({ action }: { action: Action<void> }) {
  return (
    <Form
      action={action}
      submit="Change the password"
      submitting="Changing it"
      done={() => <p>Changed. Your other devices are signed out.</p>}
    >
      {({ error }) => (
        <>
          <Field label="Present password" error={error('current')}>
            {(control) => <PasswordInput {...control} name="current" autoComplete="current-password" />}
          </Field>
          <Field label="New password" hint="At least 8 characters; any characters." error={error('password')}>
            {(control) => <PasswordInput {...control} name="password" autoComplete="new-password" />}
          </Field>
        </>
      )}
    </Form>
  );
}

/** A new token is shown here once and never again. */
export function TokenForm({ action }: { action: Action<{ token: string }> }) {
  return (
    <Form
      action={action}
      submit="Make a token"
      submitting="Making it"
      done={({ token }) => (
        <Notice kind="info" title="Copy it now; it is not shown again.">
          <p className="flex flex-wrap items-center gap-2">
            <code className="font-mono text-sm break-all">{token}</code>
            <CopyButton text={token} />
          </p>
        </Notice>
      )}
    >
      {({ error, value }) => (
        <Field label="What is it for?" error={error('name')}>
          {(control) => <TextInput {...control} name="name" placeholder="my laptop" defaultValue={value('name')} />}
        </Field>
      )}
    </Form>
  );
}

export interface TokenRow {
  readonly id: string;
  readonly name: string;
  /** Dates as `2026-01-31`; `lastUsed` absent when it never was. */
  readonly made: string;
  readonly lastUsed?: string;
}

export function TokenList({ tokens, action }: { tokens: readonly TokenRow[]; action: Action<void> }) {
  const [state, send] = useActionState(action, undefined);
  if (tokens.length === 0) return <p className="mb-6">You have no tokens.</p>;
  return (
    <div className="mb-6">
      {state && !state.ok && <Notice kind="refused">{state.message}</Notice>}
      <ul className="border-t border-line">
        {tokens.map((token) => (
          <li key={token.id} className="flex items-center justify-between gap-4 border-b border-line py-2">
            <div className="min-w-0">
              <p className="truncate font-medium" title={token.name}>
                {token.name}
              </p>
              <p className="text-sm text-dim">
                Made {token.made}
                {token.lastUsed ? `, last used ${token.lastUsed}` : ', never used'}
              </p>
            </div>
            <form action={send}>
              <input type="hidden" name="id" value={token.id} />
              <Button type="submit" size="sm" aria-label={`Revoke ${token.name}`}>
                Revoke
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}
