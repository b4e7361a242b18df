/**
 * Keys of VPN tunnels that somebody typed, and what stands in their place where others look. Keys that the simulation drew are
 * nobody's. Worlds and inputs are plain JSON data, so one walk does for both.
 */
const member = 'PreSharedKey';
/** As AWS takes them: letters, digits, periods and underscores. */
const instead = 'not.shown';

/** The keys in what was typed. */
export function typedKeys(inputs: Iterable<unknown>): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const input of inputs) {
    replaced(input, (key) => {
      keys.add(key);
      return key;
    });
  }
  return keys;
}

/** A copy without those keys; without any when none are named. */
export const withoutKeys = <T>(value: T, keys?: ReadonlySet<string>): T =>
  // Each branch below gives back the kind of value that it was given.
  replaced(value, (key) => (keys === undefined || keys.has(key) ? instead : key)) as T;

function replaced(value: unknown, replace: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((part) => replaced(part, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      name === member && typeof part === 'string' ? replace(part) : replaced(part, replace),
    ]),
  );
}
