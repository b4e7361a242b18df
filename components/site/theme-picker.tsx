'use client';

import { useSyncExternalStore } from 'react';
import { chooseTheme, onThemeChange, shownTheme, type Theme } from './theme';

const themes: { value: Theme; label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'system', label: 'System' },
];

/**
 * Light, dark or as the system has it. Chosen for this device at once; `onChoose` is for a page that also keeps it with
 * the account. `name` tells two pickers on one page apart.
 */
export function ThemePicker({ name = 'theme', onChoose }: { name?: string; onChoose?: (theme: Theme) => void }) {
  const shown = useSyncExternalStore(onThemeChange, shownTheme, () => undefined);
  return (
    <fieldset className="flex items-center gap-1 text-sm">
      <legend className="float-left pr-2 text-dim">Theme</legend>
      {themes.map(({ value, label }) => (
        <label
          key={value}
          className="relative flex min-h-7 pointer-coarse:min-h-11 items-center rounded px-2 text-dim has-checked:bg-sunk has-checked:text-ink has-checked:outline has-checked:outline-line hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={shown === value}
            onChange={() => {
              chooseTheme(value);
              onChoose?.(value);
            }}
            className="absolute inset-0 cursor-pointer appearance-none rounded opacity-0"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
