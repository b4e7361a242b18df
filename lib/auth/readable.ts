import 'server-only';
import { UserError } from './user-error';

/** More than anything here has, and few enough that whatever walks a request by recursion keeps its stack. */
const deepest = 100;

/**
 * Refuses text with the NUL character, which PostgreSQL cannot store, fields called `__proto__`, which a schema of records
 * drops without a word, and what is nested too deep to be written as JSON again. Looks into everything that was sent, names of
 * fields too; without recursion, because a request may be nested deeper than the stack.
 */
export function refuseUnreadable(sent: unknown): void {
  const rest: { value: unknown; depth: number }[] = [{ value: sent, depth: 0 }];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string' && value.includes('\0')) {
      throw new UserError('InvalidInput', 'Text here cannot hold the NUL character (\\u0000). Take it out.');
    }
    if (typeof value === 'object' && value !== null) {
      if (Object.hasOwn(value, '__proto__'))
        throw new UserError('InvalidInput', '__proto__: nothing here is called so.');
      if (depth === deepest) throw new UserError('InvalidInput', `Nothing here is nested more than ${deepest} deep.`);
      for (const [key, part] of Object.entries(value))
        rest.push({ value: key, depth: depth + 1 }, { value: part, depth: depth + 1 });
    }
  }
}
