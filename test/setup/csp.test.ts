import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scriptHashes, writePolicies } from '@/lib/setup/csp.mjs';
import { documentPolicy } from '@/lib/setup/policy.mjs';

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('scriptHashes', () => {
  test('covers inline scripts, each once, and no others', () => {
    const html =
      '<head><script>a()</script><script src="/x.js" async=""></script></head>' +
      '<body><script id="_R_">b("<\\/script>\n")</script><script>a()</script><script src="/y.js"></script></body>';
    expect(scriptHashes(html)).toEqual([sha256('a()'), sha256('b("<\\/script>\n")')]);
  });
});

describe('writePolicies', () => {
  let folder = '';
  const write = (name: string, content: unknown) => {
    const file = join(folder, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  };
  /** A build of one prerendered page, one per request, and an icon. */
  const build = ({ matcher = '^/settings$', page = {}, dynamicRoutes = {}, more = {} } = {}) => {
    write('prerender-manifest.json', {
      routes: {
        '/labs': { routeType: 'page', initialRevalidateSeconds: false, ...page },
        '/icon.svg': { routeType: 'route', initialRevalidateSeconds: false },
      },
      dynamicRoutes,
    });
    write('app-path-routes-manifest.json', {
      '/(learn)/labs/page': '/labs',
      '/settings/page': '/settings',
      '/api/health/route': '/api/health',
      ...more,
    });
    write('server/functions-config-manifest.json', {
      functions: { '/_middleware': { matchers: [{ regexp: matcher }] } },
    });
    write('server/app/labs.html', '<script>a()</script>');
    write('server/app/labs.meta', { status: 200, headers: { 'x-nextjs-prerender': '1' } });
  };
  const meta = () => readFileSync(join(folder, 'server/app/labs.meta'), 'utf8');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'patchbay-csp-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('adds the policy to the headers of a prerendered page, and only that', () => {
    build();
    expect(writePolicies(folder)).toBe(1);
    expect(JSON.parse(meta())).toEqual({
      status: 200,
      headers: { 'x-nextjs-prerender': '1', 'content-security-policy': documentPolicy([sha256('a()')]) },
    });
    const once = meta();
    writePolicies(folder);
    expect(meta()).toBe(once);
  });

  test.each([
    [
      'a page per request that has no nonce',
      { more: { '/grading/page': '/grading' } },
      '/grading is rendered per request',
    ],
    [
      'a page per request with a parameter',
      { more: { '/classes/[id]/page': '/classes/[id]' } },
      '/classes/[id] is rendered per request',
    ],
    [
      'a prerendered page that would get a nonce',
      { matcher: '^/(settings|labs)$' },
      '/labs is prerendered, but proxy.ts covers it',
    ],
    [
      'a page that is prerendered again while the server runs',
      { page: { initialRevalidateSeconds: 60 } },
      '/labs is prerendered again',
    ],
    [
      'a page that is prerendered when first asked for',
      { more: { '/labs/[slug]/page': '/labs/[slug]' }, dynamicRoutes: { '/labs/[slug]': { fallback: null } } },
      '/labs/[slug] is prerendered on demand',
    ],
  ])('refuses %s', (_, options, complaint) => {
    build(options);
    const before = meta();
    expect(() => writePolicies(folder)).toThrow(complaint);
    expect(meta()).toBe(before);
  });

  test('takes a page whose every address was prerendered', () => {
    build({ more: { '/labs/[slug]/page': '/labs/[slug]' }, dynamicRoutes: { '/labs/[slug]': { fallback: false } } });
    expect(writePolicies(folder)).toBe(1);
  });
});
