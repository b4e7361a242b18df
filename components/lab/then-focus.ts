import { flushSync } from 'react-dom';

const places = {
  steps: '#lab-steps',
  views: '#lab-views [aria-selected=true]',
  terminal: '#lab-terminal',
} as const;

/** Does what may take away the control that has the focus; if it did, one goes on at `place`. */
export function thenFocus(place: keyof typeof places, act: () => void): void {
  flushSync(act);
  if (document.activeElement === document.body) document.querySelector<HTMLElement>(places[place])?.focus();
}
