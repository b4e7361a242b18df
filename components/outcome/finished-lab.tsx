import { others } from '@/lib/diagram/others';
import { portsOf } from '@/lib/diagram/ports';
import { topology } from '@/lib/diagram/topology';
import type { World } from '@/lib/engine/world';
import type { OutcomeView } from '@/lib/labs/moment-views';
import { OtherTable } from '../lab/other-table';
import { touchedBetween } from '../lab/touched-between';
import { AccountPicture } from '../lesson/account-picture';
import { effort, NextLab, ShownTasks } from './outcome-parts';

/** Room on a desk for one of two pictures beside each other, px. They are drawn on the server, which knows no screen. */
const halfWidth = 538;

/** A lab that is done: before and after, what it took, what it showed, and where to go on. Needs no script. */
export function FinishedLab({
  outcome: { calls, refusals, shortest, shown, next },
  before,
  after,
}: {
  outcome: Omit<OutcomeView, 'before' | 'after' | 'ports'>;
  /** Both are undefined when one is too large to be drawn here. */
  before: World | undefined;
  after: World | undefined;
}) {
  return (
    <>
      <h1 className="text-3xl">What you showed</h1>
      <p className="mt-2 max-w-[68ch]">{effort({ calls, refusals, shortest })}</p>
      {before && after ? (
        <div className="mt-8 grid grid-cols-1 gap-x-6 gap-y-10 xl:grid-cols-2">
          <Side id="before" title="Before" world={before} changed={nothing} />
          <Side id="after" title="After" world={after} changed={touchedBetween(before, after)} />
        </div>
      ) : (
        <p className="mt-8 max-w-[68ch] text-dim">
          This network is too large to be drawn here. The lab itself shows it, before and after.
        </p>
      )}
      <section aria-labelledby="shown" className="mt-10">
        <h2 id="shown" className="mb-3 text-xl">
          What held
        </h2>
        <ShownTasks shown={shown} />
      </section>
      <div className="mt-6">
        <NextLab next={next} />
      </div>
    </>
  );
}

const nothing: ReadonlySet<string> = new Set();

function Side({
  id,
  title,
  world,
  changed,
}: {
  id: string;
  title: string;
  world: World;
  changed: ReadonlySet<string>;
}) {
  const captionEnd = `, ${id}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-xl">
        {title}
      </h2>
      <AccountPicture
        account={topology(world, portsOf(world))}
        label={`${title}: the account as a picture`}
        changed={changed}
        deskWidth={halfWidth}
        captionEnd={captionEnd}
      >
        <OtherTable rows={others(world)} changed={changed} linked={false} captionEnd={captionEnd} />
      </AccountPicture>
    </section>
  );
}
