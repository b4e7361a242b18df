import 'server-only';
import { type Ledger, LedgerFile } from '@/lib/lessons/claim';
import { readText } from './folders';
import { readYaml } from './read-yaml';

const file = 'claims.yaml';

let cached: Promise<Ledger> | undefined;

/** The ledger of `content/claims.yaml`. Read once; while developing, each time. */
export function loadLedger(): Promise<Ledger> {
  if (cached && process.env.NODE_ENV === 'production') return cached;
  cached = readText([file]).then((yaml) => parseLedger(file, yaml));
  return cached;
}

/** Refuses a page of AWS that has no address, numbers out of order, and rows that name others that are not there. */
export function parseLedger(name: string, yaml: string): Ledger {
  const { pages, parts, cases, gaps, systems } = readYaml(name, yaml, LedgerFile);
  const claims = parts.flatMap((part) => part.claims);
  const rows = [...claims, ...cases, ...gaps, ...systems];
  const known = new Set(claims.map(({ n }) => n));
  const used = new Set(rows.flatMap((row) => ('aws' in row ? row.aws : [])));
  const named = [
    ...claims.flatMap(({ against }) => against),
    ...cases.flatMap(({ sides }) => sides.flatMap((side) => side.claims)),
    ...systems.flatMap((system) => system.claims),
  ];
  const problems = [
    ...outOfPlace(claims.map(({ n }) => `${n}`)),
    ...outOfPlace(
      cases.map(({ id }) => id),
      'C',
    ),
    ...outOfPlace(
      gaps.map(({ id }) => id),
      'G',
    ),
    ...outOfPlace(
      systems.map(({ id }) => id),
      'U',
    ),
    ...named.filter((n) => !known.has(n)).map((n) => [`(claims|against):.*\\b${n}\\b`, `there is no claim ${n}`]),
    ...[...used]
      .filter((page) => pages[page] === undefined)
      .map((page) => [`aws:.*\\b${page}\\b`, `'${page}' is no page`]),
    ...Object.keys(pages)
      .filter((page) => !used.has(page))
      .map((page) => [`\\b${page}: `, `the page '${page}' is not used`]),
  ];
  if (problems.length > 0)
    throw new Error(problems.map(([what = '', problem]) => `${placeIn(name, yaml, what)}: ${problem}`).join('\n'));
  const resolved = <R extends { aws: readonly string[] }>(row: R): R => ({
    ...row,
    aws: row.aws.map((page) => pages[page]),
  });
  return {
    parts: parts.map((part) => ({ ...part, claims: part.claims.map(resolved) })),
    cases: cases.map(resolved),
    gaps: gaps.map(resolved),
    systems,
  };
}

/** The first row that is not numbered as its place is, if any: what comes after it is out of place by it. */
function outOfPlace(ids: readonly string[], letter = ''): string[][] {
  const index = ids.findIndex((id, at) => id !== `${letter}${at + 1}`);
  const id = ids[index];
  if (id === undefined) return [];
  const last = `\\b(n|id): ${id}\\b(?![\\s\\S]*\\b(n|id): ${id}\\b)`;
  return [[last, `'${id}' does not come in its place, which is that of ${letter}${index + 1}`]];
}

/** The line on which something stands in the file, by a pattern. */
function placeIn(name: string, yaml: string, pattern: string): string {
  const at = yaml.search(new RegExp(pattern));
  return at < 0 ? `content/${name}` : `content/${name}:${yaml.slice(0, at).split('\n').length}`;
}
