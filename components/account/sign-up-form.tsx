'use client';

import { Field } from '@/components/ui/field';
import { PasswordInput } from '@/components/ui/password-input';
import { TextInput } from '@/components/ui/text-input';
import { Form, type FormState } from './form';

type Action = (previous: FormState<void> | undefined, form: FormData) => Promise<FormState<void>>;

/** `setup` is the one-time token of the first administrator. */
export function SignUpForm({ action, next, setup }: { action: Action; next: string; setup?: string }) {
  return (
    <Form action={action} submit="Make the account" submitting="Making it">
      {({ error, value }) => (
        <>
          <input type="hidden" name="next" value={next} />
          {setup && <input type="hidden" name="setup" value={setup} />}
          <Field
            label="Name"
            hint="What we call you. Graders and instructors of a class you join see it."
            error={error('name')}
          >
            {(control) => <TextInput {...control} name="name" autoComplete="name" defaultValue={value('name')} />}
          </Field>
          <Field
            label="E-mail"
            hint="For signing in; we send nothing to it. Instructors of a class you join see it."
            error={error('email')}
          >
            {(control) => (
              <TextInput {...control} type="email" name="email" autoComplete="username" defaultValue={value('email')} />
            )}
          </Field>
          <Field label="Password" hint="At least 8 characters; any characters." error={error('password')}>
            {(control) => <PasswordInput {...control} name="password" autoComplete="new-password" />}
          </Field>
        </>
      )}
    </Form>
  );
}
