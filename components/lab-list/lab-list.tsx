import Link from 'next/link';
import type { LabSummary } from '@/lib/labs/views';
import { EmptyState } from '../ui/empty-state';
import { LabProgress, LabStatus } from './lab-progress';

const groups: { kind: LabSummary['kind']; title: string }[] = [
  { kind: 'guided', title: 'Guided labs' },
  { kind: 'challenge', title: 'Challenges' },
  { kind: 'incident', title: 'Incidents' },
  { kind: 'sandbox', title: 'Without tasks' },
];

/** Labs by kind, in the order given. The same for everyone; how far the viewer is follows from the server. */
export function LabList({ labs }: { labs: readonly LabSummary[] }) {
  if (labs.length === 0) {
    return (
      <div className="mt-8">
        <EmptyState title="There are no labs yet">
          Labs are read from <code>content/labs</code> when Patchbay is built. Add one there and start it again.
        </EmptyState>
      </div>
    );
  }
  return (
    <LabProgress>
      {groups.map(({ kind, title }) => (
        <LabGroup key={kind} title={title} labs={labs.filter((lab) => lab.kind === kind)} />
      ))}
    </LabProgress>
  );
}

function LabGroup({ title, labs }: { title: string; labs: readonly LabSummary[] }) {
  if (labs.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="text-xl">{title}</h2>
      <ul className="mt-3 border-b border-line">
        {labs.map((lab) => (
          <LabRow key={lab.slug} lab={lab} />
        ))}
      </ul>
    </section>
  );
}

function LabRow({ lab: { slug, title, summary, minutes, objectives, tasks } }: { lab: LabSummary }) {
  const facts = [minutes && `${minutes} min`, ...objectives.map((objective) => objective.replace('/', ' '))];
  return (
    <li className="relative grid gap-x-8 gap-y-2 border-t border-line py-5 sm:grid-cols-[1fr_11rem] sm:items-baseline">
      <div className="flex min-w-0 flex-col gap-1">
        <h3 className="text-lg">
          {/* The link covers its row, so the whole of it can be pressed. */}
          <Link
            href={`/labs/${slug}`}
            prefetch={false}
            className="after:absolute after:-inset-x-2 after:inset-y-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
          >
            {title}
          </Link>
        </h3>
        <p className="text-dim">{summary}</p>
        <p className="text-sm text-dim">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <LabStatus slug={slug} tasks={tasks} />
    </li>
  );
}
