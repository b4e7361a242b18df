'use client';

import { useLayoutEffect, useRef } from 'react';
import { PlainEntry, PlainView, plainLogClass } from '../plain-view';
import { usualPrompt } from '../transcript';
import type { TypingRef } from '../typing';

/**
 * The terminal of a lab that is being loaded. What is entered here is run by `earlyScript` before React came, and else by the
 * terminal that takes this one's place.
 */
export function EarlyTerminal({ typing }: { typing: TypingRef }) {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const { dataset } = form.current ?? {};
    const input = form.current?.querySelector('input');
    return () => {
      if (!input) return;
      const text = dataset?.entered === undefined ? input.value : `${input.value}\r`;
      typing.current = { text, focused: document.activeElement === input };
    };
  }, [typing]);
  return (
    <PlainView
      ref={form}
      data-early=""
      // Outside of a dialog that does nothing: before any script is there, Enter leaves the line where it is.
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        if (window.earlyLab === 'taken') event.currentTarget.dataset.entered = '';
      }}
      prompt={usualPrompt}
      field={{ id: 'early-command' }}
      log={
        <>
          {/* What the script adds is not React's to look at. */}
          <ol
            aria-live="polite"
            className={plainLogClass}
            suppressHydrationWarning
            // biome-ignore lint/security/noDangerouslySetInnerHtml: empty
            dangerouslySetInnerHTML={{ __html: '' }}
          />
          <ol hidden>
            <PlainEntry entry={{ line: '', stdout: '', stderr: '' }} />
          </ol>
        </>
      }
    />
  );
}
