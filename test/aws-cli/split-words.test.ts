// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are lines of bash
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitWords } from '@/lib/aws-cli/split-words';
import { UsageError } from '@/lib/aws-cli/usage-error';
import { Terminal } from '../shell/terminal';

const variables = { ENI: 'eni-1', IDS: 'i-1  i-2', EMPTY: '', Q: "it's" };

/** The words that bash makes of a line. */
async function inBash(line: string): Promise<string[]> {
  const terminal = new Terminal();
  const set = Object.entries(variables).map(([name, value]) => `${name}='${value.replaceAll("'", `'\\''`)}'`);
  await terminal.out(set.join('\n'));
  const out = await terminal.out(`show() { for word in "$@"; do echo "[$word]"; done; }\nshow ${line}`);
  return out === '' ? [] : out.slice(1, -2).split(']\n[');
}

test.each([
  ['aws ec2  describe-vpcs', ['aws', 'ec2', 'describe-vpcs']],
  ['\n aws\tec2 \n\n', ['aws', 'ec2']],
  ['', []],
  [`aws --query 'Vpcs[*].{Id: VpcId}'`, ['aws', '--query', 'Vpcs[*].{Id: VpcId}']],
  [`a"b c"d'e f'`, ['ab cde f']],
  [`'' ""`, ['', '']],
  ['a\\ b \\$ENI \\\\', ['a b', '$ENI', '\\']],
  ['"a\\"b \\$ENI \\x"', ['a"b $ENI \\x']],
  [`'$ENI \\'`, ['$ENI \\']],
  ['$ENI ${ENI} x$ENI-y ${ENI}s', ['eni-1', 'eni-1', 'xeni-1-y', 'eni-1s']],
  ['$IDS "$IDS" x$IDS', ['i-1', 'i-2', 'i-1  i-2', 'xi-1', 'i-2']],
  ['$EMPTY $NONE "$NONE" a${NONE}b', ['', 'ab']],
  ['"$Q" $Q', ["it's", "it's"]],
  ['a $ "$" a$', ['a', '$', '$', 'a$']],
  ['a #b', ['a']],
  ['a#b a~ #', ['a#b', 'a~']],
  ['Vpcs[].VpcId Vpcs[0]', ['Vpcs[].VpcId', 'Vpcs[0]']],
  ['Key=Name,Value=x', ['Key=Name,Value=x']],
  ['aws \\\n  ec2', ['aws', 'ec2']],
  ['"a\\\nb"', ['ab']],
  ['é 日本 "ü"', ['é', '日本', 'ü']],
])('%j becomes %j, as in bash', async (line, words) => {
  expect(splitWords(line, variables)).toEqual(words);
  expect(await inBash(line.trim())).toEqual(words);
});

test('an inherited name is no variable', () => {
  expect(splitWords('"$constructor" $toString', {})).toEqual(['']);
});

test.each([
  ['aws ec2 describe-vpcs | jq .', /^\n\| means a pipe/],
  ['aws ec2; ls', /;/],
  ['aws & ', /&/],
  ['aws && ls', /&/],
  ['aws > file', /writing to a file/],
  ['aws < file', /reading/],
  ['ID=$(aws ec2)', /\$\( means a command inside/],
  ['"$(aws)"', /\$\(/],
  ['`aws`', /` means/],
  ['"`aws`"', /single quotes/],
  ['aws ec2 *', /\* means a pattern/],
  ['a?b', /\? means a pattern/],
  ['aws\nls', /A new line means/],
  ['Tags=[{Key=a,Value=b}]', /\{ means several words/],
  ['~/file', /~ means the home/],
  ['(aws)', /\( means/],
  ['${ENI:-x}', /\$\{ means more/],
  ['$1', /\$1 means more/],
  ["$'a'", /\$' means/],
  ["aws 'x", /A quote is open: '/],
  ['aws "x', /A quote is open: "/],
  ['aws \\', /ends with a backslash/],
])('%j needs a shell, and says so', (line, message) => {
  const act = () => splitWords(line, variables);
  expect(act).toThrow(UsageError);
  expect(act).toThrow(message);
});

test('whatever is taken is taken as bash takes it', async () => {
  // Without `[`, in which this shell looks for the index of an array.
  const part = fc.constantFrom('a', ' ', "'", '"', '\\', '$', '$ENI', '${IDS}', '$EMPTY', '#', '=', '-', '\t', 'é');
  const line = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(line, async (text) => {
      let words: string[];
      try {
        words = splitWords(text, variables);
      } catch {
        return;
      }
      // The labs' bash takes `$EMPTY""` for no word and bash takes it for an empty one: the rows above have those.
      const said = (all: readonly string[]) => all.filter((word) => word !== '');
      expect(said(await inBash(text))).toEqual(said(words));
    }),
    { numRuns: 300 },
  );
});

test.each(["''", '""', '\n', 'a\n', '\\\n', '$', '# ', '"$ENI"', "'a' ", '\\', '${'])(
  'half a million characters of %j are no work',
  (part) => {
    // If the work grew with the square of the line, this would not end within the test's time.
    const line = part.repeat(500_000 / part.length);
    try {
      splitWords(line, variables);
      splitWords(`a ${line}`, variables);
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
    }
  },
);
