import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { parseCookie, type SerializeOptions } from 'cookie';
import { cookies, headers } from 'next/headers';

/** A request as it came, whatever took it: Next, or the built server itself (past-next.ts). */
export interface Incoming {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  readonly header: (name: string) => string | undefined;
  /** The body as text. Rejects with TooLarge (413). */
  readonly body: () => Promise<string>;
}

/** What is sent back, whatever sends it. */
export interface Outgoing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A cookie that goes to the browser. `maxAge` in seconds. */
export interface NewCookie {
  readonly name: string;
  readonly value: string;
  readonly options: SerializeOptions;
}

interface Cookies {
  get(name: string): { readonly value: string } | undefined;
  set(name: string, value: string, options: SerializeOptions): void;
}

/** The request that is being answered past Next. What Next answers, it knows itself. */
const current = new AsyncLocalStorage<{ readonly headers: Pick<Headers, 'get'>; readonly cookies: Cookies }>();

/** The headers of the request that is being answered. */
export const requestHeaders = async (): Promise<Pick<Headers, 'get'>> =>
  current.getStore()?.headers ?? (await headers());

/** The cookies of the request that is being answered, and of its answer: what was set is what `get` gives. */
export const requestCookies = async (): Promise<Cookies> => current.getStore()?.cookies ?? (await cookies());

/** Do `work` for a request that Next does not know. @returns its result, and the cookies that it set */
export async function during<T>(
  { header }: Pick<Incoming, 'header'>,
  work: () => Promise<T>,
): Promise<{ result: T; cookies: NewCookie[] }> {
  const sent = parseCookie(header('cookie') ?? '');
  const made = new Map<string, NewCookie>();
  const result = await current.run(
    {
      headers: { get: (name) => header(name) ?? null },
      cookies: {
        get(name) {
          const value = made.get(name)?.value ?? sent[name];
          return value === undefined ? undefined : { value };
        },
        set: (name, value, options) => made.set(name, { name, value, options }),
      },
    },
    work,
  );
  return { result, cookies: [...made.values()] };
}
