import { QueryError } from './query-error';
import { Reference } from './values';

/** Work one expression may cause: members looked at, texts built (a step for each 16 characters), results printed. */
const mostSteps = 1_000_000;
/** Characters of texts and names in what comes out. */
const mostCharacters = 1_000_000;
/** Cells of what comes out, were all its structures rows of one table with a column for each name. */
const mostCells = 4_000_000;

/** Counts what an expression costs, so that a bomb ends at the same point on every machine. */
export class Budget {
  private steps = 0;

  spend(steps: number): void {
    this.steps += steps;
    if (this.steps > mostSteps) {
      throw new QueryError(
        `The --query expression takes more than ${mostSteps} steps; this simulator stops there.`,
        false,
      );
    }
  }

  spendText(text: string): string {
    this.spend(1 + text.length / 16);
    return text;
  }

  /** Refuse a result that is small only because it holds the same value many times over, and one that is no value. */
  spendResult(value: unknown): void {
    let characters = 0;
    let structures = 0;
    const names = new Set<string>();
    const visit = (part: unknown, depth: number): void => {
      // Four blanks for each level stand before its line, as JSON.
      this.spend(1 + depth / 4);
      if (part instanceof Reference) throw new QueryError('Circular reference detected', false);
      if (typeof part === 'string') characters += part.length;
      else if (Array.isArray(part)) for (const member of part) visit(member, depth + 1);
      else if (typeof part === 'object' && part !== null) {
        structures += 1;
        for (const [key, member] of Object.entries(part)) {
          characters += key.length;
          names.add(key);
          visit(member, depth + 1);
        }
      }
      if (characters > mostCharacters) {
        throw new QueryError(`The --query expression gives more than ${mostCharacters} characters.`, false);
      }
      if (structures * names.size > mostCells) {
        throw new QueryError(`The --query expression gives a table of more than ${mostCells} cells.`, false);
      }
    };
    visit(value, 0);
  }
}
