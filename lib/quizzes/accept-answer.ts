import { type Answer, longestAnswer } from './answer';
import { numberOf } from './numeric';
import type { Question } from './question';

/** This is no answer to that question; the message says what one is, and holds nothing of what was sent. */
export class InvalidAnswer extends Error {
  override readonly name = 'InvalidAnswer';
}

/** Whether an answer says nothing: taken back, or empty. */
export function isBlank(answer: Answer): boolean {
  if (answer === null) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return typeof answer === 'object' && Object.keys(answer).length === 0;
}

/**
 * An answer as it is kept: of the type that its question asks for and naming only what the question has; the same
 * answer always in the same form. A blank one becomes null. Throws InvalidAnswer.
 */
export function acceptAnswer(question: Question, answer: Answer): Answer {
  if (isBlank(answer)) return null;
  switch (question.type) {
    case 'single':
      if (typeof answer === 'string' && has(question.choices, answer)) return answer;
      throw new InvalidAnswer('Answer with the id of one of the choices.');
    case 'multiple':
      // Sorted by id: the order of the file might tell the right ones.
      if (areDistinct(answer, question.choices)) return [...answer].sort();
      throw new InvalidAnswer('Answer with a list of ids of the choices, each at most once.');
    case 'ordering':
      if (areDistinct(answer, question.items) && answer.length === question.items.length) return answer;
      throw new InvalidAnswer('Answer with a list of the ids of all items, each once.');
    case 'matching':
      return acceptMatching(question, answer);
    case 'numeric':
      if (typeof answer === 'string' && numberOf(answer) !== undefined) return answer.trim();
      throw new InvalidAnswer('Write one number, in digits and with a point before decimals: 42 or 2.5.');
    case 'cli':
    case 'free':
      return acceptText(answer);
  }
}

type Thing = { readonly id: string };
const has = (things: readonly Thing[], id: string): boolean => things.some((thing) => thing.id === id);

const areDistinct = (answer: Answer, things: readonly Thing[]): answer is string[] =>
  Array.isArray(answer) &&
  answer.length <= things.length &&
  new Set(answer).size === answer.length &&
  answer.every((id) => has(things, id));

function acceptMatching(
  { prompts, options }: { readonly prompts: readonly Thing[]; readonly options: readonly Thing[] },
  answer: Answer,
): Answer {
  const entries = typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? Object.entries(answer) : [];
  const fits = entries.every(([prompt, option]) => has(prompts, prompt) && has(options, option));
  if (!fits || entries.length === 0) {
    throw new InvalidAnswer('Answer with an object: the id of an option by the id of its prompt.');
  }
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function acceptText(answer: Answer): string {
  if (typeof answer !== 'string') throw new InvalidAnswer('Answer with text.');
  if (answer.length > longestAnswer) {
    throw new InvalidAnswer(`An answer has at most ${longestAnswer.toLocaleString('en')} characters.`);
  }
  return answer.replace(/\r\n?/g, '\n');
}
