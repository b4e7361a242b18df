/**
 * The Content-Security-Policy, in two headers that hold together (a browser enforces every policy it is sent).
 *
 * `everywhere` goes out on every response from next.config.js, but for the pages under /embed/, and says nothing about scripts. `documentPolicy` is for a
 * page: a prerendered one gets the hashes of its own inline scripts (csp.mjs), one rendered per request gets a nonce
 * (proxy.ts). One header could not do both: it would have to allow every inline script for the second to narrow it.
 */

export const inFrames = ["object-src 'none'", "base-uri 'none'", "form-action 'self'"].join('; ');

/** The same for all that nobody may frame: everything but the pages under /embed/. */
export const everywhere = [inFrames, "frame-ancestors 'none'"].join('; ');

/** Answers of the API are data; nothing in them may load or run anything, however a browser comes to show them. */
export const apiPolicy = ["default-src 'none'", everywhere].join('; ');

/**
 * What a page may load: our own origin. Styles may be inline because the terminal writes a style element and React writes style attributes.
 * @param {string[]} scriptSources sources beside 'self', each with its quotes: 'sha256-…' or 'nonce-…'
 * @param {readonly string[]} framedBy origins whose pages may frame it
 */
export function documentPolicy(scriptSources, framedBy = []) {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scriptSources].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    inFrames,
    ['frame-ancestors', ...(framedBy.length > 0 ? framedBy : ["'none'"])].join(' '),
  ].join('; ');
}
