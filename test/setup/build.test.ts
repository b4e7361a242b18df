import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from '@/lib/setup/build.mjs';

let folder = '';
const write = (name: string, text: string) => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-build-'));
  write('app/page.tsx', 'one');
  write('content/labs/a/lab.yaml', 'title: A');
  write('package-lock.json', '{}');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the same sources have the same fingerprint', () => {
  expect(fingerprint(folder)).toBe(fingerprint(folder));
});

test.each([
  ['a page', () => write('app/page.tsx', 'two')],
  ['a lab', () => write('content/labs/a/lab.yaml', 'title: B')],
  ['a package', () => write('package-lock.json', '{"x":1}')],
  ['a new file', () => write('lib/engine/world.ts', '')],
  ['a renamed file', () => renameSync(join(folder, 'app/page.tsx'), join(folder, 'app/layout.tsx'))],
])('%s asks for a new build', (_, change) => {
  const before = fingerprint(folder);
  change();
  expect(fingerprint(folder)).not.toBe(before);
});

test.each(['lib/db/generated/sqlite/client.ts', 'data/patchbay.db', 'test/a.test.ts', 'README.md'])(
  '%s does not',
  (name) => {
    const before = fingerprint(folder);
    write(name, 'made');
    // The folder itself is not an input, only what lies in it.
    expect(fingerprint(folder)).toBe(before);
  },
);
