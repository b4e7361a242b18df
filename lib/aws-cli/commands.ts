import actions from '@/lib/engine/data/actions.json';
import type { Operation } from '@/lib/engine/operation';
import { operations } from '@/lib/engine/operations';
import { type Argument, type ArgumentOption, argumentsOf, optionsOf } from './argument';
import { type Customization, customizations } from './customizations';
import { commandName } from './names';
import type { Option } from './words';

/** An option that is the command line's own and no parameter. */
export interface ControlOption extends Option {
  readonly kind: 'control';
}
export type CommandOption = ArgumentOption | ControlOption;

/** An operation as the command line has it. */
export interface Command {
  /** As the CLI spells it, `create-subnet`. */
  readonly name: string;
  readonly operation: Operation;
  readonly arguments: readonly Argument[];
  readonly options: ReadonlyMap<string, CommandOption>;
  /** Answered in pages, which the command line puts together. */
  readonly paged: boolean;
  readonly customization: Customization | undefined;
}

/** The command line's own options of every command, and of one that is answered in pages. */
const controls: readonly ControlOption[] = [
  { kind: 'control', flag: '--cli-input-json', takes: 'one' },
  { kind: 'control', flag: '--cli-input-yaml', takes: 'one' },
  { kind: 'control', flag: '--generate-cli-skeleton', takes: 'maybe', choices: ['input', 'output', 'yaml-input'] },
];
const pagingControls: readonly ControlOption[] = [
  { kind: 'control', flag: '--starting-token', takes: 'one' },
  { kind: 'control', flag: '--page-size', takes: 'one', integer: true },
  { kind: 'control', flag: '--max-items', takes: 'one', integer: true },
];
/** The parameters of paging; the CLI takes them and shows its own options instead. */
export const pagingMembers: readonly string[] = ['NextToken', 'MaxResults'];
/** Answered in pages that the CLI leaves to the person: AWS publishes no paginator for it. */
const unpaged: readonly string[] = ['DescribeTrafficMirrorFilterRules'];

const modelled = new Map<string, Operation>(operations.map((operation) => [commandName(operation.name), operation]));
const made = new Map<string, Command>();

/** The command for an operation that this simulator models. */
export function findCommand(name: string): Command | undefined {
  const known = made.get(name);
  if (known) return known;
  const operation = modelled.get(name);
  if (!operation) return undefined;
  const command = makeCommand(name, operation);
  made.set(name, command);
  return command;
}

function makeCommand(name: string, operation: Operation): Command {
  const paged =
    !unpaged.includes(operation.name) && pagingMembers.every((member) => Object.hasOwn(operation.input, member));
  const customization = Object.hasOwn(customizations, operation.name) ? customizations[operation.name] : undefined;
  const derived = argumentsOf(operation.input).map((argument) =>
    paged && pagingMembers.includes(argument.member) ? { ...argument, hidden: true } : argument,
  );
  const commandArguments = customization ? customization.change(derived) : derived;
  const options: CommandOption[] = [
    ...commandArguments.flatMap(optionsOf),
    ...controls,
    ...(paged ? pagingControls : []),
  ];
  return {
    name,
    operation,
    arguments: commandArguments,
    options: new Map(options.map((option) => [option.flag, option])),
    paged,
    customization,
  };
}

/** Names of the commands this simulator models, sorted. */
export const modelledCommands: readonly string[] = [...modelled.keys()].sort();

/** AWS's operations that the CLI leaves out: what they did needs tools that no longer exist. */
const leftOut = ['ImportInstance', 'ImportVolume'];

/** Every word that the CLI takes after `aws ec2`, modelled here or not, in its order. */
export const ec2Words: readonly string[] = [
  ...actions.filter((action) => !leftOut.includes(action)).map(commandName),
  'wait',
  'help',
];
