import { join } from 'node:path';

// The least that Next can be: what our figures are compared with.
export default {
  poweredByHeader: false,
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['better-sqlite3'],
  turbopack: { root: join(import.meta.dirname, '../../..') },
  agentRules: false,
  experimental: { agentUpgrade: false },
};
