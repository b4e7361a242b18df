'use client';

import { type ReactNode, useMemo } from 'react';
import { layout } from '@/lib/diagram/layout';
import { Diagram } from './diagram';
import { barClass, frameClass, placeClass } from './diagram-frame';
import type { DiagramViewProps } from './diagram-live';
import { usePart } from './flow/use-part';

/** What stands around the picture, px: its padding on a phone or a desk, and a scroll bar. */
const around = { phone: 24, desk: 40, scrollBar: 16 };
const phoneBelow = 640;

const load = () => import('./diagram-live').then((module) => module.LiveDiagram);

/**
 * The picture in a place of its own, which takes the height it is given and scrolls. What zooms it, walks it by keyboard and
 * tells about things comes after it can be seen; without that it is a picture that scrolls.
 */
export function DiagramView({
  width,
  ...props
}: DiagramViewProps & {
  /** Room for the place, px. */
  readonly width: number;
}) {
  const { account, changed, children, room } = props;
  const pictureWidth = roomFor(width);
  const picture = useMemo(() => layout(account, pictureWidth), [account, pictureWidth]);
  const { part: Live } = usePart(load, true);
  if (Live) return <Live {...props} picture={picture} width={pictureWidth} />;
  return (
    <DiagramFrame>
      <Diagram account={account} changed={changed} width={pictureWidth} picture={picture} {...(room && { room })}>
        {children}
      </Diagram>
    </DiagramFrame>
  );
}

/** Width for a picture in a place so wide, px. */
export const roomFor = (width: number): number =>
  width - (width < phoneBelow ? around.phone : around.desk) - around.scrollBar;

/** What a picture with its bar looks like before it can be walked, so that nothing moves when it can. */
function DiagramFrame({ children }: { children: ReactNode }) {
  return (
    <section aria-label="Picture of the account" className={frameClass}>
      <div className={barClass} />
      <section
        aria-label="Picture"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse
        tabIndex={0}
        className={placeClass}
      >
        {children}
      </section>
    </section>
  );
}
