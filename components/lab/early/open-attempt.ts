import type { AttemptView } from '@/lib/labs/views';
import { api } from '../api';
import { addToTranscript } from '../transcript';

/**
 * The attempt that a lab's page opens with: that of what was typed before React came, else the one that its address names, else
 * the newest or a first one. Throws ApiError.
 */
export async function openAttempt(slug: string, named: string | undefined): Promise<AttemptView> {
  const early = window.earlyLab;
  window.earlyLab = 'taken';
  const { id, entries } = early && early !== 'taken' ? await early.take() : { id: undefined, entries: [] };
  const keep = (attemptId: string) => {
    for (const entry of entries) addToTranscript(attemptId, entry);
  };
  // What ran is kept even if the lab does not open now.
  if (id) keep(id);
  const attempt = id ?? named;
  const view = await api<AttemptView>('POST', `/labs/${slug}/open`, attempt === undefined ? {} : { attempt });
  if (!id) keep(view.id);
  return view;
}
