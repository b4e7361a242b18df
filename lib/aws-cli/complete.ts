import { type IdKind, idPrefixes } from '@/lib/engine/ids';
import { images } from '@/lib/engine/image/images';
import { instanceTypeNames } from '@/lib/engine/instance-type/instance-type-limits';
import type { Shape } from '@/lib/engine/shapes';
import { type Argument, negativeFlag, valueInside } from './argument';
import { type Command, type CommandOption, findCommand, modelledCommands } from './commands';
import { globalOptions } from './globals';
import { commandName } from './names';
import { modelledWaiters } from './wait';
import { waiters } from './waiters';
import type { Option } from './words';

/** The ids that there are in an account, by kind. */
export type KnownIds = Readonly<Partial<Record<IdKind, readonly string[]>>>;

/**
 * What may stand in the place of `current`, the word under the cursor: `words` are those between `aws` and it.
 * Commands, flags not yet given, values that a parameter names, ids by the parameter's name. In the order of the CLI.
 */
export function completeAws(words: readonly string[], current: string, ids: KnownIds): string[] {
  const place = find(words);
  const candidates = place.option ? valuesFor(place.option, current, ids) : [];
  if (place.needsValue || (place.option && !current.startsWith('-') && candidates.length > 0)) {
    return starting(candidates, current);
  }
  if (current.startsWith('-'))
    return starting(
      [...place.flags, ...globalOptions.filter(({ lacking }) => !lacking).map(({ flag }) => flag)],
      current,
    );
  return starting(place.words, current);
}

const starting = (candidates: readonly string[], start: string): string[] => [
  ...new Set(candidates.filter((candidate) => candidate.startsWith(start))),
];

interface Place {
  /** The option that `current` may be a word of. */
  readonly option: Option | CommandOption | undefined;
  readonly needsValue: boolean;
  /** Flags that can be given here. */
  readonly flags: readonly string[];
  /** Words that are no flags. */
  readonly words: readonly string[];
}

/** Walk over the words up to the cursor. */
function find(words: readonly string[]): Place {
  const path: string[] = [];
  const given = new Set<string>();
  let command: Command | undefined;
  let option: Option | CommandOption | undefined;
  let taken = 0;
  for (const word of words) {
    const mayTake =
      option && taken < (option.takes === 'many' ? Number.POSITIVE_INFINITY : option.takes === 'nothing' ? 0 : 1);
    if (word.startsWith('--') && !(option?.takes === 'one' && taken === 0)) {
      option = command?.options.get(word) ?? globalOptions.find(({ flag }) => flag === word);
      given.add(word);
      taken = 0;
    } else if (mayTake) taken += 1;
    else {
      path.push(word);
      command = commandOf(path);
      option = undefined;
    }
  }
  const open = option && option.takes !== 'nothing' && (option.takes === 'many' || taken === 0) ? option : undefined;
  return {
    option: open,
    needsValue: open?.takes === 'one',
    flags: command ? flagsOf(command).filter((flag) => !given.has(flag)) : [],
    words: wordsAfter(path),
  };
}

function commandOf([service, name, condition]: readonly string[]): Command | undefined {
  if (service !== 'ec2' || name === undefined) return undefined;
  if (name !== 'wait') return findCommand(name);
  const waiter = waiters.find((candidate) => commandName(candidate.name) === condition);
  return waiter && findCommand(commandName(waiter.operation));
}

function wordsAfter(path: readonly string[]): readonly string[] {
  if (path.length === 0) return ['ec2', 'help'];
  if (path[0] !== 'ec2') return [];
  if (path.length === 1) return [...modelledCommands, 'wait', 'help'];
  if (path.length === 2) return path[1] === 'wait' ? [...modelledWaiters, 'help'] : ['help'];
  return path.length === 3 && path[1] === 'wait' ? ['help'] : [];
}

function flagsOf(command: Command): string[] {
  const own = [...command.options.values()].flatMap((option) => (option.kind === 'control' ? [option.flag] : []));
  const shown = command.arguments.filter(({ hidden, shape }) => !hidden && shape.type !== 'notModelled');
  return [...shown.flatMap(flagsFor), ...own];
}

function flagsFor(argument: Argument): string[] {
  const { name, shape } = argument;
  const negated = shape.type === 'boolean' || valueInside(shape)?.type === 'boolean';
  return negated ? [`--${name}`, negativeFlag(argument)] : [`--${name}`];
}

/** Choices that the CLI has and this program refuses as not modelled. */
const lackingChoices: ReadonlySet<string> = new Set(['yaml-input', 'output', 'on']);

function valuesFor(option: Option | CommandOption, current: string, ids: KnownIds): readonly string[] {
  if (option.choices) return option.choices.filter((choice) => !lackingChoices.has(choice));
  if (!('kind' in option) || option.kind === 'control') return [];
  const { shape, member } = option.argument;
  const element = shape.type === 'list' ? shape.member : shape;
  const plain = valuesOf(member, element, ids);
  return plain.length > 0 || element.type !== 'structure' ? plain : insideShorthand(element, current, ids);
}

/** `Key=a,Subn` may go on as `SubnetId=`, and `SubnetId=` with an id. */
function insideShorthand(shape: Shape, current: string, ids: KnownIds): string[] {
  if (shape.type !== 'structure') return [];
  const start = Math.max(...[',', '{', '['].map((sign) => current.lastIndexOf(sign))) + 1;
  const before = current.slice(0, start);
  const equals = current.indexOf('=', start);
  // Inside braces the members are those of a structure further in; only ids are offered there.
  const nested = /[{[]/.test(before);
  if (equals < 0) return nested ? [] : Object.keys(shape.members).map((name) => `${before}${name}=`);
  const name = current.slice(start, equals);
  const member = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
  return valuesOf(name, member, ids).map((value) => `${before}${name}=${value}`);
}

function valuesOf(member: string, shape: Shape | undefined, ids: KnownIds): readonly string[] {
  if (shape?.type === 'string' && shape.values) return shape.values;
  if (member === 'ImageId' || member === 'ImageIds') return images.map(({ ImageId }) => ImageId);
  if (member === 'InstanceType' || member === 'InstanceTypes') return instanceTypeNames;
  if (member === 'Resources') return Object.values(ids).flat();
  const named = member.replace(/^(Add|Remove|Peer|Associated|Secondary|Referenced|Destination)(?=[A-Z])/, '');
  const known = [member, named].flatMap((name) => kinds.get(name) ?? kinds.get(name.replace(/s$/, '')) ?? []);
  return [...new Set(known)].flatMap((kind) => ids[kind] ?? []);
}

const associations: readonly IdKind[] = [
  'association',
  'networkAclAssociation',
  'routeTableAssociation',
  'subnetCidrAssociation',
  'vpcCidrAssociation',
];

/** Which ids a parameter of that name takes: those of the kind that it is called after, or these. */
const kinds: ReadonlyMap<string, readonly IdKind[]> = new Map<string, readonly IdKind[]>([
  ...(Object.keys(idPrefixes) as IdKind[]).map(
    // The keys of that object are the kinds. `VpcPeeringConnectionId` is `vpcPeeringConnection` in capitals.
    (kind): [string, IdKind[]] => [`${kind.charAt(0).toUpperCase()}${kind.slice(1)}Id`, [kind]],
  ),
  ['AllocationId', ['address']],
  ['AssociationDefaultRouteTableId', ['transitGatewayRouteTable']],
  ['AssociationId', associations],
  ['Destination', ['networkInterface', 'instance', 'internetGateway', 'vpnGateway', 'transitGateway', 'vpcEndpoint']],
  ['DhcpOptionsId', ['dhcpOptions']],
  ['GatewayId', ['internetGateway', 'vpnGateway']],
  ['Group', ['securityGroup']],
  ['GroupId', ['securityGroup']],
  ['PropagationDefaultRouteTableId', ['transitGatewayRouteTable']],
  ['ResourceId', ['vpc', 'subnet', 'networkInterface', 'transitGateway', 'transitGatewayAttachment']],
  ['Source', ['networkInterface', 'instance', 'internetGateway', 'vpnGateway', 'transitGateway', 'vpcEndpoint']],
  ['source-group', ['securityGroup']],
]);
