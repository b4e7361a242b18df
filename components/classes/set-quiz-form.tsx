'use client';

import type { QuizSummary } from '@/lib/quizzes/views';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { DueDateField } from './due-date-field';
import type { FormAction } from './form-action';
import { RowForm } from './row-form';

type SetQuizFormProps = {
  classId: string;
  quizzes: readonly Pick<QuizSummary, 'slug' | 'title'>[];
  action: FormAction<{ id: string }>;
};

/** Set a quiz to the class, in the version it has now. */
export function SetQuizForm({ classId, quizzes, action }: SetQuizFormProps) {
  if (quizzes.length === 0) return <p className="text-dim">There are no quizzes to set yet.</p>;
  const options = quizzes.map(({ slug, title }) => ({ value: slug, label: title }));
  return (
    <RowForm action={action} about={{ classId }} submit="Set the quiz" submitting="Setting it" done="Set.">
      {({ error, value }) => (
        <div className="flex w-full flex-col gap-4">
          <Field label="Quiz">
            {(control) => (
              <Select
                {...control}
                name="quizSlug"
                options={options}
                defaultValue={value('quizSlug') || options[0]?.value}
              />
            )}
          </Field>
          <DueDateField typed={value('dueAt')} error={error} />
        </div>
      )}
    </RowForm>
  );
}
