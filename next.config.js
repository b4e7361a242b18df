import { apiPolicy, everywhere, inFrames } from './lib/setup/policy.mjs';

const headersForAll = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

const policy = (/** @type {string} */ value) => ({ key: 'Content-Security-Policy', value });

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // AWS clients post to `/api/ec2/` and do not follow a 308.
  skipTrailingSlashRedirect: true,
  // The image optimiser has been the way in for remote code; we have no pictures that need it.
  images: { unoptimized: true },
  // Types are checked by `npm run check`; a first start should not wait for them.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ['@node-rs/argon2', '@prisma/adapter-better-sqlite3', 'better-sqlite3', 'just-bash'],
  // Next would write files into the working tree in development, and ask its registry for news during a build.
  agentRules: false,
  experimental: { agentUpgrade: false },
  headers: async () => [
    // Next tries each of them on every request, so a path is matched by one of the first three.
    { source: '/((?!api/|embed/).*)', headers: [...headersForAll, policy(everywhere)] },
    { source: '/embed/(.*)', headers: [...headersForAll, policy(inFrames)] },
    { source: '/api/(.*)', headers: [...headersForAll, policy(apiPolicy)] },
    {
      // Only a request that came by https may promise https. Headers are fixed by the build and NEXTAUTH_URL is read when
      // the server starts, so the sign is what the reverse proxy says; Next itself sets `http` when there is none.
      source: '/(.*)',
      has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }],
      headers: [{ key: 'Strict-Transport-Security', value: 'max-age=31536000' }],
    },
  ],
};

export default config;
