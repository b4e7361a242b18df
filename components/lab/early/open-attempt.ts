import type { AttemptView } from '@/lib/labs/views';
import { api } from '../api';
import { addToTranscript } from '../transcript';

/** The attempt that a lab's page opens with: as the page's first script has it already, or asked for now. Throws ApiError. */
export async function openAttempt(slug: string, attempt: string | undefined): Promise<AttemptView> {
  const early = window.earlyLab?.slug === slug ? window.earlyLab : undefined;
  // Where it failed it is asked for again, with more patience.
  const begun = await early?.take().catch(() => undefined);
  if (!begun) return api<AttemptView>('POST', `/labs/${slug}/open`, attempt === undefined ? {} : { attempt });
  const { view, entries } = begun;
  for (const entry of entries) addToTranscript(view.id, entry);
  return entries.length === 0 ? view : api<AttemptView>('GET', `/lab-attempts/${view.id}`);
}
