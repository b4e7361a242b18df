import type { ReactNode } from 'react';
import { AccountTable } from '@/components/lab/account-table';
import { Diagram } from '@/components/lab/diagram';
import { Disclosure } from '@/components/ui/disclosure';
import { portsOf } from '@/lib/diagram/ports';
import { type Topology, topology } from '@/lib/diagram/topology';
import type { World } from '@/lib/engine/world';

/** Room that a picture is laid out for, px, and where the style sheet shows it: on a phone, or on a desk in a lesson's column. */
const phone = { width: 340, when: 'sm:hidden' };
const columnWidth = 724;
/** Small pictures are one for both: half the weight in a page that is sent to everyone. */
const anywhere = { width: 340, when: '' };

/** What a lesson shows of an account: what it made, without the default VPC. */
export function shownOf(world: World): Topology {
  const account = topology(world, portsOf(world));
  return { ...account, vpcs: account.vpcs.filter((vpc) => !vpc.isDefault) };
}

/** An account with its table; needs no script. `changed` holds ids of what is marked. */
export function AccountPicture({
  account,
  label,
  changed = new Set(),
  small = false,
  deskWidth = columnWidth,
  captionEnd = '',
  children,
}: {
  account: Topology;
  /** One of its own in a page. */
  label: string;
  changed?: ReadonlySet<string>;
  small?: boolean;
  /** Room on a desk, px. */
  deskWidth?: number;
  /** What tells its tables from another picture's in the page: “, before”. */
  captionEnd?: string;
  /** More tables. */
  children?: ReactNode;
}) {
  return (
    <div className="flex flex-col gap-2">
      {(small ? [anywhere] : [{ width: deskWidth, when: 'max-sm:hidden' }, phone]).map(({ width, when }) => (
        <section
          key={width}
          aria-label={label}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse
          tabIndex={0}
          className={`overflow-x-auto p-0.5 ${when}`}
        >
          <Diagram account={account} changed={changed} width={width} />
        </section>
      ))}
      <Disclosure summary={<span className="text-sm text-dim">The same as a table</span>}>
        <AccountTable account={account} changed={changed} linked={false} captionEnd={captionEnd} />
        {children}
      </Disclosure>
    </div>
  );
}
