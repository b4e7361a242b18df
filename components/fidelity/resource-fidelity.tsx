import type { ReactNode } from 'react';
import type { OperationView, ResourceView } from '@/lib/fidelity/views';
import { Fact, FactList, Sources } from './facts';
import { ParameterTable } from './parameter-table';
import { RefusalTable } from './refusal-table';
import { SourceText } from './source-text';
import { TestNames } from './test-names';

/** One resource: its operations with their parameters, its refusals, and what else is assumed or known to differ. */
export function ResourceFidelity({ resource: { operations, refusals, notes } }: { resource: ResourceView }) {
  return (
    <div className="flex flex-col gap-12">
      {operations.length > 0 && (
        <Section id="operations" title="Operations">
          {operations.map((operation) => (
            <Operation key={operation.name} operation={operation} />
          ))}
        </Section>
      )}
      {refusals.length > 0 && (
        <Section id="refusals" title="Refusals">
          <p className="max-w-[68ch] text-sm text-dim">
            In AWS’s words; what stands in braces varies. Observed: AWS was seen to say it. Documented: AWS writes so.
            Assumed: neither, and what of it. Tests have its code and its words, or the code alone where no other
            refusal has that.
          </p>
          <RefusalTable refusals={refusals} />
        </Section>
      )}
      {notes.length > 0 && (
        <Section id="differences" title="Also assumed, or known to differ">
          <ul className="flex max-w-[68ch] list-disc flex-col gap-2 pl-5 text-sm">
            {notes.map(({ file, name, text }) => (
              <li key={`${file} ${text}`}>
                <SourceText text={text} />{' '}
                <span className="wrap-anywhere text-dim">
                  ({file}
                  {name && `, ${name}`})
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

const Section = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section aria-labelledby={id} className="flex flex-col gap-3">
    <h2 id={id} className="text-xl">
      {title}
    </h2>
    {children}
  </section>
);

function Operation({ operation }: { operation: OperationView }) {
  const { name, summary, sources, assumed, notModelled, differs, parameters, tests } = operation;
  return (
    <section aria-labelledby={name} className="mt-3 max-w-[80ch]">
      <h3 id={name} className="font-mono text-base">
        {name}
      </h3>
      <p className="mt-1">
        <SourceText text={summary} />
      </p>
      <FactList>
        <Sources sources={sources} />
        {assumed && (
          <Fact title="Assumed">
            <SourceText text={assumed} />
          </Fact>
        )}
        {notModelled && (
          <Fact title="Not modelled">
            <SourceText text={notModelled} />
          </Fact>
        )}
        <Fact title="Known to differ">{differs ? <SourceText text={differs} /> : 'nothing'}</Fact>
        <Fact title="Tests">
          <TestNames tests={tests} most={tests.length} none="none" />
        </Fact>
      </FactList>
      {parameters.length > 0 && <ParameterTable operation={name} parameters={parameters} />}
    </section>
  );
}
