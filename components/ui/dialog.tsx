'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactElement, ReactNode } from 'react';
import { buttonClass } from './button-class';

type DialogProps = {
  title: ReactNode;
  /** One or two sentences, read out with the title when it opens. */
  description?: ReactNode;
  children?: ReactNode;
  /** The buttons; wrap the one that changes nothing in `DialogClose`. */
  actions?: ReactNode;
  /** The element that opens it, such as a `<Button>`. Leave it out when `open` is governed from outside. */
  trigger?: ReactElement;
  /** For text that must not be broken, such as commands: 44rem in place of 30. */
  wide?: boolean;
  /** Where focus goes when it closes: to an element, nowhere (`false`), or back to what opened it (`true`, as without it). */
  finalFocus?: () => HTMLElement | boolean | null;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** A question or a form over the page. Focus goes in and comes back, Escape and a press outside close it. */
export function Dialog({
  title,
  description,
  children,
  actions,
  trigger,
  wide = false,
  finalFocus,
  open,
  onOpenChange,
}: DialogProps) {
  return (
    <Base.Root
      {...(open !== undefined && { open })}
      {...(onOpenChange && { onOpenChange: (next) => onOpenChange(next) })}
    >
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-30 bg-terminal opacity-50 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          {...(finalFocus && { finalFocus })}
          className={`${wide ? 'w-[min(44rem,calc(100vw-2rem))]' : 'w-[min(30rem,calc(100vw-2rem))]'} fixed top-1/2 left-1/2 z-30 flex max-h-[85dvh] -translate-x-1/2 -translate-y-1/2 flex-col gap-4 overflow-y-auto rounded border border-line-strong bg-panel p-5 text-ink transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0`}
        >
          <div className="flex flex-col gap-1">
            <Base.Title className="text-xl">{title}</Base.Title>
            {description && <Base.Description className="text-dim">{description}</Base.Description>}
          </div>
          {children}
          {actions && <div className="flex flex-wrap justify-end gap-2">{actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** The button of a dialog that closes it and changes nothing. */
export function DialogClose({ children = 'Cancel' }: { children?: ReactNode }) {
  return <Base.Close className={buttonClass('plain', 'md')}>{children}</Base.Close>;
}
