import { findOperation } from '@/lib/engine/execute';
import type { Members, Shape } from '@/lib/engine/shapes';
import type { World } from '@/lib/engine/world';

/** What a field holds: its text, or the choices that are ticked. A switch is `true` or `false`. */
export type Value = string | readonly string[];
/** What the fields of a form hold, by `member`; a field that is absent is empty. */
export type Values = Readonly<Record<string, Value>>;

export interface Choice {
  readonly value: string;
  readonly label: string;
}
/** The choices of a field: from the account, and from what other fields hold. */
export type Choices = (world: World, values: Values) => readonly Choice[];

/** One field of a form. Its type, whether it must be filled and its allowed values come from the operation's input shape. */
export interface Field {
  /**
   * Where its value goes in the call: AWS's names from outside in, joined by dots. A list on the way is given one member.
   * It names the field too.
   */
  readonly member: string;
  /** The console's own words. */
  readonly label: string;
  readonly hint?: string;
  readonly choices?: Choices;
  /** What it holds until somebody fills it in. */
  readonly initial?: (world: World, values: Values) => Value;
  /** What a person may want to type; anything else may be typed too. */
  readonly suggestions?: Choices;
  /** Where what is in the field decides which members are set: texts by member; undefined where it cannot be read. */
  readonly put?: (text: string, values: Values) => Readonly<Record<string, string>> | undefined;
  /** What `put` may set beside `member`. */
  readonly also?: readonly string[];
  /** A switch that says nothing while it is off. */
  readonly onlyOn?: true;
  /** An empty text is a value: it clears what is there. */
  readonly clears?: true;
  /** What else AWS's refusals call it, in small letters. */
  readonly words?: readonly string[];
}

/** A form of the console: one operation, its fields in the console's order. */
export interface Form {
  readonly id: string;
  /** The action's name in the console's menus. */
  readonly title: string;
  /** The button that sends it. */
  readonly submit: string;
  readonly operation: string;
  readonly fields: readonly Field[];
}

/** The shapes on the way to a member, the operation's own parameter first. Throws for what AWS does not have. */
export function shapesTo(operation: string, member: string): Shape[] {
  const way: Shape[] = [];
  let members: Members | undefined = findOperation(operation).input;
  for (const name of member.split('.')) {
    const shape: Shape | undefined = members && Object.hasOwn(members, name) ? members[name] : undefined;
    if (!shape) throw new Error(`${operation} has no ${member}`);
    way.push(shape);
    const inside: Shape = shape.type === 'list' ? shape.member : shape;
    members = inside.type === 'structure' ? inside.members : undefined;
  }
  return way;
}

const shapeOf = (operation: string, { member }: Field): Shape => {
  const shape = shapesTo(operation, member).at(-1);
  if (!shape) throw new Error(`${operation} has no ${member}`);
  return shape;
};

/** How a field is filled in. */
export type Kind = 'text' | 'number' | 'texts' | 'choice' | 'several' | 'switch';

export function kindOf(operation: string, field: Field): Kind {
  const shape = shapeOf(operation, field);
  if (field.put) return field.choices ? 'choice' : 'text';
  if (shape.type === 'list') return field.choices ? 'several' : 'texts';
  if (shape.type === 'boolean') return 'switch';
  if (field.choices || (shape.type === 'string' && shape.values)) return 'choice';
  return shape.type === 'integer' ? 'number' : 'text';
}

/** Whether AWS refuses the call without it. What only a field beside it makes necessary, AWS says. */
export function isRequired(operation: string, { member }: Field): boolean {
  return shapesTo(operation, member).every(({ required }) => required === true || required === 'byRun');
}

/** The choices of a field: those of the account, or the values that AWS's model names. */
export function choicesOf(operation: string, field: Field, world: World, values: Values): readonly Choice[] {
  if (field.choices) return field.choices(world, values);
  const shape = shapeOf(operation, field);
  return shape.type === 'string' ? (shape.values ?? []).map((value) => ({ value, label: value })) : [];
}

/**
 * What the fields hold: what somebody filled in, else what each begins with. What the account no longer has is not held
 * any more.
 */
export function valuesOf({ operation, fields }: Form, world: World, filled: Values): Values {
  const values: Record<string, Value> = {};
  for (const field of fields) {
    const value = filled[field.member] ?? field.initial?.(world, values);
    if (value === undefined) continue;
    const kind = kindOf(operation, field);
    if (kind !== 'choice' && kind !== 'several') {
      values[field.member] = value;
      continue;
    }
    const known = new Set(choicesOf(operation, field, world, values).map((choice) => choice.value));
    const held = [value].flat().filter((text) => known.has(text));
    values[field.member] = kind === 'several' ? held : (held[0] ?? '');
  }
  return values;
}

/** A value as texts; those of a list that is typed stand between commas or blanks. */
export const textsOf = (value: Value | undefined): readonly string[] =>
  typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : (value ?? []);
