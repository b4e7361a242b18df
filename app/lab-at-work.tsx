import { MDXRemote } from 'next-mdx-remote/rsc';
import { Workbench } from '@/components/lab/workbench';
import type { LabPage } from '@/lib/usecases/labs';

const kinds = { guided: 'Guided lab', challenge: 'Challenge', incident: 'Incident', sandbox: 'No tasks' };

/** What a lab's page is made of, wherever it is shown. */
export function LabAtWork({ lab }: { lab: LabPage }) {
  const facts = [
    kinds[lab.kind],
    lab.minutes && `${lab.minutes} min`,
    ...lab.objectives.map((objective) => objective.replace('/', ' ')),
  ];
  return (
    <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
      <noscript>
        <p className="border-b border-line p-4">A lab needs JavaScript: its terminal runs in this page.</p>
      </noscript>
      <Workbench
        slug={lab.slug}
        title={lab.title}
        facts={facts.filter(Boolean).join(' · ')}
        summary={lab.summary}
        tasks={lab.taskList}
        isIncident={lab.kind === 'incident'}
      >
        <MDXRemote source={lab.brief} />
      </Workbench>
    </main>
  );
}
