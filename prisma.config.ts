import { defineConfig } from 'prisma/config';

// Read by Prisma's own command line only: the server applies migrations itself (lib/db/migrate.ts).
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations/sqlite' },
});
