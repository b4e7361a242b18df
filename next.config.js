import { headerRules } from './lib/setup/headers.mjs';

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
  headers: async () => headerRules,
};

export default config;
