import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { generate } from '../../lib/setup/generate.mjs';
import { temporaryFolder } from './databases';

test('both clients are made from the one schema, once, and an error says what Prisma said', {
  timeout: 120_000,
}, async () => {
  const root = path.join(temporaryFolder(), 'project');
  mkdirSync(path.join(root, 'prisma'), { recursive: true });
  cpSync('prisma/schema.prisma', path.join(root, 'prisma/schema.prisma'));
  await generate(root);
  const clients = ['sqlite', 'postgresql'].map((name) => path.join(root, 'lib/db/generated', name, 'client.ts'));
  expect(clients.every((file) => existsSync(file))).toBe(true);
  const made = clients.map((file) => statSync(file).mtimeMs);
  await generate(root);
  expect(
    clients.map((file) => statSync(file).mtimeMs),
    'nothing to do',
  ).toEqual(made);
  appendFileSync(path.join(root, 'prisma/schema.prisma'), 'model Broken {\n  id Strong @id\n}\n');
  await expect(generate(root)).rejects.toThrow(/Type "Strong" is neither a built-in type/);
});

test('the script says nothing when all is well', () => {
  expect(execFileSync(process.execPath, ['lib/setup/generate.mjs'], { encoding: 'utf8', stdio: 'pipe' })).toBe('');
});
