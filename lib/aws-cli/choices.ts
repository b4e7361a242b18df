import { closeMatches } from './close-matches';
import { argumentError, type UsageError } from './usage-error';

/** The CLI's refusal of a word that is none of those there are: all of them in two columns, and what may be meant. */
export function invalidChoice(argument: string, word: string, choices: readonly string[]): UsageError {
  const rows: string[] = [];
  for (let index = 0; index < choices.length; index += 2) {
    rows.push(
      choices
        .slice(index, index + 2)
        .map((choice) => choice.padEnd(40))
        .join(' | '),
    );
  }
  const close = closeMatches(word, choices);
  const meant = close.map((name) => `\n  * ${name}`).join('');
  const suggestion = meant && `\n\n\nInvalid choice: '${word}', maybe you meant:\n${meant}`;
  return argumentError(`argument ${argument}: Invalid choice, valid choices are:\n\n${rows.join('\n')}${suggestion}`);
}
