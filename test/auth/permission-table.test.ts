import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { permissions } from '@/lib/auth/permissions';

/** Where every address under /api/ ends that is none: nobody is asked for there, and nothing is done. */
const noAddress = join('app', 'api', '[[...path]]', 'route.ts');
/** The EC2 Query endpoint has a door of its own: it answers XML, and knows its callers by their signatures. */
const ec2 = join('app', 'api', 'ec2', 'route.ts');
const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map((name) => join('app', name))
  .filter((file) => /\.tsx?$/.test(file) && file !== noAddress);
const source = (file: string) => readFileSync(file, 'utf8');
const address = (file: string) => {
  const path = file
    .replace(/^app/, '')
    .replace(/\/\([^)]*\)/g, '')
    .replace(/\/(page|route)\.tsx?$/, '');
  return path.startsWith('/api/') ? path.replace(/\[(\w+)\]/g, '{$1}') : path || '/';
};

test('every page, route handler and server action is a row, and every row is there', () => {
  const pages = files.filter((file) => /\/page\.tsx$/.test(file)).map((file) => `GET ${address(file)}`);
  const routes = files
    .filter((file) => /\/route\.tsx?$/.test(file))
    .flatMap((file) => {
      const exported = [...source(file).matchAll(/export (?:const (\w+)|(?:async )?function (\w+)|\{([^}]*)\})/g)];
      return exported
        .flatMap(
          ([, constant, named, list]) =>
            constant ?? named ?? (list ?? '').split(',').map((name) => name.replace(/.* as /, '').trim()),
        )
        .filter((name) => /^[A-Z]+$/.test(name))
        .map((method) => `${method} ${address(file)}`);
    });
  const actions = files
    .filter((file) => /^'use server'/m.test(source(file)))
    .flatMap((file) => [...source(file).matchAll(/action\('(action \w+)'/g)].map(([, name]) => name ?? ''));
  expect([...pages, ...routes, ...actions].sort()).toEqual(Object.keys(permissions).sort());
});

test('an address that is none answers one refusal to every method, and does nothing else', async () => {
  const { noSuchAddress } = await import('@/lib/auth/route');
  const handlers: object = await import('@/app/api/[[...path]]/route');
  const methods = ['DELETE', 'GET', 'OPTIONS', 'PATCH', 'POST', 'PUT'];
  expect({ ...handlers }).toEqual(Object.fromEntries(methods.map((method) => [method, noSuchAddress])));
  const answer = noSuchAddress();
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({ error: { code: 'NotFound', message: expect.any(String) } });
});

test('route handlers and server actions go through the one door', () => {
  for (const file of files.filter((name) => /\/route\.tsx?$/.test(name) && !name.includes('nextauth'))) {
    // A file of the build: it runs before there is anybody to ask.
    if (/^export const dynamic = 'force-static';\nexport const dynamicParams = false;$/m.test(source(file))) continue;
    if (file === ec2) {
      expect(source(file).match(/export const [A-Z]+ = .*/g)).toEqual([
        'export const GET = routeEc2;',
        'export const POST = routeEc2;',
      ]);
      continue;
    }
    const handlers = [...source(file).matchAll(/export const [A-Z]+ = (.*);/g)];
    expect(handlers.length, file).toBeGreaterThan(0);
    for (const [, value] of handlers) expect(value, file).toMatch(/^route\(endpoints\.\w+\)$/);
  }
  const withActions = [
    ...files,
    ...readdirSync('components', { recursive: true, encoding: 'utf8' }).map((name) => join('components', name)),
  ].filter((file) => /\.tsx?$/.test(file) && source(file).includes("'use server'"));
  for (const file of withActions) {
    expect(source(file), `${file}: the whole file, not a function in a page`).toMatch(/^'use server';/);
    const exports = [...source(file).matchAll(/^export (.*)$/gm)].map(([, line]) => line);
    for (const line of exports) expect(line, file).toMatch(/^const \w+ = action\($|^const \w+ = action\('action /);
  }
});
