import type { CallAnswer } from '@/lib/labs/views';

/** Records that AWS has no name for. */
const ours = ['timers', 'clientTokens'];
const most = 5;

/** What a call did, as sentences: `Made eni-1. Changed i-1.` */
export function resultWords(changes: CallAnswer['changes']): string {
  const seen = changes.filter(({ table }) => !ours.includes(table));
  const verbs = {
    Made: seen.filter(({ before }) => !before),
    Changed: seen.filter(({ before, after }) => before && after),
    Removed: seen.filter(({ after }) => !after),
  };
  const sentences = Object.entries(verbs).flatMap(([verb, records]) => {
    const ids = [...new Set(records.map(({ id }) => id))];
    if (ids.length === 0) return [];
    const more = ids.length > most ? ` and ${ids.length - most} more` : '';
    return [`${verb} ${ids.slice(0, most).join(', ')}${more}.`];
  });
  return sentences.join(' ') || 'AWS accepted it. It changed nothing.';
}
