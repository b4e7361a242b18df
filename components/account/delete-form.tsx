'use client';

import { useSyncExternalStore } from 'react';
import { Field } from '@/components/ui/field';
import { PasswordInput } from '@/components/ui/password-input';
import { TextInput } from '@/components/ui/text-input';
import { Form, type FormState } from './form';

/**
 * `account`: a guest has no password to ask for. `action` is for a page without JavaScript: with it, Next would answer by
 * this page anew, for nobody, and this form would be gone before it could clear what the browser keeps.
 */
export function DeleteForm({ action, account }: { action: typeof deleteHere; account: boolean }) {
  const hasScript = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  return (
    <Form
      action={hasScript ? deleteHere : action}
      variant="danger"
      submit={account ? 'Delete my account' : 'Delete my work'}
      submitting="Deleting it"
    >
      {({ error, value }) => (
        <>
          <Field
            label={
              <>
                Type the word <code>delete</code>
              </>
            }
            hint="So that it does not happen by a slip."
            error={error('confirm')}
          >
            {(control) => (
              <TextInput
                {...control}
                name="confirm"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                defaultValue={value('confirm')}
              />
            )}
          </Field>
          {account && (
            <Field label="Password" error={error('password')}>
              {(control) => <PasswordInput {...control} name="password" autoComplete="current-password" />}
            </Field>
          )}
        </>
      )}
    </Form>
  );
}

type Deleted = FormState<{ deleted: true }>;

/** Deletes the person, then what this browser kept of them, and starts over at the home page. */
async function deleteHere(_previous: Deleted | undefined, form: FormData): Promise<Deleted> {
  const sent = Object.fromEntries([...form].filter(([name]) => !name.startsWith('$')));
  const response = await fetch('/api/v1/me', {
    method: 'DELETE',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sent),
  }).catch(() => undefined);
  if (!response) return { ok: false, message: 'The server did not answer. Try again.', values: typed(form) };
  if (response.ok) {
    localStorage.clear();
    sessionStorage.clear();
    return { ok: true, value: { deleted: true }, to: '/' };
  }
  // Our own route of the same build answers here; its shape is pinned by that route's tests.
  const { error } = (await response.json()) as {
    error: { message: string; issues?: { path: string; message: string }[] };
  };
  const fields = error.issues && Object.fromEntries(error.issues.map(({ path, message }) => [path, message]));
  return { ok: false, message: error.message, ...(fields && { fields }), values: typed(form) };
}

const typed = (form: FormData) => ({ confirm: String(form.get('confirm') ?? '') });
