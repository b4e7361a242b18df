/**
 * The PostgreSQL schema: schema.prisma with the provider line and the client's folder changed, and nothing else.
 * Plain JavaScript, because it runs before anything is generated or compiled.
 * @param {string} sqliteSchema text of prisma/schema.prisma
 * @returns {string}
 */
export function postgresqlSchema(sqliteSchema) {
  const changed = sqliteSchema
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('generated/sqlite"', 'generated/postgresql"');
  if (!changed.includes('provider = "postgresql"') || !changed.includes('generated/postgresql"'))
    throw new Error('prisma/schema.prisma no longer has the lines from which the PostgreSQL schema is derived.');
  return changed;
}
