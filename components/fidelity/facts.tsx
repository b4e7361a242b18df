import type { ReactNode } from 'react';
import type { ComponentView } from '@/lib/fidelity/views';
import { SourceText } from './source-text';

/** What is known of an operation or a component, and how, line by line. */
export const FactList = ({ children }: { children: ReactNode }) => (
  <dl className="mt-2 flex flex-col gap-1 text-sm [&_dd]:inline [&_dt]:inline [&_dt]:font-semibold">{children}</dl>
);

export const Fact = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <dt>{title}: </dt>
    <dd>{children}</dd>
  </div>
);

/** Where it is known from. */
export const Sources = ({ sources }: Pick<ComponentView, 'sources'>) =>
  sources.map(({ provenance, text }) => (
    <Fact key={text} title={provenance === 'observed' ? 'Observed' : 'Documented'}>
      <SourceText text={text} />
    </Fact>
  ));
