import 'server-only';
import { loadLedger } from '@/lib/content/claims';
import { loadComingExperiments, loadExperiments } from '@/lib/content/experiments';
import { loadLabs } from '@/lib/content/labs';
import { loadLessons } from '@/lib/content/lessons';
import { type Case, type Claim, claimPath, type Ledger, verdicts } from '@/lib/lessons/claim';
import { documents } from '@/lib/lessons/documents';
import type { Lesson } from '@/lib/lessons/lesson';
import { experimentsIn } from '@/lib/lessons/parts';
import type {
  CaseView,
  ClaimView,
  ComingView,
  ExperimentRow,
  GapView,
  Place,
  SystemView,
} from '@/lib/lessons/source-views';
import { startExperiment } from './experiments';

const lessonPlace = ({ slug, title }: Lesson): Place => ({ href: `/lessons/${slug}`, title });
const experimentPlace = ([id, { title }]: readonly [string, { readonly title: string }]): Place => ({
  href: `/sources/experiments/${id}`,
  title,
});

async function lessonOf(teaches: (lesson: Lesson) => boolean): Promise<Place | undefined> {
  const found = [...(await loadLessons()).values()].find(teaches);
  return found && lessonPlace(found);
}

async function claimView(claim: Claim): Promise<ClaimView> {
  const { n } = claim;
  const shows = ([, { claims }]: readonly [string, { readonly claims: readonly number[] }]) => claims.includes(n);
  const { cases } = await loadLedger();
  return {
    ...claim,
    lesson: await lessonOf((lesson) => lesson.claims.includes(n)),
    experiments: [...(await loadExperiments())].filter(shows).map(experimentPlace),
    coming: [...(await loadComingExperiments())].filter(shows).map(([, coming]) => coming),
    cases: cases.filter(({ sides }) => sides.some(({ claims }) => claims.includes(n))).map(({ id }) => id),
  };
}

/** Where a claim stands with all that is known of it. */
async function claimHref(n: number): Promise<string> {
  const part = (await loadLedger()).parts.find(({ claims }) => claims.some((claim) => claim.n === n));
  if (!part) throw new Error(`the ledger has no claim ${n}`);
  return claimPath(part.id, n);
}

/** The parts of the ledger, and what no document says. */
export async function ledgerPage(): Promise<{ readonly parts: Ledger['parts']; readonly gaps: readonly GapView[] }> {
  const { parts, gaps } = await loadLedger();
  return {
    parts,
    gaps: await Promise.all(
      gaps.map(async (gap) => ({ ...gap, lesson: await lessonOf((lesson) => lesson.gaps.includes(gap.id)) })),
    ),
  };
}

export const listParts = async (): Promise<Ledger['parts']> => (await loadLedger()).parts;

/** A part of the ledger with all that is known of its claims, and the parts before and after it. */
export async function findPart(id: string) {
  const parts = await listParts();
  const at = parts.findIndex((part) => part.id === id);
  const part = parts[at];
  if (!part) return undefined;
  const claims = await Promise.all(part.claims.map(claimView));
  return { title: part.title, claims, before: parts[at - 1], after: parts[at + 1] };
}

/** What the first page of the sources counts and leads to. */
export async function sourcesPage() {
  const { parts, cases, gaps, systems } = await loadLedger();
  const claims = parts.flatMap((part) => part.claims);
  return {
    claims: claims.length,
    verdicts: verdicts.map((verdict) => ({
      verdict,
      count: claims.filter((claim) => claim.verdict === verdict).length,
    })),
    documents: documents.map(({ title }) => title),
    cases,
    gaps: gaps.length,
    systems: systems.length,
    experiments: (await loadExperiments()).size,
    coming: (await loadComingExperiments()).size,
  };
}

export const listCases = async (): Promise<readonly Case[]> => (await loadLedger()).cases;

export async function findCase(id: string): Promise<CaseView | undefined> {
  const cases = await listCases();
  const at = cases.findIndex((one) => one.id === id);
  const found = cases[at];
  if (!found) return undefined;
  const { experiment } = found;
  const coming = (await loadComingExperiments()).get(experiment ?? '');
  return {
    ...found,
    lesson: await lessonOf((lesson) => lesson.cases.includes(id)),
    started: experiment !== undefined && !coming ? await startExperiment(experiment) : undefined,
    coming,
    hrefs: await hrefsOf(found.sides.flatMap(({ claims }) => claims)),
    before: casePlace(cases[at - 1]),
    after: casePlace(cases[at + 1]),
  };
}

const casePlace = (one: Case | undefined): Place | undefined => one && { href: `/sources/${one.id}`, title: one.title };

const hrefsOf = async (claims: readonly number[]): Promise<ReadonlyMap<number, string>> =>
  new Map(await Promise.all(claims.map(async (n) => [n, await claimHref(n)] as const)));

/** Every experiment in the order of the lessons that show them, and those that are to come. */
export async function experimentsPage(): Promise<{
  readonly ready: readonly ExperimentRow[];
  readonly coming: readonly (ComingView & { readonly claims: readonly number[] })[];
}> {
  const experiments = await loadExperiments();
  const shown = [...(await loadLessons()).values()].flatMap(({ body }) => experimentsIn(body));
  const ids = [...new Set([...shown, ...experiments.keys()])];
  const rows = ids.map(async (id): Promise<ExperimentRow[]> => {
    const file = experiments.get(id);
    if (!file) return [];
    const lesson = await lessonOf(({ body }) => experimentsIn(body).includes(id));
    return [{ ...experimentPlace([id, file]), claims: file.claims, lesson }];
  });
  return { ready: (await Promise.all(rows)).flat(), coming: [...(await loadComingExperiments()).values()] };
}

/** An experiment on a page of its own, with what it settles. */
export async function findExperiment(id: string) {
  const file = (await loadExperiments()).get(id);
  if (!file) return undefined;
  const { parts, cases } = await loadLedger();
  return {
    started: await startExperiment(id),
    claims: parts.flatMap((part) => part.claims).filter(({ n }) => file.claims.includes(n)),
    hrefs: await hrefsOf(file.claims),
    cases: cases.filter(({ experiment }) => experiment === id),
    lesson: await lessonOf(({ body }) => experimentsIn(body).includes(id)),
  };
}

export async function systemsPage(): Promise<readonly SystemView[]> {
  const { systems } = await loadLedger();
  const lessons = [...(await loadLessons()).values()];
  const labs = await loadLabs();
  const experiments = await loadExperiments();
  return systems.map(({ labs: slugs, experiments: ids, ...system }) => ({
    ...system,
    lessons: lessons.filter(({ claims }) => claims.some((n) => system.claims.includes(n))).map(lessonPlace),
    labs: slugs.map((slug) => ({ href: `/labs/${slug}`, title: labs.get(slug)?.title ?? slug })),
    experiments: ids.map((id) => experimentPlace([id, experiments.get(id) ?? { title: id }])),
  }));
}
