'use client';

import { useEffect, useRef } from 'react';
import type { MarkView, RubricView } from '@/lib/quizzes/views';
import { pointsText } from '../classes/words';
import { Button } from '../ui/button';
import { LocalTime } from '../ui/local-time';
import { Sign } from '../ui/sign';
import { Cell, HeadCell, Table } from '../ui/table';
import { type Draft, sumOf, typedPoints } from './draft';

type OvertakenProps = {
  theirs: MarkView;
  mine: Draft;
  rubric: RubricView;
  /** Keep theirs, or save mine as a newer mark. */
  onChoose: (keepTheirs: boolean) => void;
};

/** Somebody else has marked this answer while one was at it: both marks side by side, and the choice between them. */
export function Overtaken({ theirs, mine, rubric, onChoose }: OvertakenProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const name = theirs.byName ?? 'Another grader';
  const level = (points: number | undefined) => (points === undefined ? '–' : pointsText(points));
  const rows = rubric.map(({ id, title }) => ({ id, title, theirs: theirs.rubric[id], mine: mine.rubric[id] }));
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-labelledby="overtaken"
      className="flex flex-col gap-3 border-l-2 border-refused pl-3 outline-none"
    >
      <h3 id="overtaken" className="flex items-start gap-2 font-semibold">
        <span className="pt-[0.2rem]">
          <Sign kind="refused" />
        </span>
        {name} has marked this meanwhile
      </h3>
      <p className="text-sm text-dim">
        Nothing is overwritten: yours is not saved yet. Theirs is of <LocalTime iso={theirs.markedAt} />.
      </p>
      <Table caption="Both marks" captionHidden>
        <thead>
          <tr>
            <HeadCell>
              <span className="sr-only">Criterion</span>
            </HeadCell>
            <HeadCell>{name}</HeadCell>
            <HeadCell>You</HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.theirs === row.mine ? 'text-dim' : ''}>
              <HeadCell scope="row">{row.title}</HeadCell>
              <Cell>{level(row.theirs)}</Cell>
              <Cell>{level(row.mine)}</Cell>
            </tr>
          ))}
          <tr className="font-semibold">
            <HeadCell scope="row">Points</HeadCell>
            <Cell>{pointsText(theirs.points)}</Cell>
            <Cell>{pointsText(typedPoints(mine) ?? sumOf(mine.rubric))}</Cell>
          </tr>
          <tr>
            <HeadCell scope="row">Comment</HeadCell>
            <Cell className="whitespace-pre-wrap break-words">{theirs.comment || 'none'}</Cell>
            <Cell className="whitespace-pre-wrap break-words">{mine.comment || 'none'}</Cell>
          </tr>
        </tbody>
      </Table>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onChoose(true)}>Keep theirs</Button>
        <Button onClick={() => onChoose(false)}>Save yours as a new mark</Button>
      </div>
    </section>
  );
}
