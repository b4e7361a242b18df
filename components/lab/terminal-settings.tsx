'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';

export interface TerminalSettings {
  /** px. */
  readonly fontSize: number;
  /** xterm's own mode: output is announced, at some cost in speed. */
  readonly screenReader: boolean;
  /** An ordinary field in place of the terminal. */
  readonly plain: boolean;
  /** The tables stand in the diagram's place. */
  readonly hideDiagram: boolean;
}

const key = 'terminal';
const [smallest, largest] = [10, 24];

function read(): TerminalSettings {
  const plain = matchMedia('(pointer: coarse)').matches;
  const settings = { fontSize: 13, screenReader: false, plain, hideDiagram: false };
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return settings;
    if ('fontSize' in stored && typeof stored.fontSize === 'number') settings.fontSize = stored.fontSize;
    if ('screenReader' in stored) settings.screenReader = stored.screenReader === true;
    if ('plain' in stored) settings.plain = stored.plain === true;
    if ('hideDiagram' in stored) settings.hideDiagram = stored.hideDiagram === true;
  } catch {
    // Storage refused: the device decides.
  }
  return settings;
}

/** How the terminal and the account are shown: chosen on this device, and an ordinary field from the start where there is no mouse. */
export function useTerminalSettings(): [TerminalSettings, (change: Partial<TerminalSettings>) => void] {
  const [settings, setSettings] = useState(read);
  const change = (some: Partial<TerminalSettings>) => {
    const next = { ...settings, ...some };
    setSettings(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // The choice lasts as long as the page.
    }
  };
  return [settings, change];
}

/** Plain input, and a small menu with the size of the text, the screen reader mode and the diagram. */
export function TerminalControls({
  settings,
  onChange,
}: {
  settings: TerminalSettings;
  onChange: (change: Partial<TerminalSettings>) => void;
}) {
  const { fontSize, plain, screenReader, hideDiagram } = settings;
  return (
    <div className="flex items-center gap-1">
      <Button size="sm" variant="quiet" aria-pressed={plain} onClick={() => onChange({ plain: !plain })}>
        Plain input
      </Button>
      <Button size="sm" variant="quiet" popoverTarget="terminal-settings" aria-label="Terminal settings">
        Aa
      </Button>
      <div
        id="terminal-settings"
        popover="auto"
        className="m-auto w-72 rounded border border-line-strong bg-panel p-4 text-ink"
      >
        <p className="mb-3 font-semibold">Terminal</p>
        <div className="mb-3 flex items-center justify-between gap-3">
          <span id="terminal-size">Text size {fontSize}</span>
          <span className="flex gap-1">
            <Button
              size="sm"
              aria-label="Smaller text"
              disabled={fontSize <= smallest}
              onClick={() => onChange({ fontSize: fontSize - 1 })}
            >
              −
            </Button>
            <Button
              size="sm"
              aria-label="Larger text"
              disabled={fontSize >= largest}
              onClick={() => onChange({ fontSize: fontSize + 1 })}
            >
              +
            </Button>
          </span>
        </div>
        <Choice
          label="Screen reader mode"
          hint="Announces what the terminal prints. Plain input works without it."
          checked={screenReader}
          onChange={(checked) => onChange({ screenReader: checked })}
        />
        <p className="mt-4 mb-3 border-t border-line pt-4 font-semibold">Account</p>
        <Choice
          label="Hide the diagram"
          hint="The tables stand in its place. They say the same in words."
          checked={hideDiagram}
          onChange={(checked) => onChange({ hideDiagram: checked })}
        />
      </div>
    </div>
  );
}

function Choice({
  label,
  hint,
  checked,
  onChange,
}: {
  label: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="flex items-start gap-2.5">
      <input
        type="checkbox"
        className="mt-1 size-4"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        <span className="block text-sm text-dim">{hint}</span>
      </span>
    </label>
  );
}
