import 'server-only';
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

/** Largest YAML file that is read, in characters. */
const longest = 64_000;

/**
 * Read a YAML text by its schema. Refuses aliases, texts past 64,000 characters and whatever the schema does not know; the error
 * has a line for each thing that is wrong, `content/<name>:<line>: <where>: <what>`.
 * @param name path below `content/`
 * @param firstLine of the text in its file
 */
export function readYaml<S extends z.ZodType>(name: string, text: string, schema: S, firstLine = 1): z.output<S> {
  const at = (line: number) => `content/${name}:${line + firstLine - 1}`;
  if (text.length > longest) throw new Error(`${at(1)}: longer than ${longest} characters`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const [wrong] = document.errors;
  if (wrong) throw new Error(`${at(lineOf(wrong.pos[0]))}: ${wrong.message}`);
  const parsed = schema.safeParse(toData(document, at(1)));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const { path, message } = issue;
    const node = issue.code === 'unrecognized_keys' ? keyNode(document, path, issue.keys[0]) : nearest(document, path);
    return `${at(lineOf(node?.range?.[0] ?? 0))}: ${path.length > 0 ? `${z.core.toDotPath(path)}: ` : ''}${message}`;
  });
  throw new Error(problems.join('\n'));
}

function toData(document: ReturnType<typeof parseDocument>, where: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw new Error(`${where}: ${error instanceof Error ? error.message : error}`);
  }
}

/** The node at a path, or, where there is none because it is missing, the nearest one around it. */
function nearest(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]) {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return undefined;
}

/** The key itself of a member of what stands at the path. */
function keyNode(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[], key: string | undefined) {
  const around = nearest(document, path);
  const keys = isMap(around) ? around.items.map((pair) => pair.key).filter(isScalar) : [];
  return keys.find(({ value }) => value === key) ?? around;
}
