import { type Argument, negativeFlag, valueInside } from './argument';
import { type Command, modelledCommands } from './commands';
import { globalOptions } from './globals';
import { jsonSyntax, shorthandSyntax, typeName } from './shape-syntax';
import type { Waiter } from './waiters';

const reference = 'https://docs.aws.amazon.com/cli/latest/reference';

const page = (sections: readonly (readonly [string, string])[]): string =>
  `${sections.map(([title, text]) => `${title}\n${text}`).join('\n\n')}\n`;

const indented = (text: string, by = '    '): string => text.replace(/^(?=.)/gm, by);

const globalList = (): string =>
  globalOptions
    .map(({ flag, takes, says }) => `${flag}${takes === 'nothing' ? '' : ' <value>'}\n    ${says}`)
    .join('\n');

/** `aws help`. */
export const programHelp = (): string =>
  page([
    ['NAME', '    aws - the AWS command line, on a simulated account'],
    ['SYNOPSIS', '    aws [options] ec2 <command> [parameters]'],
    [
      'DESCRIPTION',
      indented(
        `It reads its words and prints its answers as version 2 of the AWS CLI does. Of AWS's services there is ec2.
Options may stand anywhere in the line. For more:

  aws ec2 help             the commands
  aws ec2 <command> help   one command
  aws ec2 wait help        the waiters`,
      ),
    ],
    ['OPTIONS', indented(globalList())],
    ['SEE ALSO', `    ${reference}/index.html`],
  ]);

/** `aws ec2 help`. */
export const serviceHelp = (): string =>
  page([
    ['NAME', '    ec2 - Amazon Elastic Compute Cloud and the network around it'],
    ['SYNOPSIS', '    aws ec2 <command> [parameters]'],
    ['COMMANDS', indented([...modelledCommands, 'wait', 'help'].join('\n'))],
    ['SEE ALSO', `    ${reference}/ec2/index.html`],
  ]);

/** `aws ec2 <command> help`. */
export function commandHelp(command: Command): string {
  const { name, operation } = command;
  return page([
    ['NAME', `    ${name} - ${operation.name} of the EC2 API`],
    ['SYNOPSIS', synopsis(name, command)],
    ['OPTIONS', options(command)],
    ...notModelled(command),
    ['GLOBAL OPTIONS', wrapped(globalOptions.map(({ flag }) => flag))],
    [
      'SEE ALSO',
      `    ${reference}/ec2/${name}.html
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_${operation.name}.html`,
    ],
  ]);
}

/** `aws ec2 wait help`. */
export const waitHelp = (words: readonly string[]): string =>
  page([
    ['NAME', '    wait - let simulated time pass until a condition holds'],
    ['SYNOPSIS', '    aws ec2 wait <condition> [parameters]'],
    ['CONDITIONS', indented(words.join('\n'))],
    ['SEE ALSO', `    ${reference}/ec2/wait/index.html`],
  ]);

/** `aws ec2 wait <condition> help`. */
export function waiterHelp(word: string, waiter: Waiter, command: Command): string {
  const { delay, maxAttempts } = waiter;
  return page([
    ['NAME', `    ${word} - wait by polling ${command.name}`],
    [
      'DESCRIPTION',
      `    Polls every ${delay} simulated seconds, at most ${maxAttempts} times; then it fails with exit code 255.`,
    ],
    ['SYNOPSIS', synopsis(`wait ${word}`, command)],
    ['OPTIONS', options(command)],
    ...notModelled(command),
    ['SEE ALSO', `    ${reference}/ec2/wait/${word}.html`],
  ]);
}

function synopsis(name: string, command: Command): string {
  const words = shown(command).map((argument) => {
    const given = flags(argument);
    return argument.required ? given : `[${given}]`;
  });
  const paging = command.paged ? ['[--starting-token <value>]', '[--page-size <value>]', '[--max-items <value>]'] : [];
  const own = ['[--cli-input-json <value>]', '[--generate-cli-skeleton]'];
  return [`    aws ec2 ${name}`, ...[...words, ...own, ...paging].map((word) => `        ${word}`)].join('\n');
}

const shown = (command: Command): Argument[] =>
  command.arguments.filter(({ hidden, shape }) => !hidden && shape.type !== 'notModelled');

/** Parameters that AWS has and this simulator refuses. */
function notModelled(command: Command): [string, string][] {
  const lacking = command.arguments.filter(({ shape }) => shape.type === 'notModelled');
  return lacking.length === 0 ? [] : [['NOT MODELLED', wrapped(lacking.map(({ name }) => `--${name}`))]];
}

/** Words in lines of at most 90 characters. */
function wrapped(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length < 90) lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
    else lines.push(word);
  }
  return indented(lines.join('\n'));
}

function flags(argument: Argument): string {
  const { name, shape } = argument;
  if (shape.type === 'boolean' || valueInside(shape)?.type === 'boolean')
    return `--${name} | ${negativeFlag(argument)}`;
  return `--${name} <value>`;
}

function options(command: Command): string {
  const described = shown(command).map((argument) => {
    const { shape } = argument;
    const type = `(${typeName(shape)})${argument.required ? ' required' : ''}`;
    return [`    ${flags(argument).replace(' <value>', '')} ${type}`, ...details(argument)].join('\n');
  });
  return described.join('\n');
}

function details({ shape }: Argument): string[] {
  const inside = valueInside(shape);
  if (inside) return inside.type === 'boolean' ? [] : [`        ${inside.type}, or Value=${inside.type}`];
  if (shape.type === 'string' && shape.values) return [`        One of: ${shape.values.join(' ')}`];
  if (shape.type === 'list' && shape.member.type !== 'structure') {
    return [`        ${typeName(shape.member)} ${typeName(shape.member)} ...`];
  }
  const shorthand = shorthandSyntax(shape);
  if (shorthand === undefined) return [];
  return [`        Shorthand: ${shorthand}`, '        JSON:', indented(jsonSyntax(shape), '          ')];
}
