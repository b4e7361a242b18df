import 'server-only';
import { findLab, loadLabs } from '@/lib/content/labs';
import { environment } from '@/lib/environment/environment';
import type { Lab } from '@/lib/labs/lab';
import type { LabSummary } from '@/lib/labs/views';

const summary = ({ slug, title, summary, kind, minutes, objectives, tasks }: Lab): LabSummary => ({
  slug,
  title,
  summary,
  kind,
  ...(minutes !== undefined && { minutes }),
  objectives,
  tasks: tasks.length,
});

/** Every lab, in the order of the course. */
export const listLabs = async (): Promise<LabSummary[]> => [...(await loadLabs()).values()].map(summary);

/** What a lab's page says of it, the same for everyone: no checks, no hints, no solution. */
export interface LabPage extends LabSummary {
  /** MDX of our own. */
  readonly brief: string;
  readonly taskList: readonly { readonly id: string; readonly say: string; readonly hints: number }[];
}

export async function findLabPage(slug: string): Promise<LabPage | undefined> {
  const lab = await findLab(slug);
  if (!lab) return undefined;
  return {
    ...summary(lab),
    brief: lab.brief,
    taskList: lab.tasks.map(({ id, say, hints }) => ({ id, say, hints: hints.length })),
  };
}

/** The same where this installation lets other sites show its labs in a frame; otherwise there is none. */
export const findEmbeddedLab = async (slug: string): Promise<LabPage | undefined> =>
  environment().embedOrigins.length > 0 ? findLabPage(slug) : undefined;
