import type { AttemptView } from '@/lib/labs/views';
import type { Entry } from '../transcript';
import type { EarlyLab } from './early-lab';

/**
 * Opens the lab and runs what is typed into the form of `EarlyTerminal` while the page's bundles are still on their way, which on
 * a phone's network is seconds. It is written into the page as text, so nothing of this module but its own inside is there
 * when it runs, and it is done before React looks at the page or leaves it to `take`.
 */
export function earlyScript(): void {
  const slug = document.currentScript?.dataset.slug ?? '';
  const entries: Entry[] = [];
  let prompt: string | undefined;

  /** What the server answered: what was asked for, or why not. Fails where no answer came. */
  const post = async (path: string, body: object) => {
    const key = crypto.getRandomValues(new Uint32Array(4)).join('-');
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    const init: RequestInit = { method: 'POST', cache: 'no-store', headers, body: JSON.stringify(body) };
    const response = await fetch(`/api/v1${path}`, init);
    const answer = await response.json();
    return response.ok ? { answer } : { refusal: String(answer.error.message) };
  };

  const attempt = new URLSearchParams(location.search).get('attempt');
  const opened: Promise<AttemptView> = post(`/labs/${slug}/open`, attempt ? { attempt } : {}).then(({ answer }) => {
    if (!answer) throw new Error('The lab did not open.');
    prompt = answer.prompt;
    return answer;
  });
  // That it failed is told by whoever asks again, when React comes.
  let last: Promise<unknown> = opened.catch(() => {});

  /** A copy of the entry that stands hidden in the page, and how to put texts into it. */
  const newEntry = (form: HTMLElement) => {
    const entry = form.parentElement?.querySelector('[data-entry]')?.cloneNode(true);
    if (!(entry instanceof HTMLElement)) return undefined;
    const put = (part: string, text: string) => {
      const element = entry.querySelector<HTMLElement>(`[data-part=${part}]`);
      if (!element) return;
      // No escape sequences and no control characters but line feed and tab.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      element.textContent = text.replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '').replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '');
      element.hidden = text === '';
      entry.scrollIntoView({ block: 'nearest' });
    };
    form.parentElement?.querySelector('ol')?.append(entry);
    return { entry, put };
  };

  const run = async (form: HTMLElement, field: HTMLInputElement, line: string) => {
    const shown = newEntry(form);
    if (prompt) shown?.put('prompt', `${prompt} `);
    shown?.put('line', line);
    const view = await opened.catch(() => undefined);
    if (!view) {
      // Nothing was run: it is left to the terminal that comes once the lab opens.
      shown?.entry.remove();
      field.value = line;
      form.dataset.entered = '';
      return;
    }
    const result = { stdout: '', stderr: '' };
    const before = prompt ?? view.prompt;
    try {
      const { answer, refusal } = await post(`/lab-attempts/${view.id}/commands`, { line });
      result.stdout = answer?.stdout ?? '';
      result.stderr = answer?.stderr ?? `${refusal}\n`;
      prompt = answer?.prompt ?? prompt;
    } catch {
      result.stderr =
        'No answer came, so this may have been done or not. Look at the steps before you send it again.\n';
    }
    entries.push({ line, ...result, prompt: before });
    shown?.put('stdout', result.stdout);
    shown?.put('stderr', result.stderr.trim());
  };

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-early]') || window.earlyLab !== early) return;
    event.preventDefault();
    const field = form.querySelector('input');
    const line = field?.value ?? '';
    if (!field || line.trim() === '') return;
    field.value = '';
    last = last.then(() => run(form, field, line));
  });

  const early: EarlyLab = {
    slug,
    take: async () => {
      window.earlyLab = undefined;
      await last;
      return { view: await opened, entries };
    },
  };
  window.earlyLab = early;
}
