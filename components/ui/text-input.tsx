import type { ComponentProps } from 'react';

/** The look that text inputs, text areas and selects share. 16 px under a finger, or iOS zooms into the field. */
export const inputClass =
  'min-h-9 w-full rounded border border-line-strong bg-panel px-2.5 py-1 text-ink placeholder:text-dim pointer-coarse:min-h-11 pointer-coarse:text-[1rem] disabled:bg-sunk disabled:text-dim aria-invalid:border-refused aria-invalid:outline aria-invalid:outline-refused focus-visible:outline-2 focus-visible:outline-focus';

/** One line of text. Put it in a `Field`. */
export function TextInput({ className = '', ...rest }: ComponentProps<'input'>) {
  return <input type="text" {...rest} className={`${inputClass} ${className}`} />;
}
