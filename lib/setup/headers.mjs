import { apiPolicy, everywhere, inFrames } from './policy.mjs';

/** @typedef {{ key: string, value: string }} Header as next.config.js writes them */

const headersForAll = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

/** @type {(policy: string) => Header[]} */
const withPolicy = (policy) => [...headersForAll, { key: 'Content-Security-Policy', value: policy }];

/** Of each page and what it is made of. */
export const pageHeaders = withPolicy(everywhere);

/** Of each answer of the API. */
export const apiHeaders = withPolicy(apiPolicy);

/** The header and value by which a reverse proxy says that a request came by https, and what may be promised then. */
export const cameByHttps = { name: 'x-forwarded-proto', value: 'https' };
export const httpsHeaders = [{ key: 'Strict-Transport-Security', value: 'max-age=31536000' }];

/** For `headers` of next.config.js. */
export const headerRules = [
  // Next tries each of them on every request, so a path is matched by one of the first three.
  { source: '/((?!api/|embed/).*)', headers: pageHeaders },
  { source: '/embed/(.*)', headers: withPolicy(inFrames) },
  { source: '/api/(.*)', headers: apiHeaders },
  {
    // Only a request that came by https may promise https. Headers are fixed by the build and NEXTAUTH_URL is read when
    // the server starts, so the sign is what the reverse proxy says; Next itself sets `http` when there is none.
    source: '/(.*)',
    has: [{ type: /** @type {const} */ ('header'), key: cameByHttps.name, value: cameByHttps.value }],
    headers: httpsHeaders,
  },
];
