import 'server-only';
import type { Provider } from './connect';
import { database } from './database';
import { readSettings, type SqliteSettings } from './sqlite';

/** Whether the database answers. */
export async function ping(): Promise<boolean> {
  try {
    const { prisma } = await database();
    await prisma.$queryRaw`SELECT 1`;
    return true;
  } catch {
    // Any failure means the same to whoever asks: it does not answer.
    return false;
  }
}

/** What the open connection runs with, for the administrator's page. */
export async function report(): Promise<{ provider: Provider; version: string; settings: SqliteSettings | undefined }> {
  const { prisma, provider } = await database();
  // The statements are constants of this room, hence no parameters.
  const ask = async (sql: string) => Object.values((await prisma.$queryRawUnsafe<object[]>(sql))[0] ?? {})[0];
  if (provider === 'postgresql')
    return { provider, version: String(await ask('SHOW server_version')), settings: undefined };
  const settings = await readSettings(ask);
  return { provider, version: settings.sqlite_version, settings };
}
