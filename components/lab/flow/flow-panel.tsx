'use client';

import { useMemo, useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { flowEnds } from '@/lib/diagram/flow-ends';
import type { Topology } from '@/lib/diagram/topology';
import type { World } from '@/lib/engine/world';
import { FlowAnswer } from './flow-answer';
import { FlowForm } from './flow-form';
import { FlowPicture } from './flow-picture';
import { FlowRecords } from './flow-records';
import { HopList } from './hop-list';
import { useReducedMotion } from './reduced-motion';
import type { FlowTest } from './use-flow';
import { usePlayer } from './use-player';

/** From this width on, px, the words stand beside the picture. */
const wideFrom = 860;
const wordsWidth = 400;

/** Can this reach that? A form, the answer, the way of the packet over the picture, and the same way as a list. */
export function FlowPanel({
  world,
  revision,
  account,
  test,
  width,
  onShow,
}: {
  world: World;
  /** Stands for what is in `world`, which is one object. */
  revision: number;
  account: Topology;
  test: FlowTest;
  /** The room there is, px. */
  width: number;
  /** Show the table row of a rule, route or resource. */
  onShow: (row: string) => void;
}) {
  const groups = useMemo(() => (revision >= 0 ? flowEnds(world) : []), [world, revision]);
  const still = useReducedMotion();
  // What was asked before this panel was opened is not played again.
  const [askedBefore] = useState(test.asked);
  const { trace } = test;
  const player = usePlayer(trace, test.asked, askedBefore, still);
  const hasHosts = groups.some(({ label }) => label !== 'Outside');
  if (!hasHosts && !test.flow) {
    return (
      <div className="p-5">
        <EmptyState title="No host to test yet">
          A flow goes from one host to another. Run an instance in the terminal, as{' '}
          <code>aws ec2 run-instances --image-id … --subnet-id …</code>, and it can be chosen here.
        </EmptyState>
      </div>
    );
  }
  const wide = width >= wideFrom;
  const words = (
    <>
      <h2 className="sr-only">Test a flow</h2>
      <FlowForm groups={groups} flow={test.flow} onAsk={test.ask} />
      <FlowAnswer world={world} test={test} player={player} onShow={onShow} />
    </>
  );
  const picture = (
    <FlowPicture
      world={world}
      revision={revision}
      account={account}
      trace={trace}
      player={player}
      still={still}
      width={wide ? width - wordsWidth - 44 : width - 44}
      tall={wide}
    />
  );
  const hops = trace && (
    <>
      <HopList
        title="Way out"
        world={world}
        hops={trace.out}
        first={0}
        at={player.at}
        onGo={player.go}
        onShow={onShow}
      />
      {trace.back.length > 0 && (
        <HopList
          title="Way back"
          world={world}
          hops={trace.back}
          first={trace.out.length}
          at={player.at}
          onGo={player.go}
          onShow={onShow}
        />
      )}
      <FlowRecords world={world} trace={trace} />
    </>
  );
  if (!wide) {
    return (
      <div className="flex flex-col gap-5 p-5">
        {words}
        {trace && picture}
        {hops}
      </div>
    );
  }
  return (
    <div className="grid h-full grid-cols-[25rem_minmax(0,1fr)] grid-rows-[minmax(0,1fr)]">
      <div className="flex flex-col gap-5 overflow-y-auto border-r border-line p-5">
        {words}
        {hops}
      </div>
      {picture}
    </div>
  );
}
