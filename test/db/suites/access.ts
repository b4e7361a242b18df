import { expect, test } from 'vitest';
import * as tokens from '@/lib/db/api-tokens';
import * as audit from '@/lib/db/audit';
import * as content from '@/lib/db/content-versions';
import { ping, report } from '@/lib/db/health';
import { consume, deleteExpired, reset } from '@/lib/db/rate-limits';
import * as sessions from '@/lib/db/sessions';
import { createAccount, createGuest, findUser } from '@/lib/db/users';
import { countStatements, type Open } from '../databases';

/** Sessions, tokens, limits, the audit log, content versions and health. */
export function accessSuite(open: Open): void {
  test('a session gives its person in one statement, until it is deleted', async () => {
    await open();
    const guest = await createGuest();
    const id = await sessions.createSession(guest.id);
    const { result, statements } = await countStatements(() => sessions.findSession(id));
    expect(result).toMatchObject({ user: guest, session: { id, userId: guest.id } });
    expect(result?.session.lastSeenAt).toBeInstanceOf(Date);
    expect(JSON.stringify(result)).not.toContain('passwordHash');
    expect(statements).toHaveLength(1);
    await sessions.deleteSession(id);
    expect(await sessions.findSession(id)).toBeUndefined();
    expect(await sessions.findSession("' OR 1=1 --")).toBeUndefined();
  });

  test('a person made anonymous is signed out and their tokens are dead', async () => {
    const { prisma } = await open();
    const account = await createAccount({ email: 'a@example.org', name: 'A', passwordHash: 'h' });
    const id = await sessions.createSession(account.id);
    await tokens.createToken(account.id, 'laptop', 'ab12');
    await prisma.user.updateMany({ where: { id: account.id }, data: { deletedAt: new Date() } });
    expect(await sessions.findSession(id)).toBeUndefined();
    expect(await tokens.findByHash('ab12')).toBeUndefined();
    expect(await findUser(account.id)).toBeUndefined();
  });

  test('signing out elsewhere keeps this browser', async () => {
    await open();
    const guest = await createGuest();
    const keep = await sessions.createSession(guest.id);
    await sessions.createSession(guest.id);
    expect(await sessions.deleteOtherSessions(guest.id, keep)).toBe(1);
    expect(await sessions.findSession(keep)).toBeDefined();
  });

  test('being here is noted once an hour, and costs nothing in between', async () => {
    const { prisma } = await open();
    const guest = await createGuest();
    const id = await sessions.createSession(guest.id);
    const found = await sessions.findSession(id);
    if (!found) throw new Error('no session');
    expect((await countStatements(() => sessions.touchSession(found.session))).statements).toEqual([]);
    const old = new Date('2026-01-01T00:00:00.000Z');
    await prisma.user.updateMany({ data: { lastSeenAt: old } });
    await sessions.touchSession({ ...found.session, lastSeenAt: old });
    expect((await findUser(guest.id))?.lastSeenAt.getTime()).toBeGreaterThan(old.getTime());
  });

  test('a token is found by its hash, listed without it, and revoked by its owner only', async () => {
    await open();
    const [owner, other] = [await createGuest(), await createGuest()];
    const token = await tokens.createToken(owner.id, 'laptop', 'ab12');
    expect(token).toMatchObject({ name: 'laptop', lastUsedAt: null });
    expect(await tokens.findByHash('ab12')).toEqual(owner);
    expect((await countStatements(() => tokens.findByHash('ab12'))).statements, 'used a moment ago').toHaveLength(1);
    const [listed] = await tokens.list(owner.id);
    expect(listed?.lastUsedAt).toBeInstanceOf(Date);
    expect(JSON.stringify(listed)).not.toContain('ab12');
    expect(await tokens.list(other.id)).toEqual([]);
    expect(await tokens.revoke(other.id, token.id)).toBe(false);
    expect(await tokens.revoke(owner.id, token.id)).toBe(true);
    expect(await tokens.findByHash('ab12')).toBeUndefined();
  });

  test('a limit counts exactly, also when all ask at once', async () => {
    await open();
    const limit = { name: 'sign-in', points: 10, durationSeconds: 600, blockSeconds: 900 };
    const verdicts = await Promise.all(Array.from({ length: 40 }, () => consume(limit, '203.0.113.9')));
    expect(verdicts.filter((verdict) => verdict.allowed)).toHaveLength(10);
    const refused = await consume(limit, '203.0.113.9');
    expect(refused.allowed).toBe(false);
    expect(refused.retryAfterSeconds).toBeGreaterThan(800);
    expect((await consume(limit, '203.0.113.10')).allowed, 'another key').toBe(true);
    expect((await consume({ ...limit, name: 'sign-up' }, '203.0.113.9')).allowed, 'another limit').toBe(true);
    await reset(limit, '203.0.113.9');
    expect((await consume(limit, '203.0.113.9')).allowed).toBe(true);
  });

  test('a limit whose window has ended starts anew', async () => {
    const { prisma } = await open();
    const limit = { name: 'sign-in', points: 1, durationSeconds: 600 };
    await consume(limit, 'key');
    expect((await consume(limit, 'key')).allowed).toBe(false);
    const past = new Date(Date.now() - 1000);
    await prisma.rateLimiterFlexible.updateMany({ data: { expire: past } });
    expect((await consume(limit, 'key')).allowed).toBe(true);
    await prisma.rateLimiterFlexible.updateMany({ data: { expire: past } });
    expect(await deleteExpired()).toBe(1);
  });

  test('the audit log is read newest first, a page at a time', async () => {
    const { prisma } = await open();
    for (const [index, subject] of ['user:1', 'user:2', 'user:1'].entries()) {
      await audit.record({ actorId: null, action: `act-${index}`, subject, after: { index } });
      const at = new Date(Date.UTC(2026, 0, 1 + index));
      await prisma.auditEvent.updateMany({ where: { action: `act-${index}` }, data: { at } });
    }
    const all = await audit.list();
    expect(all.map((event) => event.action)).toEqual(['act-2', 'act-1', 'act-0']);
    expect(all[0]).toMatchObject({ after: { index: 2 }, before: undefined, actorId: null });
    expect((await audit.list({ subject: 'user:1' })).map((event) => event.action)).toEqual(['act-2', 'act-0']);
    const second = await audit.list({ before: all[0]?.at ?? new Date(0), limit: 1 });
    expect(second.map((event) => event.action)).toEqual(['act-1']);
  });

  test('a content version is stored once and never changes', async () => {
    await open();
    const version = { hash: 'h1', kind: 'lab', slug: 'first', document: '{"a":1}' } as const;
    const other = { ...version, hash: 'h2' };
    await Promise.all([content.store([version]), content.store([version, other])]);
    await content.store([{ ...version, document: 'changed' }]);
    expect(await content.get('h1')).toEqual(version);
    expect(await content.get('h2')).toEqual(other);
    expect(await content.get('h3')).toBeUndefined();
    expect((await countStatements(() => content.store([version, other]))).statements).toHaveLength(1);
  });

  test('the database tells what it runs with', async () => {
    const { provider, close } = await open();
    expect(await ping()).toBe(true);
    const found = await report();
    expect(found.provider).toBe(provider);
    expect(found.version).toMatch(/^\d+\.\d+/);
    if (provider === 'sqlite')
      expect(found.settings).toMatchObject({ journal_mode: 'wal', synchronous: '2', foreign_keys: '1' });
    await close();
  });
}
