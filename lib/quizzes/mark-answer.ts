import { isBlank } from './accept-answer';
import type { Answer } from './answer';
import type { CliRun } from './cli-answer';
import { numberOf } from './numeric';
import type { Question, QuestionOf } from './question';
import type { QuestionResult } from './views';

type Parts = QuestionResult['parts'];

export interface Marked {
  /** From 0 to 1; undefined where a person marks it. */
  readonly score: number | undefined;
  /** What the person made of each choice, item, prompt or check. */
  readonly parts: Parts;
  readonly solution?: string;
  /** What a CLI answer printed. */
  readonly output?: string;
}

/**
 * Mark an answer that `acceptAnswer` gave. `run` is what became of a CLI answer that is not blank, and only of one;
 * throws without it.
 *
 * single, cli: all or nothing. multiple: right ones chosen less wrong ones chosen, never below 0, of all right ones.
 * ordering: items at their place, of all. matching: prompts with their option, of all. free: by a person, or 0 when blank.
 */
export function markAnswer(question: Question, answer: Answer, run?: CliRun): Marked {
  switch (question.type) {
    case 'single':
      return markSingle(question, answer);
    case 'multiple':
      return markMultiple(question, answer);
    case 'ordering':
      return markOrdering(question, answer);
    case 'matching':
      return markMatching(question, answer);
    case 'numeric':
      return markNumeric(question, answer);
    case 'cli':
      return markCli(question, answer, run);
    case 'free':
      return { score: isBlank(answer) ? 0 : undefined, parts: [] };
  }
}

function markSingle({ choices }: QuestionOf<'single'>, answer: Answer): Marked {
  const correct = choices.find((choice) => choice.correct);
  return { score: answer === correct?.id ? 1 : 0, parts: choiceParts(choices, [answer]) };
}

function markMultiple({ choices }: QuestionOf<'multiple'>, answer: Answer): Marked {
  const ids = Array.isArray(answer) ? answer : [];
  const chosen = choices.filter(({ id }) => ids.includes(id));
  const right = chosen.filter(({ correct }) => correct).length;
  const all = choices.filter(({ correct }) => correct).length;
  return { score: Math.max(0, right - (chosen.length - right)) / all, parts: choiceParts(choices, ids) };
}

const choiceParts = (choices: QuestionOf<'single'>['choices'], chosen: readonly unknown[]): Parts =>
  choices.map(({ id, text, correct, why }) => {
    const words = (isChosen: boolean) => (isChosen ? 'chosen' : 'not chosen');
    return part({ id, text, why }, words(chosen.includes(id)), words(correct));
  });

function markOrdering({ items }: QuestionOf<'ordering'>, answer: Answer): Marked {
  const order = Array.isArray(answer) ? answer : [];
  const parts = items.map((item, index) => part(item, place(order.indexOf(item.id)), place(index)));
  return { score: share(parts), parts };
}

const place = (index: number): string => ['not placed', '1st', '2nd', '3rd'][index + 1] ?? `${index + 1}th`;

function markMatching({ prompts, options }: QuestionOf<'matching'>, answer: Answer): Marked {
  const given = new Map(typeof answer === 'object' && !Array.isArray(answer) ? Object.entries(answer ?? {}) : []);
  // By id: two options may read alike.
  const parts = prompts.map((prompt) => {
    const textOf = (option: string | undefined) => options.find(({ id }) => id === option)?.text ?? 'nothing';
    const option = given.get(prompt.id);
    return { ...part(prompt, textOf(option), textOf(prompt.option)), holds: option === prompt.option };
  });
  return { score: share(parts), parts };
}

function markNumeric({ answer: key, tolerance, unit }: QuestionOf<'numeric'>, answer: Answer): Marked {
  const number = typeof answer === 'string' ? numberOf(answer) : undefined;
  // 0.4 is 0.1 away from 0.3, whatever binary fractions say.
  const slack = 1e-9 * Math.max(1, Math.abs(key));
  const holds = number !== undefined && Math.abs(number - key) <= tolerance + slack;
  return { score: holds ? 1 : 0, parts: [], solution: unit === undefined ? `${key}` : `${key} ${unit}` };
}

function markCli({ checks, solution }: QuestionOf<'cli'>, answer: Answer, run: CliRun | undefined): Marked {
  const ran = isBlank(answer) ? undefined : run;
  if (!ran && !isBlank(answer)) throw new Error('a CLI answer is marked by its run');
  const words = (holds: boolean) => (holds ? 'passed' : 'not passed');
  const parts = checks.map(({ say }, index) => {
    const { passed = false, found = 'Nothing was answered.' } = ran?.checks[index] ?? {};
    return part({ id: `check-${index + 1}`, text: say, why: found }, words(passed), words(true));
  });
  const holds = parts.every((one) => one.holds);
  return { score: holds ? 1 : 0, parts, solution, ...(ran && { output: ran.output }) };
}

const part = (
  { id, text, why }: { id: string; text: string; why: string },
  answered: string,
  right: string,
): Parts[number] => ({ id, text, answered, right, holds: answered === right, why });

const share = (parts: Parts): number => parts.filter(({ holds }) => holds).length / parts.length;
