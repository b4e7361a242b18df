import type { Stored } from './note-saver';

const keyOf = (slug: string) => `note:${slug}`;

/** What was typed on a lesson in this tab and is not stored yet. */
export function findDraft(slug: string): Stored | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(slug)) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('text' in kept) || !('version' in kept)) return undefined;
    const { text, version } = kept;
    return typeof text === 'string' && typeof version === 'number' ? { text, version } : undefined;
  } catch {
    // Storage refused, or not ours.
    return undefined;
  }
}

/** Keeps it until the tab is closed or somebody signs out; undefined forgets it. */
export function keepDraft(slug: string, draft: Stored | undefined): void {
  try {
    if (draft) sessionStorage.setItem(keyOf(slug), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(slug));
  } catch {
    // Storage refused: what is typed lasts as long as the page, which asks before it is left.
  }
}
