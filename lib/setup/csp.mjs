import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentPolicy } from './policy.mjs';

/** Past this, a reverse proxy with the usual 8 kB for all headers of an answer would refuse the page. */
const longestPolicy = 6_000;

/**
 * Gives every prerendered page of a finished build a policy of its own, which allows exactly its inline scripts. It stands
 * as a header in the `.meta` file beside the HTML; Next sends those headers with the page. Running it twice changes nothing.
 * Throws a sentence when some page would go out without a policy, or could not run under the one it gets.
 * @param {string} buildDirectory the `.next` folder
 * @returns {number} how many pages got a policy
 */
export function writePolicies(buildDirectory) {
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(join(buildDirectory, file), 'utf8'));
  const { routes, dynamicRoutes } = read('prerender-manifest.json');
  const prerendered = Object.keys(routes).filter((path) => routes[path].routeType === 'page');
  const pages = Object.entries(read('app-path-routes-manifest.json'))
    .filter(([file]) => file.endsWith('/page'))
    .map(([, path]) => path);
  const matchers = read('server/functions-config-manifest.json').functions['/_middleware']?.matchers ?? [];

  const complaints = [
    ...complaintsAboutPrerendering(prerendered, routes, dynamicRoutes),
    ...complaintsAboutProxy(pages, prerendered, dynamicRoutes, matchers),
  ];
  if (complaints.length > 0) throw new Error(complaints.join('\n'));

  for (const path of prerendered) {
    const file = join(buildDirectory, 'server/app', path === '/' ? 'index' : path);
    const policy = documentPolicy(scriptHashes(readFileSync(`${file}.html`, 'utf8')));
    if (policy.length > longestPolicy) {
      throw new Error(`${path} has so many inline scripts that its policy takes ${policy.length} bytes of header.`);
    }
    const meta = JSON.parse(readFileSync(`${file}.meta`, 'utf8'));
    meta.headers = { ...meta.headers, 'content-security-policy': policy };
    writeFileSync(`${file}.meta`, JSON.stringify(meta));
  }
  return prerendered.length;
}

/**
 * Sources for script-src that allow the inline scripts of a page and nothing else.
 * @param {string} html as React writes it: `</script` never stands inside a script
 * @returns {string[]}
 */
export function scriptHashes(html) {
  const sources = new Set();
  for (const [, attributes = '', text = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)) {
    if (/\ssrc=/i.test(attributes) || text === '') continue;
    sources.add(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  }
  return [...sources];
}

/**
 * A page that Next prerenders while the server runs has scripts that no build has hashed.
 * @param {string[]} prerendered
 * @param {Record<string, { initialRevalidateSeconds: number | false }>} routes
 * @param {Record<string, { fallback: string | false | null }>} dynamicRoutes
 */
function complaintsAboutPrerendering(prerendered, routes, dynamicRoutes) {
  const again = prerendered.filter((path) => routes[path]?.initialRevalidateSeconds !== false);
  const onDemand = Object.keys(dynamicRoutes).filter((path) => dynamicRoutes[path]?.fallback !== false);
  return [
    ...again.map(
      (path) =>
        `${path} is prerendered again at run time: its scripts would not match its policy. Drop its "revalidate".`,
    ),
    ...onDemand.map(
      (path) => `${path} is prerendered on demand, without a policy. Export "dynamicParams = false" from it.`,
    ),
  ];
}

/**
 * proxy.ts must cover the pages that are rendered per request, and no other: a nonce would contradict a page's hashes.
 * @param {string[]} pages
 * @param {string[]} prerendered
 * @param {Record<string, unknown>} dynamicRoutes
 * @param {{ regexp: string }[]} matchers
 */
function complaintsAboutProxy(pages, prerendered, dynamicRoutes, matchers) {
  const covers = (/** @type {string} */ path) => matchers.some(({ regexp }) => new RegExp(regexp).test(path));
  // Any value will do for a parameter: the matcher says whether the pattern is covered.
  const sample = (/** @type {string} */ path) => path.replace(/\[\[?(?:\.\.\.)?[^\]]+\]?\]/g, 'x');
  const perRequest = pages.filter((path) => !prerendered.includes(path) && !(path in dynamicRoutes));
  return [
    ...perRequest
      .filter((path) => !covers(sample(path)))
      .map((path) => `${path} is rendered per request, but proxy.ts gives it no policy. Add it to the matcher there.`),
    ...prerendered
      .filter(covers)
      .map((path) => `${path} is prerendered, but proxy.ts covers it too. Take it out of the matcher there.`),
  ];
}
