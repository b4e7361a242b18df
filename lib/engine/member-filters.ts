import type { Filters } from './describe';

/**
 * Filters that compare what a describe call shows: `metadata-options.http-tokens` is the member
 * `MetadataOptions.HttpTokens`, in every element where a list lies on the way. `paths` gives the members of filters
 * that are named otherwise. A member that is absent matches nothing.
 */
export function memberFilters<R extends object>(
  show: (row: R) => object,
  documented: readonly string[],
  paths: { readonly [filter: string]: string } = {},
): Filters<R> {
  const shown = new WeakMap<R, object>();
  const showOnce = (row: R): object => {
    const known = shown.get(row) ?? show(row);
    shown.set(row, known);
    return known;
  };
  return Object.fromEntries(
    documented.map((filter) => {
      // Most calls use none of them.
      let path: string[] | undefined;
      const pathOnce = () => {
        path ??= (paths[filter] ?? memberPath(filter)).split('.');
        return path;
      };
      return [filter, (row: R) => valuesAt(showOnce(row), pathOnce())];
    }),
  );
}

const memberPath = (filter: string): string =>
  filter.replace(
    /(^|[-.])([a-z])/g,
    (_, mark: string, letter: string) => `${mark === '.' ? '.' : ''}${letter.toUpperCase()}`,
  );

function valuesAt(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((element) => valuesAt(element, path));
  const [member, ...rest] = path;
  if (member === undefined) return value === undefined || typeof value === 'object' ? [] : [String(value)];
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, member)) return [];
  return valuesAt((value as Record<string, unknown>)[member], rest);
}
