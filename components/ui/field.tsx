import { type ReactNode, useId } from 'react';

/** What a field hands to its control, to be spread on it. */
export type ControlProps = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

type FieldProps = {
  label: ReactNode;
  /** What to know before filling it in. */
  hint?: ReactNode;
  /** What is wrong and how to put it right; the control is marked invalid and is described by it. */
  error?: ReactNode;
  children: (control: ControlProps) => ReactNode;
};

/** Label, hint and error around one control, tied together for screen readers. `<Field label="Name">{(c) => <TextInput {...c} name="name" />}</Field>` */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-dim">
          {hint}
        </p>
      )}
      {children({ id, ...(described && { 'aria-describedby': described }), ...(error && { 'aria-invalid': true }) })}
      {error && (
        <p id={`${id}-error`} className="flex gap-1.5 text-sm text-refused">
          <span aria-hidden="true">✕</span>
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
