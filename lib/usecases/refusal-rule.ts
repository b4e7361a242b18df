import 'server-only';
import { readSources } from '@/lib/content/sources';
import { type RefusalRule, readRules, ruleOf } from '@/lib/fidelity/refusal-rules';
import type { CallRefusal } from '@/lib/labs/views';

let rules: Promise<RefusalRule[]> | undefined;

/** Finds how a refusal of an operation is known, and the page that says more; undefined where nothing is on record. */
export type FindRule = (
  operation: string,
  refused: { readonly code: string; readonly message: string },
) => CallRefusal['rule'];

/** The sources are read once, for the first form; where they do not lie beside the server no rule is found. */
export async function refusalRules(): Promise<FindRule> {
  rules ??= readSources('lib/engine').then(readRules);
  const known = await rules;
  return (operation, refused) => {
    const rule = ruleOf(known, operation, refused);
    if (!rule) return undefined;
    const { provenance, source, slug, title, anchor } = rule;
    return { provenance, source, title, href: `/fidelity/${slug}#${anchor}` };
  };
}
