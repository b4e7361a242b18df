import { type ReactNode, useId, useState } from 'react';
import type { Choice } from '@/lib/console/form';

interface Frame {
  readonly label: string;
  readonly hint?: string;
  readonly error?: ReactNode;
}

const tickLine = 'flex min-h-7 items-center gap-2 pointer-coarse:min-h-11';
const tick = 'size-4 shrink-0 accent-cable pointer-coarse:size-5';

/** Something that is on or off. */
export function Switch({ label, hint, error, on, onChange }: Frame & { on: boolean; onChange: (on: boolean) => void }) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label className={`${tickLine} font-medium`}>
        <input
          type="checkbox"
          className={tick}
          checked={on}
          onChange={(event) => onChange(event.target.checked)}
          aria-describedby={describedBy(id, hint, error)}
          {...(error && { 'aria-invalid': true })}
        />
        {label}
      </label>
      <Said id={id} hint={hint} error={error} />
    </div>
  );
}

/** Any number of several. */
export function ChoiceList({
  label,
  hint,
  error,
  choices,
  chosen,
  onChange,
}: Frame & { choices: readonly Choice[]; chosen: readonly string[]; onChange: (chosen: readonly string[]) => void }) {
  const id = useId();
  // What is ticked to begin with stands first, or it would be out of sight in a long list.
  const [begun] = useState(chosen);
  const isBegun = ({ value }: Choice) => begun.includes(value);
  const ordered = [...choices.filter(isBegun), ...choices.filter((choice) => !isBegun(choice))];
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset
      className="flex min-w-0 flex-col gap-1"
      aria-describedby={describedBy(id, hint, error)}
      // Where an error is read out with its field: a group cannot be marked invalid.
      {...(error && { tabIndex: -1, 'data-wrong': true })}
    >
      <legend className="font-medium">{label}</legend>
      <Said id={id} hint={hint} />
      {choices.length === 0 && <p className="text-sm text-dim">None in this account.</p>}
      <div className="max-h-52 overflow-y-auto">
        {ordered.map(({ value, label: name }) => (
          <label key={value} className={`${tickLine} text-sm`}>
            <input type="checkbox" className={tick} checked={chosen.includes(value)} onChange={() => toggle(value)} />
            <span className="min-w-0 wrap-anywhere">{name}</span>
          </label>
        ))}
      </div>
      <Said id={id} error={error} />
    </fieldset>
  );
}

const describedBy = (id: string, hint: string | undefined, error: ReactNode): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

const Said = ({ id, hint, error }: { id: string; hint?: string | undefined; error?: ReactNode }) => (
  <>
    {hint && (
      <p id={`${id}-hint`} className="text-sm text-dim">
        {hint}
      </p>
    )}
    {error && (
      <p id={`${id}-error`} className="flex gap-1.5 text-sm text-refused">
        <span aria-hidden="true">✕</span>
        <span>{error}</span>
      </p>
    )}
  </>
);
