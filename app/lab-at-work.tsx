import { earlyScript } from '@/components/lab/early/early-script';
import { printable } from '@/components/lab/transcript';
import { Workbench } from '@/components/lab/workbench';
import type { LabPage } from '@/lib/usecases/labs';
import { ContentText } from './content-text';

const kinds = { guided: 'Guided lab', challenge: 'Challenge', incident: 'Incident', sandbox: 'No tasks' };

/** What a lab's page is made of, wherever it is shown. A page that is rendered per request has the `nonce` of its policy. */
export function LabAtWork({ lab, nonce }: { lab: LabPage; nonce?: string | undefined }) {
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
      <script
        nonce={nonce}
        data-slug={lab.slug}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: functions of ours, hashed by the policy or known by the nonce
        dangerouslySetInnerHTML={{ __html: `(${earlyScript})(${printable})` }}
      />
      <Workbench
        slug={lab.slug}
        title={lab.title}
        facts={facts.filter(Boolean).join(' · ')}
        summary={lab.summary}
        tasks={lab.taskList}
        isIncident={lab.kind === 'incident'}
      >
        <ContentText file={`labs/${lab.slug}/brief.mdx`} source={lab.brief} />
      </Workbench>
    </main>
  );
}
