import type { QuestionResult, QuestionView } from '@/lib/quizzes/views';

/**
 * `left`: a choice that was rightly not chosen; there is nothing to praise or to mend. `missed`: one that holds and was
 * not chosen; a cross beside it would say that it is wrong.
 */
export type PartVerdict = 'holds' | 'refused' | 'left' | 'missed';

/** What became of one choice, item, prompt or check, in words that need no colour. */
export function partWords(
  type: QuestionView['type'],
  { answered, right, holds }: QuestionResult['parts'][number],
): { verdict: PartVerdict; words: string } {
  const verdict = holds ? 'holds' : 'refused';
  if (type === 'single') {
    const isChosen = answered === 'chosen';
    if (right === 'chosen') {
      const words = isChosen
        ? 'This is the right one, and you chose it.'
        : 'This is the right one. You did not choose it.';
      return { verdict: 'holds', words };
    }
    return isChosen
      ? { verdict, words: 'You chose it, and it is wrong.' }
      : { verdict: 'left', words: 'Not this one.' };
  }
  if (type === 'multiple') {
    const isChosen = answered === 'chosen';
    // Of each choice it is said whether it holds, so that a tick beside a wrong one cannot be misread.
    if (isChosen)
      return { verdict, words: holds ? 'You chose it, and it holds.' : 'You chose it, but it does not hold.' };
    if (holds) return { verdict: 'left', words: 'You left it out; it does not hold.' };
    return { verdict: 'missed', words: 'It holds, but you left it out.' };
  }
  if (type === 'cli') return { verdict, words: holds ? 'Passed.' : 'Not passed.' };
  return { verdict, words: holds ? `Right: ${answered}` : `Wrong: ${answered}. Right is: ${right}` };
}
