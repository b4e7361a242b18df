import { expect, test } from 'vitest';
import { isInstalled, markOf } from '@/lib/setup/install.mjs';

const [lock, newer] = ['{"lockfileVersion":3}', '{"lockfileVersion":3,"packages":{}}'];

test('what a server installed is not enough for tests, and what tests installed is for both', () => {
  expect([isInstalled(markOf(lock, false), lock, false), isInstalled(markOf(lock, false), lock, true)]).toEqual([
    true,
    false,
  ]);
  expect([isInstalled(markOf(lock, true), lock, false), isInstalled(markOf(lock, true), lock, true)]).toEqual([
    true,
    true,
  ]);
});

test('another lock file, none and the mark of an older version are not enough for anything', () => {
  for (const found of [undefined, lock, markOf(newer, true), markOf(newer, false)])
    expect([isInstalled(found, lock, false), isInstalled(found, lock, true)]).toEqual([false, false]);
});
