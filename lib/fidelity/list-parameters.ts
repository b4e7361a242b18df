import { filterList, type Members, type Shape, tagList, tagSpecifications } from '@/lib/engine/shapes';
import type { ParameterView } from './views';

type Listed = Omit<ParameterView, 'tests'>;

/** Lists that most operations share, and whose members are always the same. */
const shared: readonly Shape[] = [filterList, tagList, tagSpecifications];

/** Every parameter in AWS's order; members of structures stand after what holds them. */
export const listParameters = (input: Members): Listed[] =>
  Object.entries<Shape>(input).flatMap(([name, shape]) => listed(name, shape));

function listed(name: string, shape: Shape): Listed[] {
  const own = { name, modelled: shape.type !== 'notModelled', required: shape.required !== undefined };
  return [own, ...membersOf(name, shape)];
}

function membersOf(path: string, shape: Shape): Listed[] {
  if (shared.some((one) => one.type === 'list' && shape.type === 'list' && one.member === shape.member)) return [];
  if (shape.type === 'list') return membersOf(`${path}[]`, shape.member);
  if (shape.type !== 'structure') return [];
  return Object.entries<Shape>(shape.members).flatMap(([name, member]) => listed(`${path}.${name}`, member));
}
