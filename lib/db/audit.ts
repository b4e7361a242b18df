import 'server-only';
import { randomUUID } from 'node:crypto';
import { database } from './database';

/** Who changed what, and why. `before` and `after` are any plain data; never put a password, token or answer key in them. */
export type AuditEntry = {
  actorId: string | null;
  action: string;
  /** The thing changed, as `kind:id`. */
  subject: string;
  before?: unknown;
  after?: unknown;
  reason?: string;
};

export type AuditEvent = Required<AuditEntry> & { id: string; at: Date };

/** The row of an entry, for writing it in the transaction of the change that it tells of. */
export function auditRow({ actorId, action, subject, before, after, reason }: AuditEntry) {
  const text = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  return {
    id: randomUUID(),
    actorId,
    action,
    subject,
    before: text(before),
    after: text(after),
    reason: reason ?? null,
  };
}

export async function record(entry: AuditEntry): Promise<void> {
  const { prisma } = await database();
  await prisma.auditEvent.createMany({ data: auditRow(entry) });
}

/** The newest first; `before` continues a list from its last event's time. */
export async function list(page: { subject?: string; before?: Date; limit?: number } = {}): Promise<AuditEvent[]> {
  const { prisma } = await database();
  const rows = await prisma.auditEvent.findMany({
    where: { ...(page.subject && { subject: page.subject }), ...(page.before && { at: { lt: page.before } }) },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: page.limit ?? 50,
  });
  const data = (text: string | null): unknown => (text === null ? undefined : JSON.parse(text));
  return rows.map((row) => ({ ...row, before: data(row.before), after: data(row.after), reason: row.reason ?? '' }));
}
