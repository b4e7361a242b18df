'use client';

import { useCallback, useEffect, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import type { ComparisonView } from '@/lib/labs/moment-views';
import { api } from '../api';
import { useAsking } from '../use-asking';
import { Differences } from './differences';
import { useArrival } from './use-arrival';

/** Two steps to be compared. */
export interface Pair {
  readonly left: number;
  readonly right: number;
}

/** A step that can be a side of a comparison. */
export interface Side {
  readonly seq: number;
  readonly label: string;
}

/** What differs between two moments, in AWS's words. */
export function ComparePanel({
  attemptId,
  pair,
  sides,
  takesFocus,
  onPair,
  onLook,
  onClose,
}: {
  attemptId: string;
  pair: Pair;
  sides: readonly Side[];
  takesFocus: boolean;
  onPair: (pair: Pair) => void;
  onLook: (seq: number) => void;
  onClose: () => void;
}) {
  const { left, right } = pair;
  const title = useId();
  const heading = useArrival<HTMLHeadingElement>(takesFocus);
  return (
    <section aria-labelledby={title} className="flex flex-col gap-5 p-5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h2 ref={heading} id={title} tabIndex={-1} className="text-lg font-semibold">
          What differs
        </h2>
        <Button size="sm" onClick={onClose}>
          Close the comparison
        </Button>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <SideChoice
          label="Left"
          seq={left}
          sides={sides}
          onChoose={(seq) => onPair({ left: seq, right })}
          onLook={onLook}
        />
        <SideChoice
          label="Right"
          seq={right}
          sides={sides}
          onChoose={(seq) => onPair({ left, right: seq })}
          onLook={onLook}
        />
      </div>
      <Comparison key={`${left} ${right}`} attemptId={attemptId} pair={pair} sides={sides} />
    </section>
  );
}

/** What differs between the steps of one pair; another pair has another of these. */
function Comparison({ attemptId, pair, sides }: { attemptId: string; pair: Pair; sides: readonly Side[] }) {
  const { left, right } = pair;
  const [differences, setDifferences] = useState<ComparisonView['differences']>();
  const { failed, ask } = useAsking();
  const compare = useCallback(
    () =>
      ask(async () => {
        const path = `/lab-attempts/${attemptId}/comparison?left=${left}&right=${right}`;
        setDifferences((await api<ComparisonView>('GET', path)).differences);
      }),
    [ask, attemptId, left, right],
  );
  useEffect(() => void compare(), [compare]);
  const labelOf = (seq: number) => sides.find((side) => side.seq === seq)?.label ?? 'a step';
  if (failed) {
    return (
      <ErrorPanel
        title="They could not be compared"
        safe="The lab is as it was."
        advice={failed}
        action={<Button onClick={() => void compare()}>Try again</Button>}
      />
    );
  }
  if (!differences) {
    return (
      <Loading label="The comparison is being made.">
        <Skeleton className="h-40 w-full" />
      </Loading>
    );
  }
  if (differences.length === 0) {
    return (
      <EmptyState title="Nothing differs">
        {left === right
          ? 'Both sides are the same step. Choose another for one of them.'
          : 'The account is the same on both sides, whatever led there.'}
      </EmptyState>
    );
  }
  return <Differences differences={differences} left={labelOf(left)} right={labelOf(right)} />;
}

function SideChoice({
  label,
  seq,
  sides,
  onChoose,
  onLook,
}: {
  label: string;
  seq: number;
  sides: readonly Side[];
  onChoose: (seq: number) => void;
  onLook: (seq: number) => void;
}) {
  return (
    <div className="flex items-end gap-2 *:first:min-w-0 *:first:flex-1">
      <Field label={label}>
        {(control) => (
          <Select
            {...control}
            value={seq}
            onChange={(event) => onChoose(Number(event.target.value))}
            options={sides.map((side) => ({ value: String(side.seq), label: side.label }))}
          />
        )}
      </Field>
      <Button onClick={() => onLook(seq)} aria-label={`Show the ${label.toLowerCase()} side`}>
        Show
      </Button>
    </div>
  );
}
