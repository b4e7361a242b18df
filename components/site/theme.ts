/** What a person may choose; `system` follows the device. */
export type Theme = 'light' | 'dark' | 'system';

const key = 'theme';
const listeners = new Set<() => void>();

/** The choice kept on this device; undefined when none was made here, or when storage is refused. */
export function chosenTheme(): Theme | undefined {
  try {
    const value = localStorage.getItem(key);
    return value === 'light' || value === 'dark' || value === 'system' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Shows a theme at once and keeps it on this device, where it wins over the account's from then on. */
export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // Storage refused: the choice lasts as long as the page.
  }
  showTheme(theme);
}

/** Shows a theme without keeping it: the account's choice on a device that has none of its own. */
export function showTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  for (const listener of listeners) listener();
}

/** The theme that the page shows now. */
export function shownTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** For useSyncExternalStore: calls back whenever `shownTheme` may have changed; returns the way to stop. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
