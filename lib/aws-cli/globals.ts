import { NotModelled } from '@/lib/engine/aws-error';
import { optInRegions, regions } from '@/lib/engine/region/zones';
import { invalidChoice } from './choices';
import type { CommandContext, Ec2Client } from './client';
import { parseQuery } from './query/parse-query';
import { QueryError } from './query/query-error';
import type { Node } from './query/syntax-tree';
import { serviceNames } from './services';
import { exitCodes, generalError, UsageError, valueError } from './usage-error';
import { readInteger } from './values';
import { type Option, type Sorted, sortWords } from './words';

interface GlobalOption extends Option {
  readonly says: string;
  /** AWS's program has it and this one does not. */
  readonly lacking?: true;
}

export const outputFormats = ['json', 'text', 'table', 'yaml', 'yaml-stream'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** Options of every command, in the order of the CLI's help. Source: `aws help` of version 2. */
export const globalOptions: readonly GlobalOption[] = [
  { flag: '--debug', takes: 'nothing', says: 'Show on stderr what is called, and with what.' },
  {
    flag: '--endpoint-url',
    takes: 'one',
    lacking: true,
    says: 'Not modelled: this program speaks to the simulated account alone.',
  },
  { flag: '--no-verify-ssl', takes: 'nothing', says: 'Taken, and without effect: nothing goes over a network.' },
  { flag: '--no-paginate', takes: 'nothing', says: 'Make one call, and show the first page only.' },
  {
    flag: '--output',
    takes: 'one',
    choices: outputFormats,
    says: 'How to print; json is the usual.',
  },
  { flag: '--query', takes: 'one', says: 'A JMESPath expression that picks from the answer.' },
  { flag: '--profile', takes: 'one', says: 'There is one profile, default.' },
  { flag: '--region', takes: 'one', says: 'The Region; an account here lies in one.' },
  { flag: '--version', takes: 'nothing', says: 'Show the version, and do nothing else.' },
  { flag: '--color', takes: 'one', choices: ['on', 'off', 'auto'], says: 'off or auto. (on is not modelled.)' },
  { flag: '--no-sign-request', takes: 'nothing', lacking: true, says: 'Not modelled.' },
  { flag: '--ca-bundle', takes: 'one', says: 'Taken, and without effect.' },
  { flag: '--cli-read-timeout', takes: 'one', says: 'Taken, and without effect.' },
  { flag: '--cli-connect-timeout', takes: 'one', says: 'Taken, and without effect.' },
  {
    flag: '--cli-binary-format',
    takes: 'one',
    choices: ['base64', 'raw-in-base64-out'],
    says: 'Taken, and without effect: no parameter here is binary.',
  },
  { flag: '--no-cli-pager', takes: 'nothing', says: 'Taken, and without effect: there is no pager.' },
  { flag: '--cli-auto-prompt', takes: 'nothing', lacking: true, says: 'Not modelled.' },
  { flag: '--no-cli-auto-prompt', takes: 'nothing', says: 'Taken, and without effect.' },
];

const options = new Map(globalOptions.map((option) => [option.flag, option]));

export interface Globals {
  readonly output: OutputFormat;
  readonly query: Node | undefined;
  readonly paginate: boolean;
  readonly debug: boolean;
}

export interface ProgramLine {
  /** The first word that is no option. */
  readonly command: string;
  /** What follows for the command to read. */
  readonly rest: readonly string[];
  readonly given: Sorted<Option>['given'];
}

/** The program's own options out of a line, wherever they stand. Refuses a first word that the CLI does not know. */
export function readProgram(words: readonly string[]): ProgramLine {
  const {
    given,
    positional = '',
    rest,
  } = sortWords(words, {
    options,
    positional: {
      name: 'command',
      required: true,
      accept(word) {
        if (!serviceNames.includes(word)) throw invalidChoice('command', word, serviceNames);
      },
    },
  });
  return { command: positional, rest, given };
}

/** What the options say, with the shell's variables where they are silent; refuses what cannot be done here. */
export function readGlobals(line: ProgramLine, context: CommandContext): Globals {
  const last = (flag: string) => line.given.findLast(({ option }) => option.flag === flag)?.words[0];
  const has = (flag: string) => line.given.some(({ option }) => option.flag === flag);
  const expression = last('--query');
  const query = expression === undefined ? undefined : readQuery(expression);
  for (const flag of ['--cli-read-timeout', '--cli-connect-timeout']) {
    const seconds = last(flag);
    if (seconds !== undefined) readInteger(seconds);
  }
  const endpoint = last('--endpoint-url');
  if (endpoint !== undefined && !/^https?:\/\/./.test(endpoint)) {
    const form = 'Must be of the form http://<hostname>/ or https://<hostname>/';
    throw valueError(`Bad value for --endpoint-url "${endpoint}": scheme is missing.  ${form}`);
  }
  const lacking = globalOptions.find((option) => option.lacking && has(option.flag));
  if (lacking) throw new NotModelled(`the option ${lacking.flag}`);
  if (last('--color') === 'on') throw new NotModelled('coloured output');
  const profile = last('--profile') ?? context.env.get('AWS_PROFILE') ?? 'default';
  if (profile !== 'default') throw generalError(`The config profile (${profile}) could not be found`);
  const output = last('--output') ?? (context.env.get('AWS_DEFAULT_OUTPUT') || 'json');
  return { output: readOutput(output), query, paginate: !has('--no-paginate'), debug: has('--debug') };
}

/** Refuse a Region other than the account's own: by NotModelled, or as the CLI does when there is no such Region. */
export function checkRegion(line: ProgramLine, context: CommandContext, client: Ec2Client): void {
  const asked = line.given.findLast(({ option }) => option.flag === '--region')?.words[0];
  const region = asked ?? (context.env.get('AWS_REGION') || context.env.get('AWS_DEFAULT_REGION') || client.region);
  if (region === client.region) return;
  if (Object.hasOwn(regions, region) || optInRegions.includes(region)) {
    throw new NotModelled(`more than one Region; this account lies in ${client.region}, not in ${region}`);
  }
  if (region === '') {
    const advice = 'You can also configure your region by running "aws configure".';
    throw new UsageError(`\nYou must specify a region. ${advice}\n`, exitCodes.configuration);
  }
  throw generalError(`Could not connect to the endpoint URL: "https://ec2.${region}.amazonaws.com/"`);
}

function readQuery(expression: string): Node {
  try {
    return parseQuery(expression);
  } catch (error) {
    if (error instanceof QueryError) throw valueError(`Bad value for --query ${expression}: ${error.message}`);
    throw error;
  }
}

function readOutput(output: string): OutputFormat {
  const known = outputFormats.find((format) => format === output);
  if (known) return known;
  throw generalError(`Unknown output type: ${output}`);
}
