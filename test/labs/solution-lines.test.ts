import { expect, test } from 'vitest';
import { loadLabProof } from '@/lib/content/lab-proofs';
import { loadLabs } from '@/lib/content/labs';
import { scriptLines } from '@/lib/labs/script';
import { solutionLines } from '@/lib/labs/solution-lines';

test('a comment right above a line says what it is for; a line that goes on is one; what must fail stays so', () => {
  const script = `# About the whole.

A=$(aws ec2 one)

# First,
#and second.
B=$(aws ec2 two \\
  --more)
! aws ec2 three
  # Last.
aws ec2 four
# After it all.
`;
  expect(solutionLines(script)).toEqual([
    { line: 'A=$(aws ec2 one)' },
    { line: 'B=$(aws ec2 two --more)', say: 'First, and second.' },
    { line: '! aws ec2 three' },
    { line: 'aws ec2 four', say: 'Last.' },
  ]);
  expect(solutionLines('')).toEqual([]);
});

test('the lines of every lab are those that its proof runs', async () => {
  for (const { slug, kind } of (await loadLabs()).values()) {
    if (kind === 'sandbox') continue;
    const { solution } = await loadLabProof(slug);
    expect(solutionLines(solution).map(({ line }) => line)).toEqual(scriptLines(solution).map(({ text }) => text));
    expect(solutionLines(solution).some(({ say }) => say)).toBe(true);
  }
});
