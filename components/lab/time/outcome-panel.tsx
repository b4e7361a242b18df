'use client';

import Link from 'next/link';
import { useCallback, useEffect, useId, useMemo, useState } from 'react';
import { Unframed } from '@/components/embed/unframed';
import { effort, NextLab, ShownTasks } from '@/components/outcome/outcome-parts';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { topology } from '@/lib/diagram/topology';
import { fromJson, type WorldJson } from '@/lib/engine/world';
import type { OutcomeView } from '@/lib/labs/moment-views';
import { AccountTable } from '../account-table';
import { api } from '../api';
import { Diagram } from '../diagram';
import { touchedBetween } from '../touched-between';
import { useAsking } from '../use-asking';
import { useArrival } from './use-arrival';

/** From this width on, px, the two pictures stand beside each other. */
const wideFrom = 1000;

/** A lab that is done: before and after, what it took, what it showed, and where to go on. */
export function OutcomePanel({
  attemptId,
  width,
  hideDiagram,
  takesFocus,
  onClose,
}: {
  attemptId: string;
  /** The room there is, px. */
  width: number;
  /** The tables stand in the pictures' place. */
  hideDiagram: boolean;
  takesFocus: boolean;
  onClose: () => void;
}) {
  const [outcome, setOutcome] = useState<OutcomeView>();
  const { failed, ask } = useAsking();
  const read = useCallback(
    () => ask(async () => setOutcome(await api<OutcomeView>('GET', `/lab-attempts/${attemptId}/outcome`))),
    [ask, attemptId],
  );
  useEffect(() => void read(), [read]);
  return (
    <div className="flex flex-col gap-6 p-5">
      {failed ? (
        <ErrorPanel
          title="What you showed could not be read"
          safe="It is recorded for good."
          advice={failed}
          action={<Button onClick={() => void read()}>Try again</Button>}
        />
      ) : outcome ? (
        <Outcome {...{ attemptId, outcome, width, hideDiagram, takesFocus, onClose }} />
      ) : (
        <Loading label="What you showed is being read.">
          <Skeleton className="h-64 w-full" />
        </Loading>
      )}
    </div>
  );
}

export function Outcome({
  attemptId,
  outcome,
  width,
  hideDiagram,
  takesFocus = false,
  onClose,
}: {
  attemptId: string;
  outcome: OutcomeView;
  width: number;
  hideDiagram: boolean;
  takesFocus?: boolean;
  onClose: () => void;
}) {
  const heading = useArrival<HTMLHeadingElement>(takesFocus);
  const { calls, refusals, shortest, shown, next } = outcome;
  const sides = useMemo((): Side[] => {
    // `toJson` of the same engine wrote both.
    const [before, after] = [fromJson(outcome.before as WorldJson), fromJson(outcome.after as WorldJson)];
    return [
      { title: 'Before', account: topology(before, outcome.ports), changed: none },
      { title: 'After', account: topology(after, outcome.ports), changed: touchedBetween(before, after) },
    ];
  }, [outcome]);
  const wide = width >= wideFrom;
  const room = wide ? (width - 64) / 2 : width - 44;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="max-w-[68ch]">
          <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold">
            What you showed
          </h2>
          <p className="mt-1">{effort({ calls, refusals, shortest })}</p>
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {/* Who is in another site's frame is nobody in a page of ours. */}
          <Unframed>
            <Link href={`/outcomes/${attemptId}`} prefetch={false} className="rounded py-1 text-sm underline">
              Open as a page
            </Link>
          </Unframed>
          <Button size="sm" onClick={onClose}>
            Back to the lab
          </Button>
        </div>
      </div>
      {!hideDiagram && (
        <div className={`grid gap-6 ${wide ? 'grid-cols-2' : ''}`}>
          {sides.map((side) => (
            <Picture key={side.title} {...side} width={room} />
          ))}
        </div>
      )}
      {hideDiagram ? (
        <TablesOf sides={sides} />
      ) : (
        <Disclosure summary={<span className="text-sm text-dim">The same as tables</span>}>
          <TablesOf sides={sides} />
        </Disclosure>
      )}
      <ShownTasks shown={shown} />
      <NextLab next={next} />
    </>
  );
}

const none: ReadonlySet<string> = new Set();

interface Side {
  readonly title: string;
  readonly account: ReturnType<typeof topology>;
  readonly changed: ReadonlySet<string>;
}

function Picture({ title, account, changed, width }: Side & { width: number }) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h3 id={id} className="font-semibold">
        {title}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse */}
      <section aria-labelledby={id} tabIndex={0} className="overflow-x-auto p-0.5">
        <Diagram account={account} changed={changed} width={Math.floor(width) - 4} />
      </section>
    </div>
  );
}

/** One at a time: their tables are called alike. */
function TablesOf({ sides }: { sides: readonly Side[] }) {
  return (
    <Tabs defaultValue="After" className="flex flex-col">
      <TabList label="The account">
        {sides.map(({ title }) => (
          <Tab key={title} value={title}>
            {title}
          </Tab>
        ))}
      </TabList>
      {sides.map(({ title, account, changed }) => (
        <TabPanel key={title} value={title}>
          <AccountTable account={account} changed={changed} />
        </TabPanel>
      ))}
    </Tabs>
  );
}
