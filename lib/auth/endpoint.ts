import 'server-only';
import { z } from 'zod';
import type { Remember } from '@/lib/db/idempotency';
import type { Caller } from './caller';
import type { Subscribe } from './event-stream';
import type { Permission } from './permissions';

/** How a write is remembered under the client's Idempotency-Key; undefined when it sent none. */
export type Once<T> = Remember<T> | undefined;

/** `fileName` holds letters, digits, dashes and dots of ASCII only: it stands in a header. */
export interface TextFile {
  readonly fileName: string;
  readonly text: string;
}

/**
 * One call of the HTTP API: declared once, served by `route()`, written into openapi.json, and found in the
 * permission table by its id.
 */
export interface Endpoint {
  readonly id: Extract<Permission, `${'GET' | 'POST' | 'PUT' | 'DELETE'} /api/${string}`>;
  readonly summary: string;
  /** Path parameters, query and JSON body together. */
  readonly input: z.ZodType;
  /** What it answers. */
  readonly output: z.ZodType;
  /** 200 unless said otherwise. */
  readonly status?: 201;
  /** Sent with what it answers, beside those of every answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What it answers as a file, to whoever asks for `text/csv`. */
  readonly csv?: (answer: never) => TextFile;
  /** Of a write whose answer is too large to keep: what its key is answered with when it comes again, as things stand by then. */
  readonly again?: (caller: Caller | undefined, input: never) => Promise<unknown>;
  /** It answers a file of plain text: `handle` gives a `TextFile`. */
  readonly isText?: true;
  /** It answers server-sent events of its output's shape: `handle` gives a `Subscribe`. */
  readonly streams?: true;
  readonly handle: (
    caller: Caller | undefined,
    input: never,
    keep: <T>(answer: (result: T) => unknown) => Once<T>,
    /** When the request came, before anything was done for it: what is due by a time is judged by this. */
    arrivedAt: Date,
  ) => Promise<unknown>;
}

/** Declare an endpoint whose handler's types follow its schemas. `user` access means the caller is never undefined. */
export const endpoint = <I extends z.ZodType, O extends z.ZodType>(declaration: {
  id: Endpoint['id'];
  summary: string;
  input: I;
  output: O;
  status?: 201;
  headers?: Readonly<Record<string, string>>;
  csv?: (answer: z.input<O>) => TextFile;
  again?: (caller: Caller | undefined, input: z.output<I>) => Promise<z.input<O>>;
  handle: (
    caller: Caller | undefined,
    input: z.output<I>,
    keep: <T>(answer: (result: T) => unknown) => Once<T>,
    arrivedAt: Date,
  ) => Promise<z.input<O>>;
}): Endpoint => declaration as Endpoint;
// The cast widens the handler's input, which `route` has parsed with this endpoint's own schema.

/** The same for one that answers a file of plain text. */
export const textEndpoint = <I extends z.ZodType>(declaration: {
  id: Endpoint['id'];
  summary: string;
  input: I;
  handle: (caller: Caller | undefined, input: z.output<I>) => Promise<TextFile>;
}): Endpoint => ({
  ...(declaration as Pick<Endpoint, 'id' | 'summary' | 'input' | 'handle'>),
  output: z.string(),
  isText: true,
});
// The cast widens the handler's input, as above.

/** The same for one that streams: `output` is the shape of an event. */
export const streamEndpoint = <O extends z.ZodType>(declaration: {
  id: Endpoint['id'];
  summary: string;
  output: O;
  subscribe: (
    caller: Caller | undefined,
    send: (event: z.input<O> & object) => void,
    end: () => void,
  ) => Promise<() => void>;
}): Endpoint => {
  const { subscribe, ...rest } = declaration;
  const handle =
    async (caller: Caller | undefined): Promise<Subscribe> =>
    (send, end) =>
      subscribe(caller, send, end);
  return { ...rest, input: z.object({}), streams: true, handle };
};
