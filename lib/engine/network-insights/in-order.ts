/** An object with its members in the given order, which is that of AWS's answers; members that are undefined are left out. */
export function inOrder<T extends object>(order: readonly (keyof T & string)[], members: T): T {
  const entries = order.flatMap((name) => (members[name] === undefined ? [] : [[name, members[name]]]));
  // The same members in another order, and `order` names all of them.
  return Object.fromEntries(entries) as T;
}
