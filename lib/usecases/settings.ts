import 'server-only';
import { list } from '@/lib/db/api-tokens';
import type { User } from '@/lib/db/users';

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** What the settings page shows of a person; a guest has no account part. */
export async function settings(viewer: User) {
  if (viewer.kind === 'guest') return { account: undefined, tokens: [] };
  const tokens = await list(viewer.id);
  return {
    account: { name: viewer.name ?? '', email: viewer.email ?? '' },
    tokens: tokens.map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      made: day(createdAt),
      ...(lastUsedAt && { lastUsed: day(lastUsedAt) }),
    })),
  };
}
