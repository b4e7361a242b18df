'use client';

import type { AttemptStarted } from '@/lib/labs/views';
import { Form } from '../account/form';
import type { FormAction } from '../classes/form-action';

/** One button: an attempt of the opener's own that begins where the moment stands. Works without JavaScript. */
export function StartForm({ token, start }: { token: string; start: FormAction<AttemptStarted> }) {
  return (
    <Form action={start} submit="Start from here" submitting="Starting">
      {() => <input type="hidden" name="token" value={token} />}
    </Form>
  );
}
