'use client';

import { useActionState } from 'react';
import type { AssignmentView } from '@/lib/grading/views';
import { Button } from '../ui/button';
import { Disclosure } from '../ui/disclosure';
import { Notice } from '../ui/notice';
import { VisuallyHidden } from '../ui/visually-hidden';
import { DueDateField } from './due-date-field';
import type { FormAction } from './form-action';
import { RowForm } from './row-form';
import { useRefusal } from './use-refusal';
import { count } from './words';

export type AssignmentActions = {
  changeDueDate: FormAction<void>;
  releaseMarks: FormAction<{ unmarked: number }>;
};

/** What an instructor can do to an assignment until its marks are released: move its end, and release them. */
export function AssignmentSettings({
  assignment: { id, title, dueAt, releasedAt, counts },
  changeDueDate,
  releaseMarks,
}: AssignmentActions & { assignment: AssignmentView }) {
  const [state, release, pending] = useActionState(releaseMarks, undefined);
  const refusal = useRefusal(state);
  return (
    <div className="flex flex-col items-start gap-2">
      {!releasedAt && (
        <>
          <Disclosure summary="Change the due date">
            <RowForm
              action={changeDueDate}
              about={{ assignmentId: id }}
              submit="Save the due date"
              submitting="Saving it"
              done="Saved."
            >
              {({ error, value }) => (
                <DueDateField {...(dueAt && { iso: dueAt })} typed={value('dueAt')} error={error} />
              )}
            </RowForm>
          </Disclosure>
          <Disclosure summary="Release the marks">
            <form action={release} className="flex max-w-[68ch] flex-col items-start gap-3">
              <input type="hidden" name="assignmentId" value={id} />
              {counts && <ReleaseWords {...counts} />}
              <Button type="submit" size="sm" variant="danger" busy={pending}>
                {pending ? 'Releasing them' : 'Release them now'}
                <VisuallyHidden> for {title}</VisuallyHidden>
              </Button>
            </form>
          </Disclosure>
        </>
      )}
      {refusal && (
        <Notice kind="refused" live="assertive">
          {refusal}
        </Notice>
      )}
      {/* Outlives the form, which goes when the marks are released. */}
      <p role="status" className="text-sm empty:hidden">
        {state?.ok && 'Released. Learners see their marks now.'}
      </p>
    </div>
  );
}

function ReleaseWords({ learners, started, submitted, toMark }: NonNullable<AssignmentView['counts']>) {
  return (
    <p className="text-sm">
      {submitted} of {count(learners, 'learner')} handed in.{' '}
      {started > submitted && `${started - submitted} still at work: the marks wait until they are done or it is due. `}
      {toMark > 0 &&
        `${count(toMark, 'answer is', 'answers are')} not marked yet: their points follow as you mark them. `}
      Learners will see their points, your comments and the right answers, and the quiz closes. This cannot be taken
      back.
    </p>
  );
}
