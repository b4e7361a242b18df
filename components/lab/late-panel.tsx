'use client';

import type { ComponentType, ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { usePart } from './flow/use-part';

/**
 * A component whose script comes when it is shown first. Unlike next/dynamic: that the script does not come costs this
 * panel, never the lab around it. Call it once for each component, outside of components.
 */
export function latePanel<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let known: ComponentType<Props> | undefined;
  const loadOnce = async () => {
    known ??= await load();
    return known;
  };
  // biome-ignore lint/correctness/noComponentHookFactories: made once, as by React.lazy
  return function LatePanel(props: Props) {
    const { part, failed, again } = usePart(loadOnce, known === undefined);
    const late = { part: known ?? part, failed, again };
    return <Late late={late}>{(Panel) => <Panel {...props} />}</Late>;
  };
}

/** What is shown of a part of the page: itself, that it comes, or that it did not. */
export function Late<Panel>({
  late,
  children,
}: {
  /** Of `usePart`. */
  late: { readonly part: Panel | undefined; readonly failed: boolean; readonly again: () => void };
  children: (panel: Panel) => ReactNode;
}) {
  if (late.part) return children(late.part);
  if (late.failed) {
    return (
      <div className="p-5">
        <NotCome onAgain={late.again} />
      </div>
    );
  }
  return (
    <Loading label="The panel is being loaded.">
      <Skeleton className="m-5 h-48 w-auto" />
    </Loading>
  );
}

/** That a part of the page's script did not come. */
export const NotCome = ({ onAgain }: { onAgain: () => void }) => (
  <ErrorPanel
    title="This panel could not be loaded"
    safe="The lab is as it was."
    advice="A part of the page did not come. Look at your connection, then try again."
    action={<Button onClick={onAgain}>Try again</Button>}
  />
);
