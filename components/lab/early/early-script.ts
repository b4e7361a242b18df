import type { Entry } from '../transcript';
import type { EarlyLab } from './early-lab';

/**
 * Runs what is typed into the form of `EarlyTerminal` while the page's bundles are still on their way, which on a phone's network is
 * seconds. It is written into the page as text, so nothing of this module but its own inside is there when it runs: what it needs
 * of others comes as an argument. Where a lab is come to by a link within the site, it is not run.
 */
export function earlyScript(printable: (text: string) => string): void {
  const slug = document.currentScript?.dataset.slug ?? '';
  const entries: Entry[] = [];
  let attempt = new URLSearchParams(location.search).get('attempt');
  let id: string | undefined;
  let prompt: string | undefined;
  let last = Promise.resolve();

  /** A copy of the entry that stands hidden in the page, and how to put texts into it. */
  const newEntry = (form: HTMLElement) => {
    const entry = form.parentElement?.querySelector('[data-entry]')?.cloneNode(true);
    if (!(entry instanceof HTMLElement)) return () => {};
    form.parentElement?.querySelector('ol')?.append(entry);
    return (part: string, text: string) => {
      const element = entry.querySelector<HTMLElement>(`[data-part=${part}]`);
      if (!element) return;
      element.textContent = printable(text);
      element.hidden = text === '';
      entry.scrollIntoView({ block: 'nearest' });
    };
  };

  const run = async (form: HTMLElement, line: string) => {
    const put = newEntry(form);
    if (prompt) put('prompt', `${prompt} `);
    put('line', line);
    const entry = { line, stdout: '', stderr: '', ...(prompt && { prompt }) };
    try {
      const response = await fetch(`/api/v1/labs/${slug}/commands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(attempt ? { line, attempt } : { line }),
      });
      const answer = await response.json();
      if (response.ok) {
        id = answer.id;
        attempt = answer.id;
        prompt = answer.prompt;
        entry.stdout = answer.stdout;
        entry.stderr = answer.stderr;
      } else entry.stderr = `${answer.error.message}\n`;
    } catch {
      entry.stderr = 'No answer came, so this may have been done or not. Look at the steps before you send it again.\n';
    }
    entries.push(entry);
    put('stdout', entry.stdout);
    put('stderr', entry.stderr.trim());
  };

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-early]') || window.earlyLab !== early) return;
    event.preventDefault();
    const field = form.querySelector('input');
    const line = field?.value ?? '';
    if (!field || line.trim() === '') return;
    field.value = '';
    last = last.then(() => run(form, line));
  });

  const early: EarlyLab = { take: () => last.then(() => ({ id, entries })) };
  window.earlyLab = early;
}
