import { z } from 'zod';
import { type Code, codes } from '@/lib/engine/reachability/codes';
import type { FlowSource, FlowTarget } from '@/lib/engine/reachability/flow';
import { verdictText } from '@/lib/engine/reachability/hop-words';
import { trace } from '@/lib/engine/reachability/trace';
import type { World } from '@/lib/engine/world';
import { Port } from '../address-forms';
import { nothingAt, SourceText, sourcesAt, TargetText, targetsAt } from '../places';
import type { Moment } from '../replay';
import type { Verdict } from './verdict';

// The keys of an object of codes are codes; zod does not tell the compiler.
const CodeText = z.enum(Object.keys(codes) as [Code, ...Code[]]);

const FlowCheck = z
  .strictObject({
    /** `internet`, `instance:web-1`, `interface:NAME`, `site:NAME/HOST`, `vpnClient:NAME`. */
    from: SourceText,
    /** The same, an address or a DNS name. */
    to: TargetText,
    protocol: z.enum(['tcp', 'udp', 'icmp']),
    port: Port.optional(),
    /** The asker's port; an ephemeral one when absent. */
    sourcePort: Port.optional(),
    /** `reached` when absent: the packet arrives, and its answer comes back. */
    expect: z.enum(['reached', 'blocked']).optional(),
    /** What has to refuse it, of what is blocked. */
    refusedBy: CodeText.optional(),
  })
  .refine(({ protocol, port }) => (protocol === 'icmp') === (port === undefined), 'tcp and udp have a port, icmp none')
  .refine(({ protocol, sourcePort }) => protocol !== 'icmp' || sourcePort === undefined, 'icmp has no ports')
  .refine(({ expect, refusedBy }) => refusedBy === undefined || expect === 'blocked', 'what is reached is not refused');
type FlowCheck = z.output<typeof FlowCheck>;

/**
 * A flow arrives and is answered, or does not, as the trace of the account says: one flow, or several that have to hold together.
 * Of several instances or interfaces of one name, each has to.
 */
export const ReachableCheck = z.union([FlowCheck, z.array(FlowCheck).min(2)]);

/** More than anybody needs, and few enough to try at every step. */
const mostTraces = 100;

export function checkReachable(want: z.output<typeof ReachableCheck>, moment: Moment): Verdict {
  const verdicts = [want].flat().map((one) => checkFlow(one, moment));
  // One obstacle at a time: behind it others may stand, or none.
  const failed = verdicts.find(({ passed }) => !passed);
  if (failed) return failed;
  return { passed: true, found: [...new Set(verdicts.map(({ found }) => found))].join('\n') };
}

function checkFlow(want: FlowCheck, { world }: Moment): Verdict {
  const sources = sourcesAt(world, want.from);
  const targets = targetsAt(world, want.to);
  if (sources.length === 0) return { passed: false, found: nothingAt(want.from) };
  if (targets.length === 0) return { passed: false, found: nothingAt(want.to) };
  const pairs = sources.length * targets.length;
  if (pairs > mostTraces) {
    return { passed: false, found: `${want.from} and ${want.to} are ${pairs} pairs, too many to try each one.` };
  }
  // The newest first: of several of one name it is what the learner has just made.
  const [first, ...others] = sources.flatMap((source) => targets.map((target) => ({ source, target }))).reverse();
  if (!first) throw new Error('there is a source and a target');
  const verdict = judgeFlow(want, world, first);
  if (!verdict.passed) return verdict;
  return others.map((pair) => judgeFlow(want, world, pair)).find(({ passed }) => !passed) ?? verdict;
}

function judgeFlow(
  { protocol, port, sourcePort, expect = 'reached', refusedBy }: FlowCheck,
  world: World,
  { source, target }: { readonly source: FlowSource; readonly target: FlowTarget },
): Verdict {
  const traced = trace(world, {
    source,
    destination: target,
    protocol,
    ...(port !== undefined && { port }),
    ...(sourcePort !== undefined && { sourcePort }),
  });
  const { verdict } = traced;
  const is = verdictText(world, traced);
  if (expect === 'reached') return { passed: verdict.reached, found: is };
  if (verdict.reached) return { passed: false, found: `${is} It should be blocked.` };
  if (refusedBy === undefined || verdict.refusal.code === refusedBy) return { passed: true, found: is };
  return { passed: false, found: `${is} That is ${verdict.refusal.code}, and it should be ${refusedBy}.` };
}
