'use client';

import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  type SVGProps,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Button } from '@/components/ui/button';
import { factsOf, spoken } from '@/lib/diagram/facts';
import { type Box, boxId, type Layout } from '@/lib/diagram/layout';
import { changesSaid } from '@/lib/diagram/said';
import type { Topology } from '@/lib/diagram/topology';
import { type Direction, type PictureTree, stepFrom, type TreeNode, treeOf } from '@/lib/diagram/tree';
import { Diagram } from './diagram';
import { DiagramFacts } from './diagram-facts';
import { barClass, frameClass, placeClass } from './diagram-frame';
import { useMoves } from './use-moves';
import { useZoom, type Zoom } from './use-zoom';

/** What a picture is given, before and after it can be walked. */
export interface DiagramViewProps {
  readonly account: Topology;
  /** Ids to mark; another set for each step. */
  readonly changed: ReadonlySet<string>;
  /** Whether the account holds a record now; a stable function. Tells what is gone from what is only not drawn. */
  readonly has?: (id: string) => boolean;
  /** Shows the row of a resource in the table. */
  readonly onRow?: (id: string) => void;
  /** Drawn over the picture, in its px; `room` is what it needs above, and the whole width. */
  readonly children?: ReactNode;
  readonly room?: { readonly above: number; readonly width: number };
}

const directions: { readonly [key: string]: Direction } = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'in',
  ArrowUp: 'out',
  Home: 'first',
  End: 'last',
};
/** Nearer to an edge of the place than this, px, what is focused is brought in. */
const margin = 16;

/** A picture that can be walked: see `DiagramView`, which shows it. */
export function LiveDiagram({
  account,
  changed,
  has,
  onRow,
  children,
  room,
  picture,
  width,
}: DiagramViewProps & {
  readonly picture: Layout;
  /** What it was laid out for, px. */
  readonly width: number;
}) {
  const place = useRef<HTMLDivElement>(null);
  const tree = useMemo(() => treeOf(picture), [picture]);
  const [focused, setFocused] = useState<string>();
  const [selected, setSelected] = useState<string>();
  const [isRinged, setIsRinged] = useState(false);
  const above = room?.above ?? 0;
  const wide = Math.max(picture.width, room?.width ?? 0) + 2;
  const zoom = useZoom(place, { width: wide, height: picture.height + above + 2 });
  useMoves(place, picture, width);
  const said = useSaid(account, changed, has);
  const current = (focused === undefined ? undefined : tree.find(focused)) ?? tree.nodes[0];
  const shown = selected === undefined ? undefined : tree.find(selected);
  const byId = useMemo(() => new Map(tree.nodes.map((node) => [node.id, node])), [tree]);

  const goTo = (node: TreeNode) => {
    setFocused(node.id);
    const shape = shapeOf(place.current, node.id);
    shape?.focus({ preventScroll: true });
    if (shape && place.current) bringIn(place.current, shape);
  };
  useKeptFocus(tree, focused, place, goTo);
  const shownId = shown?.id;
  useEffect(() => {
    // The facts take room from the picture.
    const shape = shownId === undefined ? null : shapeOf(place.current, shownId);
    if (shape && place.current) bringIn(place.current, shape);
  }, [shownId]);

  const nodeProps = (box: Box): SVGProps<SVGRectElement> => {
    const id = boxId(box);
    const node = byId.get(id);
    return {
      role: 'treeitem',
      'aria-label': spoken(box, changed),
      'aria-level': node?.level,
      'aria-posinset': node?.place,
      'aria-setsize': node?.of,
      'aria-selected': id === shownId,
      tabIndex: id === current?.id ? 0 : -1,
    };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !current) return;
    const direction = directions[event.key];
    if (direction) {
      const next = stepFrom(tree, current, direction);
      if (next) goTo(next);
    } else if (event.key === 'Enter' || event.key === ' ') setSelected(current.id);
    else if (event.key === 'Escape' && shown) setSelected(undefined);
    else if (event.key === '+' || event.key === '=') zoom.closer();
    else if (event.key === '-') zoom.further();
    else if (event.key === '0') zoom.fit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent) => {
    const id = nodeAt(event.target);
    if (id === undefined) return;
    setFocused(id);
    setSelected(id === selected ? undefined : id);
    shapeOf(place.current, id)?.focus({ preventScroll: true });
  };
  const close = () => {
    setSelected(undefined);
    if (current) shapeOf(place.current, current.id)?.focus({ preventScroll: true });
  };
  return (
    <section aria-label="Picture of the account" className={frameClass}>
      <div className={barClass}>
        <p role="status" title={said} className="min-w-0 flex-1 truncate text-sm text-dim">
          {said}
        </p>
        {current && <ZoomButtons zoom={zoom} />}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and clicks are those of the tree in it, which every node of it hears */}
      <div
        ref={place}
        className={`${placeClass} cursor-grab touch-pan-x touch-pan-y select-none active:cursor-grabbing`}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={(event) => {
          const id = nodeAt(event.target);
          if (id === undefined) return;
          setFocused(id);
          setIsRinged(event.target.matches(':focus-visible'));
        }}
        onBlur={() => setIsRinged(false)}
      >
        <Diagram
          account={account}
          changed={changed}
          width={width}
          picture={picture}
          scale={zoom.scale}
          nodeProps={nodeProps}
          {...(room && { room })}
        >
          {shown && <Ring box={shown.box} thick={false} />}
          {isRinged && current && <Ring box={current.box} thick />}
          {children}
        </Diagram>
      </div>
      <DiagramFacts facts={shown && factsOf(shown.box)} onRow={onRow} onClose={close} />
    </section>
  );
}

function ZoomButtons({ zoom }: { zoom: Zoom }) {
  const percent = Math.round(zoom.scale * 100);
  return (
    <>
      <Button size="sm" variant="quiet" aria-label="Zoom out" onClick={zoom.further}>
        −
      </Button>
      <Button
        size="sm"
        variant="quiet"
        aria-label={`${percent} %, show it at full size`}
        className="w-16 tabular-nums"
        onClick={zoom.actual}
      >
        {percent} %
      </Button>
      <Button size="sm" variant="quiet" aria-label="Zoom in" onClick={zoom.closer}>
        +
      </Button>
      <Button size="sm" variant="quiet" aria-label="Fit, show the whole picture" onClick={zoom.fit}>
        Fit
      </Button>
    </>
  );
}

/** Around what has the focus, or what is selected. */
function Ring({ box, thick }: { box: Box; thick: boolean }) {
  const out = thick ? 4 : 3;
  return (
    <rect
      x={box.x - out}
      y={box.y - out}
      width={box.width + 2 * out}
      height={box.height + 2 * out}
      rx="6"
      className="pointer-events-none fill-none stroke-focus"
      strokeWidth={thick ? 3 : 1.5}
    />
  );
}

/** When what has the focus is deleted, what it lay in gets it, so that the keys go on from there. */
function useKeptFocus(
  tree: PictureTree,
  focused: string | undefined,
  place: RefObject<HTMLElement | null>,
  goTo: (node: TreeNode) => void,
): void {
  const before = useRef(tree);
  const hadFocus = useRef(false);
  useEffect(() => {
    const old = before.current;
    before.current = tree;
    const isLost = hadFocus.current && (document.activeElement === document.body || document.activeElement === null);
    hadFocus.current = place.current?.contains(document.activeElement) ?? false;
    if (!isLost || focused === undefined || old === tree || tree.find(focused)) return;
    let id: string | undefined = focused;
    while (id !== undefined && !tree.find(id)) id = old.find(id)?.parent;
    const next = (id === undefined ? undefined : tree.find(id)) ?? tree.nodes[0];
    if (next) goTo(next);
  });
}

/** What the newest step changed, in words. Nothing of what was so when the picture came. */
function useSaid(
  account: DiagramViewProps['account'],
  changed: ReadonlySet<string>,
  has: DiagramViewProps['has'],
): string {
  const [said, setSaid] = useState('');
  const last = useRef<Pick<DiagramViewProps, 'account' | 'changed'>>(undefined);
  useEffect(() => {
    const before = last.current;
    last.current = { account, changed };
    if (before && before.changed !== changed) setSaid(changesSaid(before.account, account, changed, has));
  }, [account, changed, has]);
  return said;
}

const nodeAt = (target: EventTarget): string | undefined =>
  (target instanceof Element && target.closest('[data-node]')?.getAttribute('data-node')) || undefined;

const shapeOf = (place: HTMLElement | null, id: string): SVGElement | null =>
  place?.querySelector<SVGElement>(`[data-node="${CSS.escape(id)}"] > [role="treeitem"]`) ?? null;

/** Scrolls the place as little as shows a shape, or its beginning where it is larger than the place. */
function bringIn(place: HTMLElement, shape: SVGElement): void {
  const [outer, inner] = [place.getBoundingClientRect(), shape.getBoundingClientRect()];
  place.scrollLeft += offset(outer.left, outer.left + place.clientWidth, inner.left, inner.right);
  place.scrollTop += offset(outer.top, outer.top + place.clientHeight, inner.top, inner.bottom);
}

function offset(from: number, to: number, start: number, end: number): number {
  const isLarge = end - start > to - from - 2 * margin;
  if (start < from + margin || isLarge) return start - from - margin;
  return end > to - margin ? end - to + margin : 0;
}
