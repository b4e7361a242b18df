'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { Refused } from '../refused';
import { useAsking } from '../use-asking';

/** A name for a timeline, and what is done with it. */
export function TimelineNameForm({
  label,
  first,
  action,
  doing,
  onName,
}: {
  label: string;
  /** The name to begin with. */
  first: string;
  action: string;
  /** The action's words while it is under way. */
  doing: string;
  /** May throw ApiError, which is shown. */
  onName: (name: string) => Promise<void>;
}) {
  const [name, setName] = useState(first);
  const { busy, failed, ask } = useAsking();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && name.trim() !== '') void ask(() => onName(name.trim()));
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-2 *:first:min-w-48 *:first:flex-1">
        <Field label={label}>
          {(control) => (
            <TextInput
              {...control}
              value={name}
              onChange={(event) => setName(event.target.value)}
              maxLength={60}
              required
              autoComplete="off"
            />
          )}
        </Field>
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? doing : action}
        </Button>
      </div>
      <Refused message={failed} />
    </form>
  );
}
