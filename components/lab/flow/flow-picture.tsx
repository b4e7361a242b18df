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
import { WalkDrawing, wordsAt } from './walk-drawing';

const nothing: ReadonlySet<string> = new Set();
/** Nearer to an edge than this, px, a stop is brought to the middle, with the words about it. */
const margin = 48;

/** From the least to the greatest, moved. */
function span(one: readonly number[], other: readonly number[] = [], by = 0): { from: number; to: number } {
  const all = [...one, ...other];
  return { from: Math.min(...all) + by, to: Math.max(...all) + by };
}

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
  const wide = walked?.width ?? width;
  useEffect(() => {
    const element = place.current;
    if (!element || !stop) return;
    const words = wordsAt(stop, wide);
    const x = span([stop.x - margin, stop.x + margin], words && [words.x, words.x + words.width]);
    const y = span([stop.y - margin, stop.y + margin], words && [words.y, words.y + words.height], above);
    // At once: a page that glides along is motion that nobody asked for.
    if (x.from < element.scrollLeft || x.to > element.scrollLeft + element.clientWidth)
      element.scrollLeft = (x.from + x.to - element.clientWidth) / 2;
    if (y.from < element.scrollTop || y.to > element.scrollTop + element.clientHeight)
      element.scrollTop = (y.from + y.to - element.clientHeight) / 2;
  }, [stop, above, wide]);
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
