import { type RefObject, useEffect, useRef } from 'react';

/** An element that takes the focus when it first stands there, if `takesFocus` then. */
export function useArrival<Element extends HTMLElement>(takesFocus: boolean): RefObject<Element | null> {
  const place = useRef<Element>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only who has just come is to be led here
  useEffect(() => {
    if (takesFocus) place.current?.focus();
  }, []);
  return place;
}
