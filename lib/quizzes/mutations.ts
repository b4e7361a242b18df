import { Check } from '@/lib/labs/checks/check';
import { Question, type QuestionOf } from './question';

/**
 * The same question with each other key that it might have had: a proof that proves its key proves none of these.
 * single: each other choice. multiple: one choice more or fewer. ordering: two items exchanged. matching: two prompts'
 * options exchanged, and another option for one prompt. numeric: one more, one less, twice as much.
 * cli: a check turned round where `none` can say it; a check left out, unless another one asks for all of it.
 * free: none, because it has no key.
 */
export function mutations(question: Question): Question[] {
  // A mutant that could not be written down as a question is none.
  return keysOf(question).filter((mutant) => Question.safeParse(mutant).success);
}

function keysOf(question: Question): Question[] {
  switch (question.type) {
    case 'single':
      return question.choices
        .filter(({ correct }) => !correct)
        .map(({ id }) => ({
          ...question,
          choices: question.choices.map((choice) => ({ ...choice, correct: choice.id === id })),
        }));
    case 'multiple':
      return question.choices.map(({ id }) => ({
        ...question,
        choices: question.choices.map((choice) => ({ ...choice, correct: (choice.id === id) !== choice.correct })),
      }));
    case 'ordering':
      return pairs(question.items).map(([a, b]) => ({ ...question, items: exchanged(question.items, a, b) }));
    case 'matching':
      return matchings(question);
    case 'numeric': {
      const { answer } = question;
      const others = new Set([answer + 1, answer - 1, answer * 2]);
      return [...others].filter((other) => other !== answer).map((other) => ({ ...question, answer: other }));
    }
    case 'cli':
      return cliKeys(question);
    case 'free':
      return [];
  }
}

/** Every two of some things, by their positions. */
const pairs = (things: readonly unknown[]): [number, number][] =>
  things.flatMap((_, a) => things.slice(a + 1).map((_, offset): [number, number] => [a, a + 1 + offset]));

const exchanged = <T>(things: readonly T[], a: number, b: number): T[] =>
  things.map((thing, index) => things[index === a ? b : index === b ? a : index] ?? thing);

function matchings(question: QuestionOf<'matching'>): Question[] {
  const { prompts, options } = question;
  const withOptions = (chosen: readonly string[]): Question => ({
    ...question,
    prompts: prompts.map((prompt, index) => ({ ...prompt, option: chosen[index] ?? prompt.option })),
  });
  const key = prompts.map(({ option }) => option);
  const exchanges = pairs(prompts).filter(([a, b]) => key[a] !== key[b]);
  return [
    ...exchanges.map(([a, b]) => withOptions(exchanged(key, a, b))),
    ...prompts.flatMap((prompt, index) =>
      options.filter(({ id }) => id !== prompt.option).map(({ id }) => withOptions(key.with(index, id))),
    ),
  ];
}

function cliKeys(question: QuestionOf<'cli'>): Question[] {
  const { checks } = question;
  const turned = checks.flatMap((one, index) => {
    const check = opposite(one.check);
    return check ? [{ ...question, checks: checks.with(index, { ...one, check }) }] : [];
  });
  const fewer = checks
    .filter((one) => !checks.some((other) => other !== one && implies(other.check, one.check)))
    .map((one) => ({ ...question, checks: checks.filter((other) => other !== one) }));
  return [...turned, ...fewer];
}

function opposite(check: Check): Check | undefined {
  return check.none ?? Check.safeParse({ none: check }).data;
}

/** Whether `check` asks for everything that `less` asks for, of the same thing: then leaving `less` out changes no key. */
function implies(check: Check, less: Check): boolean {
  const all = new Set(conditions(check));
  return check.none === undefined && conditions(less).every((condition) => all.has(condition));
}

const conditions = (check: Check): string[] =>
  Object.entries(check).flatMap(([predicate, wants]) =>
    members(wants).map((want) => JSON.stringify([predicate, want])),
  );
const members = (wants: object = {}): [string, unknown][] => Object.entries(wants);
