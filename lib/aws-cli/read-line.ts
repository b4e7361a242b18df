import { NotModelled } from '@/lib/engine/aws-error';
import actions from '@/lib/engine/data/actions.json';
import { invalidChoice } from './choices';
import type { CommandContext } from './client';
import { type Command, ec2Words, findCommand } from './commands';
import { type Globals, type ProgramLine, readGlobals, readProgram } from './globals';
import { programHelp, serviceHelp } from './help';
import { commandName } from './names';
import { waiterWords } from './waiters';
import { sortWords } from './words';

/** What `aws --version` prints: the version whose words and forms this program keeps to. */
const version = 'aws-cli/2.9.19 Python/3.11.2 Linux/Patchbay source/x86_64 prompt/off\n';

/** What a line asks of the program, before the words of its command are read. */
export type AwsLine =
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'wait' } & Rest)
  | ({ readonly kind: 'command'; readonly command: Command } & Rest);

interface Rest {
  readonly program: ProgramLine;
  readonly globals: Globals;
  /** Words for the command to read. */
  readonly words: readonly string[];
}

/** Find the command of a line (the words after `aws`). Refuses with the CLI's sentences; makes no call. */
export function readLine(argv: readonly string[], context: CommandContext): AwsLine {
  if (argv.includes('--version')) return { kind: 'text', text: version };
  // The CLI itself answers these with the usage of its innards.
  if (argv.some((word) => word === '--help' || word === '-h')) return readLine([...pathOf(argv), 'help'], context);
  const program = readProgram(argv);
  if (program.command === 'help') return { kind: 'text', text: programHelp() };
  const globals = readGlobals(program, context);
  if (program.command === 'configure') {
    throw new NotModelled('aws configure; the account, its Region and its credentials are set up already');
  }
  if (program.command !== 'ec2') throw new NotModelled(`the service ${program.command}; of AWS's services it has ec2`);
  const { positional: word = '', rest } = sortWords(program.rest, {
    options: new Map(),
    positional: { name: 'operation', required: true, accept: acceptWord },
  });
  if (word === 'help') return { kind: 'text', text: serviceHelp() };
  const command = findCommand(word);
  return command
    ? { kind: 'command', command, program, globals, words: rest }
    : { kind: 'wait', program, globals, words: rest };
}

/** The words of a line that name a command. */
function pathOf(argv: readonly string[]): string[] {
  const at = argv.indexOf('ec2');
  if (at < 0) return [];
  const [word, next = ''] = argv.slice(at + 1);
  if (word === 'wait') return ['ec2', 'wait', ...(waiterWords.includes(next) ? [next] : [])];
  return word !== undefined && ec2Words.includes(word) && word !== 'help' ? ['ec2', word] : ['ec2'];
}

function acceptWord(word: string): void {
  if (word === 'help' || word === 'wait' || findCommand(word)) return;
  if (!ec2Words.includes(word)) throw invalidChoice('operation', word, ec2Words);
  throw new NotModelled(`the operation ${actions.find((action) => commandName(action) === word)}`);
}
