import { mix } from '@/lib/engine/ids';
import { maxPoints, type Question } from './question';
import type { QuestionResult, QuestionView } from './views';

/**
 * A question as it is asked: no key in it, and whatever has an order in one that `seed` draws for this question alone.
 * Items of an ordering never stand in the right order. `variables`: values of the variables that a `cli` question gives.
 */
export function questionView(
  question: Question,
  seed: string,
  variables: Readonly<Record<string, string>> = {},
): QuestionView {
  const head = { id: question.id, stem: question.stem, points: maxPoints(question) };
  const stream = `${seed}/${question.id}`;
  switch (question.type) {
    case 'single':
    case 'multiple':
      return { ...head, type: question.type, choices: shuffled(question.choices, stream).map(thing) };
    case 'ordering':
      return { ...head, type: 'ordering', items: disordered(question.items, stream).map(thing) };
    case 'matching':
      return {
        ...head,
        type: 'matching',
        prompts: shuffled(question.prompts, `${stream}/prompts`).map(thing),
        options: shuffled(question.options, `${stream}/options`).map(thing),
      };
    case 'numeric':
      return { ...head, type: 'numeric', ...(question.unit !== undefined && { unit: question.unit }) };
    case 'cli':
      return {
        ...head,
        type: 'cli',
        given: question.given.map(({ name, what }) => ({ name, value: variables[name] ?? '', what })),
      };
    case 'free':
      return { ...head, type: 'free' };
  }
}

/**
 * What became of a question in the order in which `view` asked it. The items of an ordering stay in their right order:
 * that is what is read from them.
 */
export function asAsked(view: QuestionView, parts: QuestionResult['parts']): QuestionResult['parts'] {
  const asked = 'choices' in view ? view.choices : 'prompts' in view ? view.prompts : undefined;
  return asked ? asked.flatMap(({ id }) => parts.filter((part) => part.id === id)) : parts;
}

const thing = ({ id, text }: { id: string; text: string }) => ({ id, text });

/** Fisher and Yates, with the numbers of one stream: the same stream gives the same order on every machine. */
function shuffled<T>(things: readonly T[], stream: string): T[] {
  const rest = [...things];
  const drawn: T[] = [];
  while (rest.length > 0) {
    const index = Math.floor((mix(stream, rest.length) / 2 ** 32) * rest.length);
    drawn.push(...rest.splice(index, 1));
  }
  return drawn;
}

/** Shuffled until it is another order. Takes three things or more, as an ordering has. */
function disordered<T>(things: readonly T[], stream: string): T[] {
  for (let round = 0; ; round += 1) {
    const drawn = shuffled(things, `${stream}/${round}`);
    if (drawn.some((one, index) => one !== things[index])) return drawn;
  }
}
