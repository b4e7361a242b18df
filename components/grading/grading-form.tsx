'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { AnswerToGrade } from '@/lib/grading/views';
import { pointsText } from '../classes/words';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Kbd } from '../ui/kbd';
import { LocalTime } from '../ui/local-time';
import { Notice } from '../ui/notice';
import { TextArea } from '../ui/text-area';
import { TextInput } from '../ui/text-input';
import { Criterion } from './criterion';
import { digitOf, sumOf, typedPoints } from './draft';
import { Overtaken } from './overtaken';
import { type Graded, useGrading } from './use-grading';

const never = () => () => {};

/** Puts the focus into a criterion, on its chosen level or the first, and gives its group. */
function focusOn(form: HTMLFormElement | null, criterion: string | undefined) {
  const group = form?.querySelector(`[data-criterion="${criterion}"]`);
  const radio = group?.querySelector<HTMLElement>('input:checked') ?? group?.querySelector<HTMLElement>('input');
  radio?.focus({ preventScroll: true });
  return group;
}

/** The rubric of one answer, to be filled in and saved; all of it works by keyboard. Give it a `key` of the answer's id. */
export function GradingForm({ answer }: { answer: Graded & Pick<AnswerToGrade, 'learner' | 'released' | 'deleted'> }) {
  const { rubric, maxPoints, next, released, learner, deleted } = answer;
  const { draft, edit, save, settle, saving, changed } = useGrading(answer);
  const form = useRef<HTMLFormElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const command = useSyncExternalStore(
    never,
    () => (/Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'),
    () => 'Ctrl',
  );
  const first = useRef(rubric[0]?.id);
  // The next thing to press is a digit; the page stays where it is, at the answer.
  useEffect(() => void focusOn(form.current, first.current), []);
  useEffect(() => {
    if (saving.kind !== 'missing') return;
    if (saving.criterion) focusOn(form.current, saving.criterion)?.scrollIntoView({ block: 'nearest' });
    else form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [saving]);
  const wasOvertaken = useRef(false);
  useEffect(() => {
    // The panel that had the focus is gone.
    if (wasOvertaken.current && saving.kind !== 'overtaken') bar.current?.querySelector('button')?.focus();
    wasOvertaken.current = saving.kind === 'overtaken';
  }, [saving]);
  const sum = sumOf(draft.rubric);
  const given = typedPoints(draft);
  const chosen = Object.keys(draft.rubric).length;
  const digits = rubric.flatMap(({ levels }) => levels.flatMap(({ points }) => digitOf(points) ?? [])).sort();
  const busy = saving.kind === 'busy';

  return (
    <form ref={form} onSubmit={(event) => event.preventDefault()} className="flex flex-col gap-5" noValidate>
      {released && (
        <Notice title="The marks of this quiz are released">
          {deleted
            ? 'The learner’s account is deleted: a mark still counts in the gradebook.'
            : `${learner} sees a mark as soon as it is saved; a changed one is shown as changed.`}
        </Notice>
      )}
      {rubric.map((criterion) => (
        <Criterion
          key={criterion.id}
          criterion={criterion}
          chosen={draft.rubric[criterion.id]}
          onChoose={(points) => edit({ rubric: { ...draft.rubric, [criterion.id]: points } })}
          missing={saving.kind === 'missing' && saving.criterion === criterion.id}
        />
      ))}
      <div className="grid grid-cols-2 items-end gap-4">
        <p className="flex flex-col pb-1" aria-live="polite">
          <span className="font-semibold">Points</span>
          <span className="text-xl tabular-nums">
            {given === undefined || Number.isNaN(given) ? (
              pointsText(sum)
            ) : (
              <>
                {chosen > 0 && <s className="text-dim">{pointsText(sum)}</s>} {pointsText(given)}
              </>
            )}{' '}
            of {pointsText(maxPoints)}
          </span>
          {given !== undefined && chosen === 0 && <span className="text-sm text-dim">No criterion is chosen.</span>}
        </p>
        <Field label="Other points" error={saving.kind === 'missing' && saving.points}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="decimal"
              autoComplete="off"
              placeholder="as the rubric says"
              className="scroll-mb-32"
              value={draft.points}
              onChange={(event) => edit({ points: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field
        label="Comment"
        hint={deleted ? 'Only graders see it: the learner’s account is deleted.' : `${learner} sees it with the mark.`}
      >
        {(control) => (
          <TextArea
            {...control}
            maxLength={5_000}
            className="scroll-mb-32"
            value={draft.comment}
            onChange={(event) => edit({ comment: event.target.value })}
          />
        )}
      </Field>
      {saving.kind === 'overtaken' && (
        <Overtaken theirs={saving.theirs} mine={draft} rubric={rubric} onChoose={(keep) => settle(keep)} />
      )}
      {saving.kind !== 'overtaken' && (
        <div ref={bar} className="sticky bottom-0 flex flex-col gap-2 border-t border-line bg-paper py-3">
          {saving.kind === 'refused' && (
            <Notice kind="refused" live="assertive" title="Not saved">
              {saving.message} What you entered is still here; save it again.
            </Notice>
          )}
          <div className="flex flex-wrap items-center gap-2">
            <Button
              variant="primary"
              busy={busy}
              aria-keyshortcuts="Control+Enter Meta+Enter"
              onClick={() => save(true)}
            >
              {next ? 'Save and next' : 'Save and finish'}
            </Button>
            <Button busy={busy} onClick={() => save(false)}>
              Save
            </Button>
            <span role="status" className="text-sm text-dim">
              {busy && 'Saving'}
              {saving.kind === 'saved' && !changed && (
                <>
                  Saved <LocalTime iso={saving.mark.markedAt} />
                </>
              )}
              {saving.kind === 'none' && changed && 'Not saved yet'}
            </span>
          </div>
          <p className="text-sm text-dim pointer-coarse:hidden">
            {digits.length > 0 && (
              <>
                <Kbd>{digits[0]}</Kbd> to <Kbd>{digits.at(-1)}</Kbd> that many points,{' '}
              </>
            )}
            <Kbd>Tab</Kbd> next criterion, <Kbd>{command}</Kbd> <Kbd>Enter</Kbd> save and next
          </p>
        </div>
      )}
    </form>
  );
}
