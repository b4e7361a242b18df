'use client';

import { Form } from '../account/form';
import { Field } from '../ui/field';
import { TextInput } from '../ui/text-input';
import type { FormAction } from './form-action';

/** Join a class. `code` is one that came with a link. */
export function JoinForm({ action, code }: { action: FormAction<{ id: string; name: string }>; code: string }) {
  return (
    <Form action={action} submit="Join the class" submitting="Joining">
      {({ error, value }) => (
        <>
          <Field
            label="Class code"
            hint="Your instructor has it. Capitals and dashes do not matter."
            error={error('code')}
          >
            {(control) => (
              <TextInput
                {...control}
                name="code"
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                placeholder="XXXX-XXXX-XXXX-XXXX"
                className="font-mono"
                defaultValue={value('code') || code}
              />
            )}
          </Field>
          <p className="max-w-[68ch] text-sm text-dim">
            Whoever teaches the class sees your name and your work in it; its instructors see your e-mail address too.
            Other learners see none of it.
          </p>
        </>
      )}
    </Form>
  );
}

export function MakeClassForm({ action }: { action: FormAction<{ id: string }> }) {
  return (
    <Form action={action} submit="Make the class" submitting="Making it">
      {({ error, value }) => (
        <Field label="Name of the class" hint="Everybody in it sees it." error={error('name')}>
          {(control) => <TextInput {...control} name="name" autoComplete="off" defaultValue={value('name')} />}
        </Field>
      )}
    </Form>
  );
}
