'use client';

import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react';

/** A place that scrolls; its content is given its width, px, in steps so that a drag of the window lays out seldom. */
export function Measured({ className, children }: { className: string; children: (width: number) => ReactNode }) {
  const [width, setWidth] = useState<number>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    // What is laid out by it may be large: drawn in pieces.
    const measure = () => {
      const wide = Math.floor(element.clientWidth / 10) * 10;
      startTransition(() => setWidth(wide));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={place} className={className}>
      {width !== undefined && children(width)}
    </div>
  );
}
