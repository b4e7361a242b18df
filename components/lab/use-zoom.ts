'use client';

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const least = 0.2;
const most = 2;
/** What a press of + does. */
const step = 1.25;
/** A mouse that moved less, px, clicked. */
const clickBelow = 4;

export interface Zoom {
  /** 1 is a px for a px. */
  readonly scale: number;
  readonly closer: () => void;
  readonly further: () => void;
  readonly actual: () => void;
  /** The whole of it, or of its width where the whole would be too small. */
  readonly fit: () => void;
}

/**
 * How large a picture is shown in a place that scrolls, which is how it is panned: by finger, wheel, keys, scroll bar, and by a
 * drag of the mouse. Ctrl or ⌘ with the wheel, and two fingers, zoom around where they are; the wheel alone only scrolls.
 */
export function useZoom(
  place: RefObject<HTMLElement | null>,
  size: { readonly width: number; readonly height: number },
): Zoom {
  const [scale, setScale] = useState(1);
  const now = useRef(1);
  /** A point of the picture and where in the place it is to be kept. */
  const kept = useRef<{ x: number; y: number; left: number; top: number }>(undefined);
  const zoomTo = useCallback(
    (to: number, clientX?: number, clientY?: number) => {
      const element = place.current;
      if (!element) return;
      const next = Math.min(most, Math.max(least, to));
      const rect = element.getBoundingClientRect();
      const left = clientX === undefined ? element.clientWidth / 2 : clientX - rect.left;
      const top = clientY === undefined ? element.clientHeight / 2 : clientY - rect.top;
      // Several may come before the place has followed the first.
      const { x, y } = kept.current ?? pointAt(element, left, top, now.current);
      kept.current = { x, y, left, top };
      now.current = next;
      setScale(next);
    },
    [place],
  );
  useLayoutEffect(() => {
    const element = place.current;
    if (!element || !kept.current) return;
    const { x, y, left, top } = kept.current;
    const { x: padX, y: padY } = paddingOf(element);
    element.scrollLeft = x * scale + padX - left;
    element.scrollTop = y * scale + padY - top;
    kept.current = undefined;
  }, [place, scale]);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const off = [wheelZooms(element, now, zoomTo), fingersZoom(element, now, zoomTo), mousePans(element)];
    return () => {
      for (const stop of off) stop();
    };
  }, [place, zoomTo]);
  const fit = useCallback(() => {
    const element = place.current;
    if (!element) return;
    const { x, y } = paddingOf(element);
    const [wide, high] = [element.clientWidth - 2 * x, element.clientHeight - 2 * y];
    const width = Math.min(1, wide / size.width);
    const whole = Math.min(width, high / size.height);
    // Of what is very long nothing could be made out.
    zoomTo(whole < least ? width : whole);
  }, [place, zoomTo, size.width, size.height]);
  return {
    scale,
    closer: () => zoomTo(scale * step),
    further: () => zoomTo(scale / step),
    actual: () => zoomTo(1),
    fit,
  };
}

/** The point of the picture, px at full size, that is shown at a point of the place. */
function pointAt(element: HTMLElement, left: number, top: number, scale: number): { x: number; y: number } {
  const pad = paddingOf(element);
  return { x: (element.scrollLeft + left - pad.x) / scale, y: (element.scrollTop + top - pad.y) / scale };
}

type ZoomTo = (to: number, clientX: number, clientY: number) => void;
type Now = { readonly current: number };

function paddingOf(element: HTMLElement): { x: number; y: number } {
  const style = getComputedStyle(element);
  return { x: Number.parseFloat(style.paddingLeft), y: Number.parseFloat(style.paddingTop) };
}

function wheelZooms(element: HTMLElement, now: Now, zoomTo: ZoomTo): () => void {
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    // A notch of a wheel is about 100; a pinch on a touch pad comes as many small ones.
    const by = Math.max(
      -60,
      Math.min(60, event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * 20),
    );
    zoomTo(now.current * Math.exp(-by / 200), event.clientX, event.clientY);
  };
  element.addEventListener('wheel', onWheel, { passive: false });
  return () => element.removeEventListener('wheel', onWheel);
}

function fingersZoom(element: HTMLElement, now: Now, zoomTo: ZoomTo): () => void {
  let began: { apart: number; scale: number } | undefined;
  const read = ([a, b]: TouchList | Touch[]) =>
    a && b
      ? {
          apart: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
          x: (a.clientX + b.clientX) / 2,
          y: (a.clientY + b.clientY) / 2,
        }
      : undefined;
  const onTouch = (event: TouchEvent) => {
    const two = event.touches.length === 2 ? read(event.touches) : undefined;
    if (!two) {
      began = undefined;
      return;
    }
    event.preventDefault();
    began ??= { apart: Math.max(1, two.apart), scale: now.current };
    if (event.type === 'touchmove') zoomTo((began.scale * two.apart) / began.apart, two.x, two.y);
  };
  const kinds = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const;
  for (const kind of kinds) element.addEventListener(kind, onTouch, { passive: false });
  return () => {
    for (const kind of kinds) element.removeEventListener(kind, onTouch);
  };
}

function mousePans(element: HTMLElement): () => void {
  let from: { x: number; y: number; left: number; top: number } | undefined;
  let dragged = false;
  const onDown = (event: PointerEvent) => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    from = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop };
    dragged = false;
  };
  const onMove = (event: PointerEvent) => {
    if (!from) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!dragged && Math.hypot(dx, dy) < clickBelow) return;
    if (!dragged) element.setPointerCapture(event.pointerId);
    dragged = true;
    element.scrollLeft = from.left - dx;
    element.scrollTop = from.top - dy;
  };
  const onUp = () => {
    from = undefined;
  };
  // The end of a drag is no click on what lies there.
  const onClick = (event: MouseEvent) => {
    if (dragged) event.stopPropagation();
    dragged = false;
  };
  element.addEventListener('pointerdown', onDown);
  element.addEventListener('pointermove', onMove);
  element.addEventListener('pointerup', onUp);
  element.addEventListener('pointercancel', onUp);
  element.addEventListener('click', onClick, { capture: true });
  return () => {
    element.removeEventListener('pointerdown', onDown);
    element.removeEventListener('pointermove', onMove);
    element.removeEventListener('pointerup', onUp);
    element.removeEventListener('pointercancel', onUp);
    element.removeEventListener('click', onClick, { capture: true });
  };
}
