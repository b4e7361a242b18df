'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Cell, HeadCell, Table } from '@/components/ui/table';
import type { StepView } from '@/lib/labs/views';
import { madeBy } from './made-by';

/** Characters of a call: a request may be a hundred times longer. */
const mostShown = 2_000;
/** Steps shown at first, and with each press of the button. */
const page = 200;

/** The steps that led here, in words: what was called, by which tool, and what AWS said. The newest first, a page at a time. */
export function StepLog({ steps }: { steps: readonly StepView[] }) {
  const [most, setMost] = useState(page);
  const earlier = Math.max(0, steps.length - most);
  const newestFirst = steps
    .slice(earlier)
    .map((step, index) => ({ step, number: earlier + index + 1 }))
    .reverse();
  if (steps.length === 0) {
    return (
      <p className="p-5 text-dim">No step yet. What you change here, or with tools of your own, stands in this list.</p>
    );
  }
  return (
    <div className="p-4">
      <Table caption="Calls that changed something or were refused, the newest first. Reads are not kept.">
        <thead>
          <tr>
            <HeadCell numeric>Step</HeadCell>
            <HeadCell>Time</HeadCell>
            <HeadCell>By</HeadCell>
            <HeadCell>What</HeadCell>
            <HeadCell>Answer</HeadCell>
          </tr>
        </thead>
        <tbody>
          {newestFirst.map(({ step, number }) => {
            const { text, by } = madeBy(step);
            return (
              <tr key={step.seq}>
                <Cell numeric>{number}</Cell>
                <Cell className="whitespace-nowrap">{step.at.slice(11, 19)}</Cell>
                <Cell className="whitespace-nowrap">{by}</Cell>
                <Cell mono className="min-w-72 wrap-anywhere whitespace-pre-wrap">
                  {text.length > mostShown ? `${text.slice(0, mostShown)} …` : text}
                </Cell>
                <Cell>
                  <Answer step={step} />
                </Cell>
              </tr>
            );
          })}
        </tbody>
      </Table>
      {earlier > 0 && (
        <Button className="mt-4" onClick={() => setMost(most + page)}>
          Show {Math.min(page, earlier)} more of {earlier} before
        </Button>
      )}
    </div>
  );
}

function Answer({ step: { outcome, codes, repeats } }: { step: StepView }) {
  if (outcome === 'shell') return 'Shell only';
  const times = repeats > 0 ? `, ${repeats + 1} times` : '';
  return (
    <>
      {outcome === 'changed' && '✓ Accepted'}
      {outcome === 'changed' && codes.length > 0 && '; '}
      {codes.length > 0 && <span className="text-refused">{`✕\u00a0${codes.join(', ')}${times}`}</span>}
    </>
  );
}
