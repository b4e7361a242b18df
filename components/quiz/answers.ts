import type { Answer, longestAnswer } from '@/lib/quizzes/answer';
import type { QuestionView } from '@/lib/quizzes/views';

/** The server's own limit; a copy, because the module of the schema would bring the validator to the page. */
export const longest: typeof longestAnswer = 20_000;

/** Whether nothing is answered. */
export function isBlank(answer: Answer): boolean {
  if (answer === null) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return Object.keys(answer).length === 0;
}

/** Whether two answers are one: order counts in a list, spaces around a text do not, and blank is blank however it is written. */
export function isSame(a: Answer, b: Answer): boolean {
  if (isBlank(a) || isBlank(b)) return isBlank(a) && isBlank(b);
  if (typeof a === 'string' || typeof b === 'string')
    return typeof a === typeof b && textOf(a).trim() === textOf(b).trim();
  const [left, right] = [Object.entries(a ?? {}), Object.entries(b ?? {})];
  const other = new Map(right);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === right.length &&
    left.every(([key, value]) => other.get(key) === value)
  );
}

/** How far a question is answered. `unsaved`: the server does not take it before the person decides something there. */
export type Extent = 'none' | 'part' | 'full' | 'unsaved';

/** How much of a question is answered. Only a matching can be answered in part. */
export function extentOf(question: QuestionView, answer: Answer): Exclude<Extent, 'unsaved'> {
  if (isBlank(answer)) return 'none';
  if (question.type !== 'matching') return 'full';
  const chosen = chosenOptions(answer);
  return question.prompts.every(({ id }) => chosen[id]) ? 'full' : 'part';
}

/** The answer to a single choice, a number or a text; empty while there is none. */
export const textOf = (answer: Answer): string => (typeof answer === 'string' ? answer : '');

/** The ids of a multiple response or an ordering; empty while there are none. */
export const idsOf = (answer: Answer): readonly string[] => (Array.isArray(answer) ? answer : []);

/** The options chosen in a matching, by prompt. */
export const chosenOptions = (answer: Answer): Readonly<Record<string, string>> =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? answer : {};

/** How many words a text has: what stands between spaces. */
export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** An answer in the words of its question, a line for each part; none where nothing is answered. */
export function wordsOf(question: QuestionView, answer: Answer): string[] {
  if (isBlank(answer)) return [];
  switch (question.type) {
    case 'single':
      return question.choices.filter(({ id }) => id === answer).map(({ text }) => text);
    case 'multiple':
      return question.choices.filter(({ id }) => idsOf(answer).includes(id)).map(({ text }) => text);
    case 'ordering':
      return idsOf(answer).map((id, index) => `${index + 1}. ${question.items.find((item) => item.id === id)?.text}`);
    case 'matching': {
      const chosen = chosenOptions(answer);
      return question.prompts
        .filter(({ id }) => chosen[id])
        .map(({ id, text }) => `${text}: ${question.options.find((option) => option.id === chosen[id])?.text}`);
    }
    case 'numeric':
      return [question.unit ? `${textOf(answer)} ${question.unit}` : textOf(answer)];
    case 'cli':
    case 'free':
      return [textOf(answer)];
  }
}
