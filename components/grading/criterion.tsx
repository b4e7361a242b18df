'use client';

import type { KeyboardEvent } from 'react';
import type { RubricView } from '@/lib/quizzes/views';
import { pointsText } from '../classes/words';
import { LightText } from '../lab/light-text';
import { Kbd } from '../ui/kbd';
import { digitOf } from './draft';

type CriterionProps = {
  criterion: RubricView[number];
  chosen: number | undefined;
  onChoose: (points: number) => void;
  /** It is what keeps the mark from being saved. */
  missing: boolean;
};

/** One thing that a marker looks for: a radio group of its levels. While the focus is in it, a digit gives its points. */
export function Criterion({ criterion: { id, title, levels }, chosen, onChoose, missing }: CriterionProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    const index = levels.findIndex(({ points }) => digitOf(points) === event.key);
    const level = levels[index];
    if (!level || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.currentTarget.querySelectorAll('input')[index]?.focus();
    onChoose(level.points);
  };
  return (
    <fieldset
      data-criterion={id}
      onKeyDown={onKeyDown}
      {...(missing && { 'aria-describedby': `${id}-missing` })}
      className="min-w-0 border-l-2 border-transparent pl-3 -ml-3.5 focus-within:border-cable"
    >
      <legend className="float-left mb-1 w-full font-semibold">{title}</legend>
      {missing && (
        <p id={`${id}-missing`} className="clear-both pb-1 text-sm text-refused">
          <span aria-hidden="true">✕ </span>Choose a level.
        </p>
      )}
      <div className="clear-both border-b border-line">
        {levels.map(({ points, say }) => (
          <label
            key={points}
            className="flex cursor-pointer items-baseline gap-2.5 border-t border-line px-1.5 py-1.5 has-checked:bg-sunk hover:bg-sunk pointer-coarse:py-2.5"
          >
            <input
              type="radio"
              name={`criterion-${id}`}
              value={points}
              checked={chosen === points}
              onChange={() => onChoose(points)}
              className="shrink-0 translate-y-0.5 scroll-mb-32 accent-cable"
            />
            {digitOf(points) && (
              <span className="pointer-coarse:hidden" aria-hidden="true">
                <Kbd>{digitOf(points)}</Kbd>
              </span>
            )}
            <span className="min-w-0 flex-1">
              <LightText text={say} />
            </span>
            <span className="shrink-0 text-sm tabular-nums text-dim">{pointsText(points)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
