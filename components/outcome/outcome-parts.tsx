import Link from 'next/link';
import type { OutcomeView } from '@/lib/labs/moment-views';
import { LightText } from '../lab/light-text';
import { TaskMark } from '../ui/task-mark';

/** What it took, in words. */
export function effort({
  calls,
  refusals,
  shortest,
}: Pick<OutcomeView, 'calls' | 'refusals'> & { shortest: number | undefined }): string {
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  const took = `It took you ${count(calls, 'accepted call')}`;
  const way =
    shortest === undefined
      ? '.'
      : calls <= shortest
        ? `: no shorter way is known.`
        : `; the shortest way that is known takes ${shortest}.`;
  const refused = refusals === 0 ? 'AWS refused none.' : `AWS refused ${count(refusals, 'call')} on the way.`;
  return `${took}${way} ${refused}`;
}

/** The tasks of a lab that is done. */
export function ShownTasks({ shown }: Pick<OutcomeView, 'shown'>) {
  return (
    <ul className="flex max-w-[68ch] flex-col">
      {shown.map(({ task, say }) => (
        <li key={task} className="flex gap-3 border-t border-line py-3">
          <span className="pt-0.5">
            <TaskMark state="done" />
          </span>
          <div className="min-w-0 flex-1">
            <LightText text={say} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Where to go on; nothing after the last lab. */
export function NextLab({ next }: { next: OutcomeView['next'] }) {
  return (
    next && (
      <p>
        Next:{' '}
        <Link href={next.href} prefetch={false} className="underline">
          {next.title}
        </Link>
      </p>
    )
  );
}
