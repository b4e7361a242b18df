import type { ReactNode } from 'react';
import type { World } from '@/lib/engine/world';
import type { SharedMoment as Moment } from '@/lib/labs/moment-views';
import type { AttemptStarted } from '@/lib/labs/views';
import type { FormAction } from '../classes/form-action';
import { LightText } from '../lab/light-text';
import { TaskMark } from '../ui/task-mark';
import { CallList } from './call-list';
import { MomentPicture } from './moment-picture';
import { StartForm } from './start-form';

/** A moment that somebody shared, read-only: the network, what holds, and the calls that made it. */
export function SharedMoment({
  moment,
  world,
  tasks,
  isCut,
  token,
  start,
}: {
  moment: Moment;
  /** Undefined when it is too large to be drawn here. */
  world: World | undefined;
  tasks: readonly { readonly id: string; readonly say: string; readonly passed: boolean }[];
  /** Whether there were calls before those that are listed. */
  isCut: boolean;
  token: string;
  start: FormAction<AttemptStarted>;
}) {
  return (
    <>
      <h1 className="text-3xl wrap-anywhere">{moment.title}</h1>
      <p className="mt-1 mb-5 max-w-[68ch] text-dim">
        A moment that somebody shared: a simulated account, and the calls that made it. You can look, or go on from here
        in an account of your own; theirs stays as it is. A finish from here does not count as yours.
      </p>
      <StartForm token={token} start={start} />
      <Section id="network" heading="The network">
        {world ? (
          <MomentPicture world={world} />
        ) : (
          <p className="max-w-[68ch] text-dim">
            This network is too large to be drawn here. Start from it to look around.
          </p>
        )}
      </Section>
      {tasks.length > 0 && (
        <Section id="tasks" heading="What holds">
          <ol className="flex max-w-3xl flex-col">
            {tasks.map(({ id, say, passed }) => (
              <li key={id} className="flex gap-3 border-t border-line py-3">
                <span className="pt-0.5">
                  <TaskMark state={passed ? 'done' : 'open'} label={passed ? 'Holds' : 'Does not hold yet'} />
                </span>
                <div className={`flex min-w-0 flex-1 flex-col gap-2 ${passed ? 'text-dim' : ''}`}>
                  <LightText text={say} />
                </div>
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Section id="calls" heading="The calls that led here">
        <CallList steps={moment.steps} isCut={isCut} />
      </Section>
    </>
  );
}

function Section({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="mb-3 text-xl">
        {heading}
      </h2>
      {children}
    </section>
  );
}
