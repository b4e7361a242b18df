'use client';

import { useEffect } from 'react';

/** How long the pointer may be on its way from a word to what it means, in ms. */
const onItsWay = 200;

/** What of a page is a term: all of it, and what it opens (term.tsx). */
function partsOf(target: EventTarget | null) {
  const term = target instanceof Element ? target.closest('.term') : null;
  const note = term?.querySelector<HTMLElement>('[popover]');
  return term && note ? { term, note } : undefined;
}

/** Opens the terms of the page at the pointer and at focus, as a press does by itself. Shows nothing. */
export function TermHints() {
  useEffect(() => {
    let closing: ReturnType<typeof setTimeout> | undefined;
    const show = (target: EventTarget | null) => {
      const parts = partsOf(target);
      if (!parts) return;
      clearTimeout(closing);
      if (!parts.note.matches(':popover-open')) parts.note.showPopover();
    };
    const hide = ({ target, relatedTarget }: PointerEvent | FocusEvent, after: number) => {
      const parts = partsOf(target);
      if (!parts || (relatedTarget instanceof Node && parts.term.contains(relatedTarget))) return;
      clearTimeout(closing);
      closing = setTimeout(() => parts.note.hidePopover(), after);
    };
    const listening = new AbortController();
    const { signal } = listening;
    // A finger does not hover: what it opens stays open until it presses elsewhere.
    document.addEventListener('pointerover', (event) => event.pointerType === 'mouse' && show(event.target), {
      signal,
    });
    document.addEventListener('pointerout', (event) => event.pointerType === 'mouse' && hide(event, onItsWay), {
      signal,
    });
    // A press gives focus too, and opens by itself.
    const focus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLButtonElement && target.matches(':focus-visible')) show(target);
    };
    document.addEventListener('focusin', focus, { signal });
    document.addEventListener('focusout', (event) => hide(event, 0), { signal });
    return () => {
      clearTimeout(closing);
      listening.abort();
    };
  }, []);
  return null;
}
