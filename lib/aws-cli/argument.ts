import type { Members, Shape, StructureShape } from '@/lib/engine/shapes';
import { commandName } from './names';
import type { Option } from './words';

/** One parameter of a command. */
export interface Argument {
  /** Its flag without the dashes, `vpc-id`. */
  readonly name: string;
  /** AWS's parameter that it sets, `VpcId`; for an argument of the CLI's own, the name its customization knows. */
  readonly member: string;
  readonly shape: Shape;
  readonly required: boolean;
  /** The flag that says false, where it is not `no-` and the name. */
  readonly negative?: string;
  /** Taken, but neither listed in help nor completed, as the CLI has it. */
  readonly hidden?: boolean;
  /** An argument of the CLI's own: AWS has no such parameter. */
  readonly custom?: boolean;
}

/** An option as the line's words are sorted by: an argument may have two, one for true and one for false. */
export interface ArgumentOption extends Option {
  readonly kind: 'argument';
  readonly argument: Argument;
  /** What the flag says by itself. */
  readonly says?: boolean;
}

/** The arguments that an operation's parameters become, in AWS's order. */
export function argumentsOf(members: Members): Argument[] {
  return Object.entries(members).map(([member, shape]) => ({
    name: commandName(member),
    member,
    shape,
    required: shape.required !== undefined && shape.required !== 'byClient',
  }));
}

/**
 * The shape inside a structure whose only member is `Value`, as EC2's attributes are; the CLI lets its value stand for
 * the structure.
 */
export function valueInside(shape: Shape): Shape | undefined {
  if (shape.type !== 'structure') return undefined;
  const { members }: StructureShape = shape;
  return Object.keys(members).length === 1 && Object.hasOwn(members, 'Value') ? members.Value : undefined;
}

export const negativeFlag = (argument: Argument): string => `--${argument.negative ?? `no-${argument.name}`}`;

export function optionsOf(argument: Argument): ArgumentOption[] {
  const option = { kind: 'argument' as const, argument, flag: `--${argument.name}`, required: argument.required };
  const negative = { ...option, flag: negativeFlag(argument), required: false, takes: 'nothing' as const, says: false };
  const { shape } = argument;
  if (shape.type === 'boolean') return [{ ...option, required: false, takes: 'nothing', says: true }, negative];
  // The CLI reads these numbers itself before the rest; the parameters of AWS it reads later, with another sentence.
  if (argument.custom && shape.type === 'integer') return [{ ...option, takes: 'one', integer: true }];
  if (shape.type === 'list') return [{ ...option, takes: 'many' }];
  // Of what is not modelled the type is not known either: any words are taken, and the engine refuses them.
  if (shape.type === 'notModelled') return [{ ...option, takes: 'many' }, negative];
  if (valueInside(shape)?.type === 'boolean') return [{ ...option, takes: 'maybe' }, negative];
  return [{ ...option, takes: 'one' }];
}
