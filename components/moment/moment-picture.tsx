import { others } from '@/lib/diagram/others';
import { portsOf } from '@/lib/diagram/ports';
import { topology } from '@/lib/diagram/topology';
import type { World } from '@/lib/engine/world';
import { AccountTable } from '../lab/account-table';
import { Diagram } from '../lab/diagram';
import { OtherTable } from '../lab/other-table';
import { Disclosure } from '../ui/disclosure';

/** Room that a picture is laid out for, px, and where the style sheet shows it. Drawn on the server, which knows no screen. */
const widths = [
  { width: 1106, when: 'max-sm:hidden' },
  { width: 340, when: 'sm:hidden' },
];
const nothing: ReadonlySet<string> = new Set();

/** An account as it stood, with its table; needs no script. */
export function MomentPicture({ world }: { world: World }) {
  const account = topology(world, portsOf(world));
  return (
    <div className="flex flex-col gap-2">
      {widths.map(({ width, when }) => (
        <section
          key={width}
          aria-label="The account as a picture"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse
          tabIndex={0}
          className={`overflow-x-auto p-0.5 ${when}`}
        >
          <Diagram account={account} changed={nothing} width={width} />
        </section>
      ))}
      <Disclosure summary={<span className="text-sm text-dim">The same as a table</span>}>
        <AccountTable account={account} changed={nothing} />
        <OtherTable rows={others(world)} changed={nothing} />
      </Disclosure>
    </div>
  );
}
