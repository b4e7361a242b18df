import { Cell, HeadCell, Table } from '@/components/ui/table';
import type { OperationView, RefusalView, ResourceView } from '@/lib/fidelity/views';

/** One resource: its operations, what of them is missing, and its refusals. */
export function ResourceFidelity({ resource: { operations, refusals } }: { resource: ResourceView }) {
  return (
    <div className="flex flex-col gap-12">
      {operations.length > 0 && (
        <section aria-labelledby="operations">
          <h2 id="operations" className="text-xl">
            Operations
          </h2>
          {operations.map((operation) => (
            <Operation key={operation.name} operation={operation} />
          ))}
        </section>
      )}
      {refusals.length > 0 && (
        <section aria-labelledby="refusals" className="flex flex-col gap-3">
          <h2 id="refusals" className="text-xl">
            Refusals
          </h2>
          <Refusals refusals={refusals} />
        </section>
      )}
    </div>
  );
}

function Operation({ operation }: { operation: OperationView }) {
  const { name, summary, sources, notModelled, differs, parameters, tests } = operation;
  const named = (modelled: boolean) => parameters.filter((one) => one.modelled === modelled).map((one) => one.name);
  const missing = named(false);
  return (
    <section aria-labelledby={name} className="mt-6 max-w-[68ch]">
      <h3 id={name} className="font-mono text-base">
        {name}
      </h3>
      <p className="mt-1">
        <Code text={summary} />
      </p>
      <dl className="mt-2 flex flex-col gap-1 text-sm [&_dd]:inline [&_dt]:inline [&_dt]:font-semibold">
        <div>
          <dt>Parameters: </dt>
          <dd className="font-mono break-words">{named(true).join(', ') || 'none'}</dd>
        </div>
        {missing.length > 0 && (
          <div>
            <dt>Refused as NotModelled: </dt>
            <dd className="font-mono break-words">{missing.join(', ')}</dd>
          </div>
        )}
        {notModelled && (
          <div>
            <dt>Not modelled: </dt>
            <dd>
              <Code text={notModelled} />
            </dd>
          </div>
        )}
        {differs && (
          <div>
            <dt>Known to differ: </dt>
            <dd>
              <Code text={differs} />
            </dd>
          </div>
        )}
        <div>
          <dt>Source: </dt>
          <dd className="break-words">
            <Sources sources={sources} />
          </dd>
        </div>
        <div>
          <dt>Tests: </dt>
          <dd className="break-words">{tests.join(', ') || 'none by name'}</dd>
        </div>
      </dl>
    </section>
  );
}

/** A sentence of a docstring: what stands in backticks is code. */
const Code = ({ text }: { text: string }) =>
  text.split(/`([^`]+)`/).map((part, index) =>
    // Every second part was in backticks.
    index % 2 === 1 ? <code key={part}>{part}</code> : part,
  );

function Sources({ sources }: { sources: readonly string[] }) {
  if (sources.length === 0) return 'none given';
  return sources.map((source, index) => (
    <span key={source}>
      {index > 0 && '; '}
      {source.startsWith('http') ? (
        <a href={source} rel="noreferrer" className="underline">
          {source.replace(/^https?:\/\//, '')}
        </a>
      ) : (
        source
      )}
    </span>
  ));
}

const words = { observed: 'Observed', documented: 'Documented', assumed: 'Assumed' };

function Refusals({ refusals }: { refusals: readonly RefusalView[] }) {
  return (
    <Table caption="In AWS’s words; what stands in braces varies. Observed: AWS was seen to say it. Documented: AWS writes so. Assumed: neither, and why.">
      <thead>
        <tr>
          <HeadCell>Code</HeadCell>
          <HeadCell>Message</HeadCell>
          <HeadCell>Known from</HeadCell>
          <HeadCell numeric>Tests</HeadCell>
        </tr>
      </thead>
      <tbody>
        {refusals.map(({ name, codes, message, provenance, source, tests }) => (
          <tr key={name}>
            <Cell mono className="break-words">
              {codes.join(' or ')}
            </Cell>
            <Cell className="min-w-60">{message}</Cell>
            <Cell className="min-w-48 wrap-anywhere">
              <strong>{words[provenance]}</strong>: <Code text={source} />
            </Cell>
            <Cell numeric>{tests.length}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
