'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';
import { cablePath } from '@/lib/diagram/cable-path';
import { boxId, type Layout } from '@/lib/diagram/layout';

/** How long what moved is on its way, ms. */
const moveMs = 180;

/** Lets what stands elsewhere than before move there. Nothing moves for who prefers none, and when the room changed. */
export function useMoves(place: RefObject<HTMLElement | null>, picture: Layout, roomWidth: number): void {
  const before = useRef<{ picture: Layout; roomWidth: number }>(undefined);
  useLayoutEffect(() => {
    const last = before.current;
    before.current = { picture, roomWidth };
    if (!last || !place.current || last.picture === picture || last.roomWidth !== roomWidth) return;
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const places = new Map(last.picture.boxes.map((box) => [boxId(box), box]));
    const ways = new Map(last.picture.cables.map((cable) => [cable.interfaceId, cablePath(cable)]));
    const timing = { duration: moveMs, easing: 'ease-out' };
    for (const box of picture.boxes) {
      const old = places.get(boxId(box));
      if (!old || (old.x === box.x && old.y === box.y)) continue;
      const shape = place.current.querySelector(`[data-node="${CSS.escape(boxId(box))}"]`);
      shape?.animate(
        [{ transform: `translate(${old.x - box.x}px, ${old.y - box.y}px)` }, { transform: 'none' }],
        timing,
      );
    }
    for (const cable of picture.cables) {
      if (ways.get(cable.interfaceId) === cablePath(cable)) continue;
      const shape = place.current.querySelector(`[data-cable="${CSS.escape(cable.interfaceId)}"]`);
      shape?.animate([{ opacity: 0 }, { opacity: 1 }], timing);
    }
  }, [place, picture, roomWidth]);
}
