import { expect, test } from 'vitest';
import { inParts } from '@/lib/usecases/breathe';

test('a long list is made in order, and others come in between', async () => {
  const seen: unknown[] = [];
  setImmediate(() => seen.push('another'));
  const list = Array.from({ length: 401 }, (_, index) => index);
  const made = await inParts(list, (one) => {
    seen.push(one);
    return 2 * one;
  });
  expect(made).toEqual(list.map((one) => 2 * one));
  expect(seen.indexOf('another')).toBe(200);
  expect(await inParts([], () => 1)).toEqual([]);
});
