'use client';

import { type ComponentProps, useState } from 'react';
import { TextInput } from './text-input';
import { VisuallyHidden } from './visually-hidden';

/** A password that can be shown. Pasting is allowed; say `autoComplete="current-password"` or `"new-password"`. */
export function PasswordInput(props: Omit<ComponentProps<'input'>, 'type'>) {
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <TextInput
        {...props}
        type={shown ? 'text' : 'password'}
        spellCheck={false}
        autoCapitalize="none"
        className="pr-16"
      />
      <button
        type="button"
        onClick={() => setShown(!shown)}
        className="absolute inset-y-1 right-1 rounded px-2 text-sm text-dim hover:text-ink"
      >
        {shown ? 'Hide' : 'Show'}
        <VisuallyHidden> password</VisuallyHidden>
      </button>
    </div>
  );
}
