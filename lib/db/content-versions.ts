import 'server-only';
import { database } from './database';

/** What a lab, lesson or quiz says, under the hash of its text. */
export type ContentVersion = { hash: string; kind: 'lab' | 'lesson' | 'quiz'; slug: string; document: string };

/** Keeps the versions that are not stored yet; one that is stored never changes. */
export async function store(versions: ContentVersion[]): Promise<void> {
  const { prisma } = await database();
  // Two servers may start at once, so that a version can appear between the look and the insert; the second look sees it.
  const missing = async () => {
    const hashes = versions.map((version) => version.hash);
    const found = await prisma.contentVersion.findMany({ where: { hash: { in: hashes } }, select: { hash: true } });
    const stored = new Set(found.map((row) => row.hash));
    return versions.filter((version) => !stored.has(version.hash));
  };
  for (const { hash, kind, slug, document } of await missing())
    await prisma.$executeRaw`
      INSERT INTO "ContentVersion" ("hash", "kind", "slug", "document", "storedAt")
      VALUES (${hash}, ${kind}, ${slug}, ${document}, ${new Date()}) ON CONFLICT ("hash") DO NOTHING`;
}

export async function get(hash: string): Promise<ContentVersion | undefined> {
  const { prisma } = await database();
  const row = await prisma.contentVersion.findUnique({ where: { hash } });
  // The kind was a ContentVersion's when it was stored, and rows never change.
  return row
    ? { hash: row.hash, kind: row.kind as ContentVersion['kind'], slug: row.slug, document: row.document }
    : undefined;
}
