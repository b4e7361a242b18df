import type { QuestionResult, QuestionView } from '@/lib/quizzes/views';

/** `left`: a choice that was rightly not chosen; there is nothing to praise or to mend. */
export type PartVerdict = 'holds' | 'refused' | 'left';

/** What became of one choice, item, prompt or check, in words that need no colour. */
export function partWords(
  type: QuestionView['type'],
  { answered, right, holds }: QuestionResult['parts'][number],
): { verdict: PartVerdict; words: string } {
  const verdict = holds ? 'holds' : 'refused';
  if (type === 'single' || type === 'multiple') {
    const isChosen = answered === 'chosen';
    // Of each choice it is said whether it holds, so that a tick beside a wrong one cannot be misread.
    if (isChosen)
      return { verdict, words: holds ? 'You chose it, and it holds.' : 'You chose it, but it does not hold.' };
    if (holds) return { verdict: 'left', words: 'You left it out; it does not hold.' };
    return { verdict, words: 'You left it out, but it holds.' };
  }
  if (type === 'cli') return { verdict, words: holds ? 'Passed.' : 'Not passed.' };
  return { verdict, words: holds ? `Right: ${answered}` : `Wrong: ${answered}. Right is: ${right}` };
}
