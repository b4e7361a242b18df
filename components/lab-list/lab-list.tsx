import type { LabSummary } from '@/lib/labs/views';
import { ContentRow } from '../site/content-row';
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
          <ContentRow key={lab.slug} href={`/labs/${lab.slug}`} heading="h3" content={lab}>
            <LabStatus slug={lab.slug} tasks={lab.tasks} />
          </ContentRow>
        ))}
      </ul>
    </section>
  );
}
