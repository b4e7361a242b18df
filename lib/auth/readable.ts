import 'server-only';
import { UserError } from './user-error';

/**
 * Refuses text with the NUL character, which PostgreSQL cannot store, and fields called `__proto__`, which a schema of records
 * drops without a word. Looks into everything that was sent, names of fields too; without recursion, because a request may be
 * nested deeper than the stack.
 */
export function refuseUnreadable(sent: unknown): void {
  const rest: unknown[] = [sent];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value === 'string' && value.includes('\0')) {
      throw new UserError('InvalidInput', 'Text here cannot hold the NUL character (\\u0000). Take it out.');
    }
    if (typeof value === 'object' && value !== null) {
      if (Object.hasOwn(value, '__proto__'))
        throw new UserError('InvalidInput', '__proto__: nothing here is called so.');
      for (const [key, part] of Object.entries(value)) rest.push(key, part);
    }
  }
}
