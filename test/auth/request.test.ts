import { expect, test } from 'vitest';
import { incomingOf, parseRequest, readBody, wantsCsv } from '@/lib/auth/request';
import { type RefusalCode, UserError } from '@/lib/auth/user-error';

const post = (body: BodyInit, type: string | undefined = 'application/json') =>
  incomingOf(
    new Request('http://localhost/x', { method: 'POST', body, headers: type ? { 'content-type': type } : {} }),
  );

/** The code that `work` is refused with; undefined when it is not. */
async function refusal(work: () => unknown): Promise<RefusalCode | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
}

test('a body is a JSON object, called so', async () => {
  expect(parseRequest(post('{"line":"ls"}'), '{"line":"ls"}', { id: '7' })).toEqual({ line: 'ls', id: '7' });
  expect(parseRequest(post('{}', 'application/json; charset=utf-8'), '{}', {})).toEqual({});
  expect(parseRequest(post(''), '', { id: '7' }), 'a write may have no body').toEqual({ id: '7' });

  const cases: [RefusalCode, string, string?][] = [
    ['InvalidJson', '{'],
    ['InvalidJson', 'line=ls'],
    ['InvalidJson', "{'a':1}"],
    ['InvalidInput', '[]'],
    ['InvalidInput', 'null'],
    ['InvalidInput', '"text"'],
    ['UnsupportedMediaType', '{}', 'text/plain'],
    ['UnsupportedMediaType', '{}', 'application/x-www-form-urlencoded'],
    ['UnsupportedMediaType', '{}', 'application/json-patch+json'],
    ['UnsupportedMediaType', '{}', 'multipart/form-data'],
  ];
  for (const [code, text, type] of cases)
    expect(await refusal(() => parseRequest(post(text, type), text, {})), `${type} ${text}`).toBe(code);
});

test('each name is said once', async () => {
  const get = (query: string) => incomingOf(new Request(`http://localhost/x?${query}`));
  expect(parseRequest(get('slug=a'), '', {})).toEqual({ slug: 'a' });
  expect(await refusal(() => parseRequest(get('slug=a&slug=b'), '', {}))).toBe('InvalidInput');
  expect(await refusal(() => parseRequest(get('id=8'), '', { id: '7' }))).toBe('InvalidInput');
  expect(await refusal(() => parseRequest(post('{"id":"8"}'), '{"id":"8"}', { id: '7' }))).toBe('InvalidInput');
});

test('prototype keys are ordinary members', () => {
  const text = '{"__proto__":{"polluted":true},"constructor":1}';
  const sent = parseRequest(post(text), text, {});
  expect(Object.keys(sent)).toEqual(['__proto__', 'constructor']);
  expect(Object.getPrototypeOf(sent)).toBe(Object.prototype);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('a body past 256 kB is refused, declared or not', async () => {
  const fits = 'x'.repeat(262_144);
  expect(await post(fits).body()).toBe(fits);
  expect(await refusal(() => post(`${fits}x`).body())).toBe('TooLarge');
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  // `duplex` is asked for where a body is a stream; TypeScript's Request does not know it.
  const request = new Request('http://localhost/x', { method: 'POST', body: endless, duplex: 'half' } as RequestInit);
  expect(await refusal(() => readBody(request))).toBe('TooLarge');
  expect(sent, 'it is not read to its end').toBeLessThan(10);
});

test.each([
  [undefined, '', false],
  ['*/*', '', false],
  ['application/json', '', false],
  ['text/csv', '', true],
  ['Text/CSV; charset=utf-8', '', true],
  ['text/csv, */*;q=0.1', '', true],
  ['application/json;q=0.5, text/csv', '', true],
  ['application/json, text/csv;q=0.9', '', false],
  ['text/csv;q=0', '', false],
  ['text/html,application/xhtml+xml,*/*;q=0.8', '', false],
  ['text/html,application/xhtml+xml,*/*;q=0.8', '?format=csv', true],
])('Accept: %s%s', (accept, query, csv) => {
  const request = new Request(`http://localhost/x${query}`, { headers: accept ? { accept } : {} });
  expect(wantsCsv(incomingOf(request))).toBe(csv);
});
