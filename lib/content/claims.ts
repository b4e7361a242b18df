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
    ...counted(
      claims.map(({ n }) => `${n}`),
      '',
    ),
    ...counted(
      cases.map(({ id }) => id),
      'C',
    ),
    ...counted(
      gaps.map(({ id }) => id),
      'G',
    ),
    ...counted(
      systems.map(({ id }) => id),
      'U',
    ),
    ...named.filter((n) => !known.has(n)).map((n) => `there is no claim ${n}`),
    ...[...used].filter((page) => pages[page] === undefined).map((page) => `'${page}' is no page`),
    ...Object.keys(pages)
      .filter((page) => !used.has(page))
      .map((page) => `the page '${page}' is not used`),
  ];
  if (problems.length > 0) throw new Error(`${name}: ${problems.join('; ')}`);
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

const counted = (ids: readonly string[], letter: string): string[] =>
  ids.filter((id, index) => id !== `${letter}${index + 1}`).map((id) => `'${id}' does not come in its place`);
