'use client';

import { Field } from '@/components/ui/field';
import { PasswordInput } from '@/components/ui/password-input';
import { TextInput } from '@/components/ui/text-input';
import { Form, type FormState } from './form';

type Action = (previous: FormState<void> | undefined, form: FormData) => Promise<FormState<void>>;

/** `next` is where the browser goes afterwards, a path of this site. */
export function SignInForm({ action, next }: { action: Action; next: string }) {
  return (
    <Form action={action} submit="Sign in" submitting="Signing in">
      {({ error, value }) => (
        <>
          <input type="hidden" name="next" value={next} />
          <Field label="E-mail" error={error('email')}>
            {(control) => (
              <TextInput {...control} type="email" name="email" autoComplete="username" defaultValue={value('email')} />
            )}
          </Field>
          <Field label="Password" error={error('password')}>
            {(control) => <PasswordInput {...control} name="password" autoComplete="current-password" />}
          </Field>
        </>
      )}
    </Form>
  );
}
