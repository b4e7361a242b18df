import 'server-only';
import { UserError } from './user-error';

/**
 * Refuses text with the NUL character, which PostgreSQL cannot store. Looks into everything that was sent, names of fields
 * too; without recursion, because a request may be nested deeper than the stack.
 */
export function refuseNul(sent: unknown): void {
  const rest: unknown[] = [sent];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value === 'string' && value.includes('\0')) {
      throw new UserError('InvalidInput', 'Text here cannot hold the NUL character (\\u0000). Take it out.');
    }
    if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value)) rest.push(key, part);
  }
}
