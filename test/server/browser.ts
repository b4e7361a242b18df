import { readFileSync } from 'node:fs';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes, and fail where one is not as they say.
  readonly json: any;
}

export interface Ask {
  readonly method?: string;
  readonly body?: string | URLSearchParams | FormData | object;
  /** Undefined leaves out what would be sent. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** A browser as far as a server can tell: it keeps cookies, says where it comes from, and does not follow redirects. */
export class Browser {
  readonly cookies = new Map<string, string>();
  constructor(
    readonly url: string,
    /** Sent with every request, such as a token or an address. */
    readonly always: Readonly<Record<string, string | undefined>> = {},
  ) {}

  /** Another browser with a copy of this one's cookies. */
  copy(): Browser {
    const copy = new Browser(this.url, this.always);
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    return copy;
  }

  async ask(path: string, { method = 'GET', body, headers = {} }: Ask = {}): Promise<Answer> {
    const isJson = typeof body === 'object' && !(body instanceof URLSearchParams) && !(body instanceof FormData);
    const all = {
      ...(this.cookies.size > 0 && { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
      ...(method !== 'GET' && { origin: this.url }),
      ...(isJson && { 'content-type': 'application/json' }),
      ...this.always,
      ...headers,
    };
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: Object.fromEntries(
        Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
      ...(body !== undefined && { body: isJson ? JSON.stringify(body) : (body as BodyInit) }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    // Events never end; who waits for one uses `events`.
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
    if (isStream) await response.body?.cancel();
    const text = isStream ? '' : await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      get json() {
        return JSON.parse(text);
      },
    };
  }

  /** Opens a stream of server-sent events. `next` waits for the next one's data. */
  async events(path: string): Promise<{ next: () => Promise<unknown>; close: () => Promise<void> }> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const stopped = new AbortController();
    const response = await fetch(`${this.url}${path}`, { headers: { cookie, ...this.always }, signal: stopped.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (response.status !== 200 || !reader) throw new Error(`${path} answered ${response.status}`);
    let buffer = '';
    const next = async (): Promise<unknown> => {
      for (;;) {
        const end = buffer.indexOf('\n\n');
        if (end < 0) {
          const { value, done } = await reader.read();
          if (done) return undefined;
          buffer += value;
          continue;
        }
        const event = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        if (event.startsWith('data: ')) return JSON.parse(event.slice('data: '.length));
      }
    };
    return {
      next,
      close: async () => {
        stopped.abort();
        await reader.closed.catch(() => {});
      },
    };
  }

  get = (path: string, headers?: Ask['headers']): Promise<Answer> => this.ask(path, headers ? { headers } : {});
  post = (path: string, body?: Ask['body'], headers?: Ask['headers']): Promise<Answer> =>
    this.ask(path, { method: 'POST', ...(body !== undefined && { body }), ...(headers && { headers }) });

  /**
   * Sends the form of a page whose button says `submit`, as a browser without JavaScript does.
   * Hidden fields come from the page; `fields` are typed.
   */
  async submit(page: string, submit: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    const { text } = await this.get(page);
    const forms = text.match(/<form[\s\S]*?<\/form>/g) ?? [];
    const form = forms.find((html) => html.replace(/<[^>]*>/g, ' ').includes(submit));
    if (!form) throw new Error(`${page} has no form with a button "${submit}"`);
    const data = new FormData();
    for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      const { name, value } = attributes(input);
      if (name) data.set(name, value ?? '');
    }
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return this.post(page, data);
  }

  /** Calls a server action as React does, whatever page there is for it. Its result is in the answer's text. */
  act(page: string, actionId: string, fields: Readonly<Record<string, string>>, headers: Ask['headers'] = {}) {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(`_1_${name}`, value);
    data.set('0', '["$undefined","$K1"]');
    return this.post(page, data, { 'next-action': actionId, accept: 'text/x-component', ...headers });
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    if (value === '' || /max-age=0\b|expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** The ids of server actions in the build, by the name that they are exported under. */
export function actionIds(): ReadonlyMap<string, string> {
  // Written by `next build`: { node: { [id]: { exportedName } } }.
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, { exportedName: string }>;
  };
  return new Map(Object.entries(manifest.node).map(([id, { exportedName }]) => [exportedName, id]));
}

function attributes(tag: string): Record<string, string> {
  const plain = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  return Object.fromEntries(
    [...tag.matchAll(/([\w$:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, plain(value)]),
  );
}
