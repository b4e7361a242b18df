import type { ReactNode } from 'react';
import { LightText } from '@/components/lab/light-text';
import type { ExperimentView } from '@/lib/lessons/experiment';
import { ExperimentDesk } from './experiment-desk';

/**
 * Something to predict and then to run, in an account of its own that lives in this page. `heading`: its level there.
 * `children`: what its words mean where the page does not say it elsewhere.
 */
export function Experiment({
  view,
  heading: Heading = 'h3',
  children,
}: {
  view: ExperimentView;
  heading?: 'h1' | 'h2' | 'h3';
  children?: ReactNode;
}) {
  const { id, title, say, given, predict, steps } = view;
  return (
    <section aria-labelledby={id} className="my-8 flex flex-col gap-4 border-y border-line py-6 text-base">
      <div className="flex max-w-[40rem] flex-col gap-2">
        <Heading id={id} className={Heading === 'h1' ? 'text-2xl' : 'text-lg'}>
          <span className="font-normal text-cable">Experiment</span> · {title}
        </Heading>
        <LightText text={say} />
        {children}
        {given.length > 0 && (
          <ul aria-label="Variables you can use" className="flex flex-col gap-0.5 text-sm">
            {given.map(({ name, value, what }) => (
              <li key={name}>
                <code className="font-semibold">${name}</code> {what}:{' '}
                <code className="whitespace-nowrap text-dim">{value}</code>
              </li>
            ))}
          </ul>
        )}
      </div>
      <noscript>
        <div className="flex max-w-[40rem] flex-col gap-3">
          <p className="border-l-2 border-line-strong pl-3">
            To run these commands here needs JavaScript. This is what they show.
          </p>
          <ol className="flex flex-col gap-3">
            {steps.map(({ run, note, shows }) => (
              <li key={note} className="flex flex-col gap-1">
                <pre className="overflow-x-auto rounded bg-sunk p-2 whitespace-pre-wrap">{run}</pre>
                {'refused' in shows && (
                  <p className="text-refused">
                    ✕ Refused: <code>{shows.refused}</code>
                  </p>
                )}
                <LightText text={note} />
              </li>
            ))}
          </ol>
        </div>
      </noscript>
      {/* On paper, where nothing was run. */}
      <ol className="hidden max-w-[40rem] list-decimal pl-5 text-sm print:block [section:has(.bg-terminal_li)>&]:hidden">
        {steps.map(({ run, note }) => (
          <li key={note}>
            <code>{run}</code>
          </li>
        ))}
      </ol>
      <ExperimentDesk
        task={{ id, title, ask: predict.ask, options: predict.options, runs: steps.map(({ run }) => run) }}
      />
    </section>
  );
}
