'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { AttemptView } from '@/lib/labs/views';
import { Refused } from '../refused';
import { useAsking } from '../use-asking';
import type { Line } from './line';
import { freeName, timelineName } from './names';
import { placeWords } from './step-words';
import { TimelineNameForm } from './timeline-name-form';

/** The timelines of an attempt: where each stands, and to go there, to name it, to compare it, or to fork another. */
export function TimelinesBody({
  attempt,
  line,
  looking,
  change,
  onCompare,
  onDone,
}: {
  attempt: Pick<AttemptView, 'position' | 'timelines' | 'timeline'>;
  line: Line;
  /** The step that is looked at, where it is not the one that the lab stands at. */
  looking: number | undefined;
  /** A write below this attempt; throws ApiError. */
  change: (method: 'POST' | 'PUT', path: string, body?: object) => Promise<unknown>;
  onCompare: (left: number, right: number) => void;
  onDone: () => void;
}) {
  const { position, timelines, timeline } = attempt;
  const [naming, setNaming] = useState<number>();
  const { busy, failed, ask } = useAsking();
  const place = (seq: number) => placeWords(line, seq);
  const from = looking ?? position;
  const go = async (number: number) => {
    if (await ask(async () => void (await change('POST', `/timelines/${number}/switch`)))) onDone();
  };
  return (
    <div className="flex flex-col gap-5">
      <ul className="border-b border-line">
        {timelines.map((one) => (
          <li key={one.number} className="flex flex-col gap-2 border-t border-line py-2.5">
            <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
              <p className="min-w-0 wrap-anywhere" {...(one.number === timeline && { 'aria-current': true })}>
                <strong>{one.name}</strong>{' '}
                <span className="text-sm text-dim">
                  at {place(one.number === timeline ? position : one.head)}
                  {one.number > 0 && `, forked at ${place(one.forkedAt)}`}
                  {one.number === timeline && ' · you are here'}
                </span>
              </p>
              <span className="flex gap-1">
                {one.number !== timeline && (
                  <>
                    <Button size="sm" busy={busy} onClick={() => void go(one.number)} aria-label={`Go to ${one.name}`}>
                      Go
                    </Button>
                    <Button
                      size="sm"
                      onClick={() => onCompare(position, one.head)}
                      aria-label={`Compare ${timelineName(timelines, timeline)} with ${one.name}`}
                    >
                      Compare
                    </Button>
                  </>
                )}
                <Button
                  size="sm"
                  aria-expanded={naming === one.number}
                  aria-label={`Rename ${one.name}`}
                  onClick={() => setNaming(naming === one.number ? undefined : one.number)}
                >
                  Rename
                </Button>
              </span>
            </div>
            {naming === one.number && (
              <TimelineNameForm
                label="New name"
                first={one.name}
                action="Rename"
                doing="Renaming"
                onName={async (name) => {
                  await change('PUT', `/timelines/${one.number}`, { name });
                  setNaming(undefined);
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <Refused message={failed} />
      <ForkForm timelines={timelines} from={from} place={place(from)} change={change} onDone={onDone} />
    </div>
  );
}

/** A new timeline that begins at a step, and to stand there. */
export function ForkForm({
  timelines,
  from,
  place,
  change,
  onDone,
}: {
  timelines: AttemptView['timelines'];
  from: number;
  /** The step in words. */
  place: string;
  change: (method: 'POST', path: string, body: object) => Promise<unknown>;
  onDone: () => void;
}) {
  return (
    <TimelineNameForm
      label={`Fork at ${place}, as`}
      first={freeName('Fork', timelines)}
      action="Fork"
      doing="Forking"
      onName={async (name) => {
        await change('POST', '/timelines', { name, from });
        onDone();
      }}
    />
  );
}
