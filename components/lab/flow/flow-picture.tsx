'use client';

import { useEffect, useMemo, useRef } from 'react';
import { layout } from '@/lib/diagram/layout';
import type { Topology } from '@/lib/diagram/topology';
import { walk } from '@/lib/diagram/walk';
import type { Trace } from '@/lib/engine/reachability/hop';
import type { World } from '@/lib/engine/world';
import { Diagram } from '../diagram';
import { PlayerBar } from './player-bar';
import type { Player } from './use-player';
import { WalkDrawing } from './walk-drawing';

const nothing: ReadonlySet<string> = new Set();
/** Nearer to an edge than this, px, a stop is brought to the middle. */
const margin = 48;

/** The account with the walk of the packet over it, and what plays it. It scrolls by itself and follows the packet. */
export function FlowPicture({
  world,
  revision,
  account,
  trace,
  player,
  still,
  width,
  tall,
}: {
  world: World;
  /** Stands for what is in `world`, which is one object. */
  revision: number;
  account: Topology;
  trace: Trace | undefined;
  player: Player;
  still: boolean;
  /** Room for the picture, px. */
  width: number;
  /** Takes the height of its place instead of a part of the page's. */
  tall: boolean;
}) {
  const picture = useMemo(() => layout(account, width), [account, width]);
  const walked = useMemo(
    () => (trace && revision >= 0 ? walk(world, trace, picture) : undefined),
    [world, revision, trace, picture],
  );
  const place = useRef<HTMLElement>(null);
  const stop = walked?.stops[player.at];
  const above = walked?.above ?? 0;
  useEffect(() => {
    const element = place.current;
    if (!element || !stop) return;
    const x = stop.x;
    const y = stop.y + above;
    const isSeen = (at: number, from: number, room: number) => at > from + margin && at < from + room - margin;
    // At once: a page that glides along is motion that nobody asked for.
    if (!isSeen(x, element.scrollLeft, element.clientWidth)) element.scrollLeft = x - element.clientWidth / 2;
    if (!isSeen(y, element.scrollTop, element.clientHeight)) element.scrollTop = y - element.clientHeight / 2;
  }, [stop, above]);
  return (
    <div className={`flex min-w-0 flex-col ${tall ? 'min-h-0' : 'gap-3'}`}>
      {trace && (
        <div className={tall ? 'border-b border-line px-4 py-2' : ''}>
          <PlayerBar player={player} stops={trace.out.length + trace.back.length} still={still} />
        </div>
      )}
      <section
        ref={place}
        aria-label="Picture of the walk"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse
        tabIndex={0}
        className={tall ? 'min-h-0 flex-1 overflow-auto p-5' : 'max-h-[50vh] overflow-auto'}
      >
        <Diagram account={account} changed={nothing} width={width} picture={picture} {...(walked && { room: walked })}>
          {walked && <WalkDrawing walk={walked} at={player.at} still={still} />}
        </Diagram>
      </section>
    </div>
  );
}
