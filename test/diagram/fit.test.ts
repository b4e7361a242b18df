import { expect, test } from 'vitest';
import { fitted, textWidth } from '@/lib/diagram/fit';

test('a text that has room is whole', () => {
  expect(fitted('web-1', 208, 14)).toBe('web-1');
  expect(fitted('', 208, 14)).toBe('');
});

test('wide letters take more room than narrow ones', () => {
  const wide = fitted('W'.repeat(100), 208, 14);
  const narrow = fitted('i'.repeat(100), 208, 14);
  expect(wide).toMatch(/^W+…$/);
  expect(wide.length).toBeLessThan(narrow.length);
  for (const text of [wide, narrow]) expect(textWidth(text, 14)).toBeLessThanOrEqual(208);
});

test('a letter of several signs is kept or left out as a whole', () => {
  const family = '👩‍👩‍👧‍👦';
  for (let room = 0; room < 120; room += 1) {
    expect(fitted(family.repeat(6), room, 14).replaceAll(family, '')).toMatch(/^…?$/);
  }
});

test('without room there is the ellipsis alone', () => {
  expect(fitted('web-1', 0, 14)).toBe('…');
});
