import { Button } from '@/components/ui/button';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { rowsOf } from '@/lib/diagram/rules';
import { componentText } from '@/lib/engine/reachability/component-words';
import { hopText, verdictText } from '@/lib/engine/reachability/hop-words';
import type { World } from '@/lib/engine/world';
import { RowLink } from './row-link';
import type { FlowTest } from './use-flow';
import type { Player } from './use-player';

/** The verdict in a sentence, what refused with a way to it, and what a change of the account made of it. */
export function FlowAnswer({
  world,
  test,
  player,
  onShow,
}: {
  world: World;
  test: FlowTest;
  player: Player;
  onShow: (row: string) => void;
}) {
  const { trace, flow, failed, change } = test;
  if (failed) {
    return (
      <ErrorPanel
        title="This flow could not be traced"
        safe="The lab is as it was: a test of a flow changes nothing."
        advice={
          failed === 'loading the simulator'
            ? 'The part of the page that traces packets did not load. Look at your connection, then try again.'
            : 'It is a fault of this simulator. Another flow, or the same one after a change, may work.'
        }
        action={<Button onClick={test.again}>Try again</Button>}
      />
    );
  }
  const hops = trace ? [...trace.out, ...trace.back] : [];
  const last = hops.at(-1);
  const hop = hops[player.at];
  return (
    <div className="flex flex-col gap-2">
      {/* Both stand in the page before they say anything: what comes with its text is not read out. */}
      <div role="status">
        {trace ? (
          <Notice kind={trace.verdict.reached ? 'holds' : 'refused'}>
            <p>{verdictText(world, trace)}</p>
            {change && (
              <p className="mt-1 font-semibold" data-testid="change">
                {change}
              </p>
            )}
          </Notice>
        ) : flow ? (
          <>
            <span className="sr-only">The flow is being traced.</span>
            <Skeleton className="h-12 w-full" />
          </>
        ) : (
          <p className="text-sm text-dim">
            The answer says whether the packet arrives and its answer comes back, hop by hop, and what stops it if not.
            A test changes nothing in the account.
          </p>
        )}
      </div>
      {last?.refusal && (
        <p className="flex flex-wrap gap-x-3 pl-8 text-sm">
          <code>{last.refusal.code}</code>
          {rowsOf(last).map((row) => (
            <RowLink key={row} row={row} onShow={onShow}>
              Show <span className="font-mono wrap-anywhere">{row}</span>
            </RowLink>
          ))}
        </p>
      )}
      <p className="sr-only" aria-live="polite" data-testid="said">
        {player.spoken &&
          hop &&
          `Hop ${player.at + 1} of ${hops.length}, way ${trace && player.at < trace.out.length ? 'out' : 'back'}, at ${componentText(world, hop.component)}. ${hopText(world, hop)}`}
      </p>
    </div>
  );
}
