'use client';

import { useRef, useSyncExternalStore } from 'react';
import { Field } from '../ui/field';
import { TextInput } from '../ui/text-input';

const never = () => () => {};

/** `2026-11-21T13:34` on the wall clock of this browser. */
function wallClock(iso: string): string {
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/**
 * A moment to be typed: sends `dueAt` (`2026-11-21T13:34`) with the `zone` it is meant in, or `none`, which wins. Script
 * fills in the browser's zone; without it the field is in UTC and says so. `iso` is the moment that holds now, `typed`
 * what was sent and refused.
 */
export function DueDateField({ iso, typed, error }: { iso?: string; typed?: string; error?: string | undefined }) {
  const date = useRef<HTMLInputElement>(null);
  const none = useRef<HTMLInputElement>(null);
  const zone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );
  const held = useSyncExternalStore(
    never,
    () => (iso ? wallClock(iso) : ''),
    () => (iso ? iso.slice(0, 16) : ''),
  );
  return (
    <>
      <input type="hidden" name="zone" value={zone} />
      <Field label="Due" hint={`Time in ${zone}.`} error={error}>
        {(control) => (
          // An input keeps the default it began with, so another default is another input.
          <TextInput
            {...control}
            key={held}
            ref={date}
            type="datetime-local"
            name="dueAt"
            defaultValue={typed || held}
            onInput={() => {
              if (none.current) none.current.checked = false;
            }}
            className="max-w-60"
          />
        )}
      </Field>
      <label className="flex items-center gap-2">
        <input
          ref={none}
          type="checkbox"
          name="none"
          className="accent-cable"
          onChange={(event) => {
            // What is seen is what is sent.
            if (event.target.checked && date.current) date.current.value = '';
          }}
        />
        No due date
      </label>
    </>
  );
}
