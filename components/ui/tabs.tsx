'use client';

import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

type TabsProps = {
  children: ReactNode;
  className?: string;
  /** The tab that is open; leave it out and give `defaultValue` when nobody outside needs to know. */
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
};

/** Views of the same thing. The list and the panels may stand anywhere inside. */
export function Tabs({ onValueChange, ...rest }: TabsProps) {
  // Values are the strings given to `Tab`; the library types them as unknown.
  return <Base.Root {...rest} {...(onValueChange && { onValueChange: (next) => onValueChange(String(next)) })} />;
}

/** The row of tabs; `label` names it for screen readers. Arrow keys move, Enter or Space opens. */
export function TabList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Base.List aria-label={label} className="flex flex-wrap gap-x-1 p-0.5">
      {children}
    </Base.List>
  );
}

export function Tab({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Base.Tab
      value={value}
      className="min-h-7 rounded px-2.5 text-sm whitespace-nowrap text-dim hover:text-ink pointer-coarse:min-h-11 data-active:bg-sunk data-active:text-ink data-active:outline data-active:outline-line focus-visible:outline-2 focus-visible:outline-focus"
    >
      {children}
    </Base.Tab>
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
  return (
    <Base.Panel value={value} keepMounted={keep} className={`[[hidden]]:hidden ${className}`}>
      {children}
    </Base.Panel>
  );
}
