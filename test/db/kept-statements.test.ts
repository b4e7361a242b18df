import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { keepStatements } from '@/lib/db/kept-statements';

/** Runs a statement as Prisma's adapter does. */
function run(client: Database.Database, sql: string, values: unknown[] = []) {
  const statement = client.prepare(sql).bind(values);
  if (!statement.reader) return statement.run();
  return { columns: statement.columns().map(({ name }) => name), rows: statement.raw().all() };
}

function open() {
  const client = new Database(':memory:');
  client.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT)');
  const prepared: string[] = [];
  const prepare = client.prepare.bind(client);
  client.prepare = ((sql: string) => {
    prepared.push(sql);
    return prepare(sql);
  }) as typeof client.prepare;
  keepStatements(client);
  return { client, prepared };
}

test('a statement is prepared once and takes new values each time', () => {
  const { client, prepared } = open();
  const insert = 'INSERT INTO thing (name) VALUES (?)';
  expect([run(client, insert, ['one']), run(client, insert, ['two'])]).toMatchObject([{ changes: 1 }, { changes: 1 }]);
  const select = 'SELECT id, name FROM thing WHERE id = ?';
  expect(run(client, select, [1])).toEqual({ columns: ['id', 'name'], rows: [[1, 'one']] });
  expect(run(client, select, [2])).toEqual({ columns: ['id', 'name'], rows: [[2, 'two']] });
  expect(prepared).toEqual([insert, select]);
});

test('one whose table was changed meanwhile still runs, and one that fails says why', () => {
  const { client } = open();
  const select = 'SELECT name FROM thing';
  expect(run(client, select)).toMatchObject({ rows: [] });
  client.exec("ALTER TABLE thing ADD COLUMN more TEXT; INSERT INTO thing (name) VALUES ('one')");
  expect(run(client, select)).toMatchObject({ rows: [['one']] });
  const insert = 'INSERT INTO thing (id) VALUES (?)';
  expect(() => run(client, insert, [1])).toThrow('UNIQUE constraint failed');
  expect(run(client, insert, [2])).toMatchObject({ changes: 1 });
});

test('pragmas are not kept, and of the rest only the last 500', () => {
  const { client, prepared } = open();
  for (let time = 0; time < 2; time += 1) run(client, 'PRAGMA foreign_keys');
  expect(prepared).toHaveLength(2);
  const select = (number: number) => run(client, `SELECT ${number}`);
  for (let number = 0; number <= 500; number += 1) select(number);
  select(500);
  expect(prepared).toHaveLength(503);
  select(0);
  expect(prepared).toHaveLength(504);
});
