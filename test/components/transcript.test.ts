import { expect, test } from 'vitest';
import { isComplete, printable } from '@/components/lab/transcript';

test.each([
  ['aws ec2 describe-vpcs', true],
  ['echo "half', false],
  ["echo 'it", false],
  ['echo \\"', true],
  ['echo one \\', false],
  ['aws ec2 describe-vpcs |', false],
  ['true &&', false],
  ['for i in 1 2; do echo $i', false],
  ['for i in 1 2; do echo $i; done', true],
  ['if true; then echo a', false],
  ['cat > f << EOF', false],
  ['cat > f << EOF\nhello', false],
  ['cat > f << EOF\nhello\nEOF', true],
  ['echo "do"', true],
])('%j is complete: %s', (line, complete) => expect(isComplete(line)).toBe(complete));

test('escape sequences and control characters are not printed', () => {
  expect(printable('\u001b[2J\u001b[Ha\u0007b\tc\n\u009b')).toBe('ab\tc\n');
});
