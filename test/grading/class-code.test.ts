import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classCode, formatCode, normaliseCode } from '@/lib/grading/class-code';

const random = fc.uint8Array({ minLength: 16, maxLength: 40 });

test('a code is 16 signs that nobody mistakes, in groups of four', () => {
  fc.assert(
    fc.property(random, (bytes) => {
      const code = classCode(bytes);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
      expect(formatCode(code)).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
    }),
  );
});

test('each byte gives five bits: all 32 signs occur, each as often', () => {
  const all = Array.from({ length: 16 }, (_, block) =>
    classCode(Uint8Array.from({ length: 16 }, (_, i) => block * 16 + i)),
  );
  const counts = new Map<string, number>();
  for (const sign of all.join('')) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  expect([...counts.values()]).toEqual(Array(32).fill(8));
});

test('a code is found however it is typed', () => {
  fc.assert(
    fc.property(random, (bytes) => {
      const code = classCode(bytes);
      const shown = formatCode(code);
      const typed = [
        shown,
        shown.toLowerCase(),
        ` ${code} `,
        shown.replaceAll('-', ' – '),
        shown.replaceAll('-', '\u00a0'),
      ];
      for (const text of [...typed, shown.replaceAll('0', 'o').replaceAll('1', 'l'), shown.replaceAll('1', 'I')])
        expect(normaliseCode(text)).toBe(code);
    }),
  );
});

test.each([
  '',
  'ABCD',
  '0000-0000-0000-000',
  '0000-0000-0000-00000',
  '0000-0000-0000-000U',
  '0000-0000-0000-000ß',
  `${'0'.repeat(16)}\u0301`,
])('no code looks like %j', (text) => expect(normaliseCode(text)).toBeUndefined());
