import type { Refusal } from './read-refusals';

/** Texts of source files by name. */
export type Files = ReadonlyMap<string, string>;

/** A test's file, made ready to be searched many times. */
export interface TestFile {
  readonly name: string;
  /** As a person reads it: a sentence that stands on several lines in one, without its escapes. */
  readonly text: string;
  /** The words in it, with `aws ec2 create-subnet`, `--cidr-block` and `'CreateSubnet'` among them. */
  readonly words: ReadonlySet<string>;
}

export const testFiles = (files: Files): TestFile[] =>
  [...files].map(([name, source]) => {
    const text = source
      .replace(/' \+\s+'/g, '')
      .replace(/\\(['"`])/g, '$1')
      .replace(/\s+/g, ' ');
    const words = [/aws ec2 [a-z][\w-]*/g, /--[a-z][\w-]*/g, /'\w+'/g, /\w+/g].flatMap((one) => text.match(one) ?? []);
    return { name, text, words: new Set(words) };
  });

/** The files that make the call, by a line of the CLI's or by its name. */
export const testsOfOperation = (tests: readonly TestFile[], operation: string): TestFile[] =>
  tests.filter(({ words }) => words.has(`aws ec2 ${kebab(operation)}`) || words.has(`'${operation}'`));

/** Those of `callers` that name the parameter too, `--cidr-block` or `CidrBlock`; of a member its own name. */
export function testsOfParameter(callers: readonly TestFile[], path: string): TestFile[] {
  const name = path.split('.').at(-1) ?? path;
  const flag = kebab(name);
  return callers.filter(({ words }) => words.has(name) || words.has(`--${flag}`) || words.has(`--no-${flag}`));
}

/** The files that hold a refusal: its code with its words after it, or its code alone where that is enough to tell it. */
export function testsOfRefusal(
  tests: readonly TestFile[],
  { codes, messages }: Refusal,
  isShared: boolean,
): TestFile[] {
  const words = isShared && messages.length > 0 ? messages : [''];
  const patterns = codes.flatMap((code) => words.map((message) => patternOf(code, message)));
  return tests.filter(({ text }) => patterns.some((holds) => holds(text)));
}

/** Whether a text has the code and soon after it the words; what varies in them may be anything of a line's length. */
function patternOf(code: string, words: string): (text: string) => boolean {
  const [ofCode, ofWords] = [fixedParts(code), fixedParts(words)];
  const inOrder = (parts: readonly string[]) =>
    parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.{0,160}?');
  const pattern = new RegExp(`${inOrder(ofCode)}(?![\\w.]*\\w).{0,160}?${inOrder(ofWords)}`);
  // Most texts lack a part, and to find that out is quicker.
  return (text) => [...ofCode, ...ofWords].every((part) => text.includes(part)) && pattern.test(text);
}

const fixedParts = (text: string): string[] =>
  text
    .replace(/\s+/g, ' ')
    .split(/\{\w[^}]*\}/)
    .map((part) => part.trim())
    .filter(Boolean);

const kebab = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
