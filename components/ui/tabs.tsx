'use client';

import { createContext, type KeyboardEvent, type ReactNode, use, useId, useState } from 'react';

/** By hand: the library of the dialogs draws tabs anew once all are there and lays the page out in between, five of Lighthouse's hundred points on a lab. */
const Open = createContext<{ value: string | undefined; open: (value: string) => void; id: string }>({
  value: undefined,
  open: () => {},
  id: '',
});

/** Values may be words with spaces; where ids are listed, a space ends one. */
const idOf = (tabs: string, part: 'tab' | 'panel', value: string) => `${tabs}-${part}-${value.replaceAll(' ', '-')}`;

type TabsProps = {
  children: ReactNode;
  className?: string;
  /** The tab that is open; leave it out and give `defaultValue` when nobody outside needs to know. */
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
};

/** Views of the same thing. The list and the panels may stand anywhere inside. */
export function Tabs({ value, defaultValue, onValueChange, className, children }: TabsProps) {
  const id = useId();
  const [own, setOwn] = useState(defaultValue);
  const open = (next: string) => {
    setOwn(next);
    onValueChange?.(next);
  };
  return (
    <Open value={{ value: value ?? own, open, id }}>
      <div className={className}>{children}</div>
    </Open>
  );
}

/** The row of tabs; `label` names it for screen readers. Arrow keys, Home and End move, Enter or Space opens. */
export function TabList({ label, children }: { label: string; children: ReactNode }) {
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')];
    // Only what has the focus hears a key, and in the row that is a tab.
    const at = tabs.indexOf(event.target as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    tabs.at(to % tabs.length)?.focus();
  };
  return (
    <div role="tablist" aria-label={label} onKeyDown={move} className="flex flex-wrap gap-x-1 p-0.5">
      {children}
    </div>
  );
}

export function Tab({ value, children }: { value: string; children: ReactNode }) {
  const tabs = use(Open);
  const isOpen = tabs.value === value;
  return (
    <button
      type="button"
      role="tab"
      id={idOf(tabs.id, 'tab', value)}
      aria-selected={isOpen}
      // A panel that is not in the page is not named.
      aria-controls={isOpen ? idOf(tabs.id, 'panel', value) : undefined}
      // One stop of the Tab key for the whole row.
      tabIndex={isOpen ? 0 : -1}
      onClick={() => tabs.open(value)}
      className="min-h-7 rounded px-2.5 text-sm whitespace-nowrap text-dim hover:text-ink pointer-coarse:min-h-11 aria-selected:bg-sunk aria-selected:text-ink aria-selected:outline aria-selected:outline-line focus-visible:outline-2 focus-visible:outline-focus"
    >
      {children}
    </button>
  );
}

/** `keep`: stays in the page while another tab is open, for a panel with state that would be lost. */
export function TabPanel({
  value,
  keep = false,
  className = '',
  children,
}: {
  value: string;
  keep?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const tabs = use(Open);
  const isOpen = tabs.value === value;
  if (!isOpen && !keep) return null;
  return (
    <div
      role="tabpanel"
      id={idOf(tabs.id, 'panel', value)}
      aria-labelledby={idOf(tabs.id, 'tab', value)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel may be words alone, and is the next stop after its tab
      tabIndex={0}
      hidden={!isOpen}
      className={`[[hidden]]:hidden ${className}`}
    >
      {children}
    </div>
  );
}
