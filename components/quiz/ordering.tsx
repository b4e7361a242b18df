'use client';

import { useLayoutEffect, useRef, useState } from 'react';
import { LightText } from '../lab/light-text';
import { Button } from '../ui/button';
import { idsOf, isBlank } from './answers';
import { arranged, moved, ordinal } from './ordering-moves';
import type { WidgetProps } from './question-panel';

/** Items moved by buttons. The focus goes along with the item, and its new place is read out. */
export function Ordering({ question, answer, labelledBy, describedBy, onAnswer }: WidgetProps<'ordering'>) {
  const [said, setSaid] = useState('');
  const pressed = useRef<HTMLButtonElement>(null);
  const order = arranged(
    question.items.map(({ id }) => id),
    idsOf(answer),
  );
  const last = order.length - 1;

  // Moving an element in the page takes the focus from it.
  useLayoutEffect(() => {
    if (order.length > 0) pressed.current?.focus();
    pressed.current = null;
  }, [order]);

  const move = (id: string, text: string, by: -1 | 1, button: HTMLButtonElement) => {
    const next = moved(order, id, by);
    if (next === order) return;
    pressed.current = button;
    setSaid(`${text.replaceAll(/[`*]/g, '')}: now ${ordinal(next.indexOf(id) + 1)} of ${order.length}.`);
    onAnswer([...next], 'choice');
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and these are an ordered list with buttons
    <div role="group" aria-labelledby={labelledBy} aria-describedby={describedBy} className="flex flex-col gap-2">
      <p className="text-sm text-dim">
        {isBlank(answer)
          ? 'Move each to its place, the first at the top. They stand shuffled: this is no answer yet.'
          : 'The first at the top.'}
      </p>
      <ol className="border-b border-line">
        {order.map((id, index) => {
          const text = question.items.find((item) => item.id === id)?.text ?? '';
          return (
            <li key={id} className="flex items-center gap-3 border-t border-line px-2 py-2">
              <span className="w-5 shrink-0 text-right font-semibold tabular-nums text-dim">{index + 1}</span>
              <div className="min-w-0 max-w-[68ch] flex-1">
                <LightText text={text} />
              </div>
              <div className="flex shrink-0 gap-1">
                <MoveButton
                  label={`Move up: ${text}`}
                  atEnd={index === 0}
                  onMove={(button) => move(id, text, -1, button)}
                  d="M8 12.5V4M4.5 7.5 8 4l3.5 3.5"
                />
                <MoveButton
                  label={`Move down: ${text}`}
                  atEnd={index === last}
                  onMove={(button) => move(id, text, 1, button)}
                  d="M8 3.5V12M4.5 8.5 8 12l3.5-3.5"
                />
              </div>
            </li>
          );
        })}
      </ol>
      <div className="flex min-h-7 items-center gap-3">
        {!isBlank(answer) && (
          <Button variant="quiet" size="sm" className="shrink-0" onClick={() => onAnswer(null, 'choice')}>
            Clear the order
          </Button>
        )}
        <p role="status" className="text-sm text-dim">
          {said}
        </p>
      </div>
    </div>
  );
}

function MoveButton({
  label,
  atEnd,
  onMove,
  d,
}: {
  label: string;
  atEnd: boolean;
  onMove: (button: HTMLButtonElement) => void;
  d: string;
}) {
  return (
    <button
      type="button"
      aria-label={label.replaceAll(/[`*]/g, '')}
      // Not `disabled`: it keeps the focus when its item has come to the end.
      aria-disabled={atEnd}
      onClick={(event) => onMove(event.currentTarget)}
      className="flex size-9 items-center justify-center rounded border border-line-strong bg-panel hover:border-ink pointer-coarse:size-11 aria-disabled:border-line aria-disabled:text-line-strong"
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={d} fill="none" stroke="currentColor" strokeWidth="1.6" />
      </svg>
    </button>
  );
}
