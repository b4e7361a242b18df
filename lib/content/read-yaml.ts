import 'server-only';
import { parse } from 'yaml';
import { z } from 'zod';

/** Largest YAML file that is read, in characters. */
const longest = 64_000;

/**
 * Read a YAML text by its schema. Refuses aliases, texts past 64,000 characters and whatever the schema does not
 * know; the error begins with `name`.
 */
export function readYaml<S extends z.ZodType>(name: string, text: string, schema: S): z.output<S> {
  if (text.length > longest) throw new Error(`${name}: longer than ${longest} characters`);
  let data: unknown;
  try {
    data = parse(text, { maxAliasCount: 0, logLevel: 'error' });
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
  }
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new Error(`${name}:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
