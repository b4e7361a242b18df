'use client';

import { type FormEvent, useState } from 'react';
import type { QuestionResult, QuizAttemptView, RubricView } from '@/lib/quizzes/views';
import { putMark } from '../grading/put-mark';
import { ApiError, newKey } from '../site/api';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { getAttempt } from './api';
import { gradeWords, pointsWords } from './points';

/** In practice a free answer is marked by its writer: one level for each criterion. */
export function SelfMark({
  attemptId,
  outcome,
  rubric,
  onChanged,
}: {
  attemptId: string;
  outcome: QuestionResult;
  rubric: RubricView;
  onChanged: (attempt: QuizAttemptView) => void;
}) {
  const { mark, maxPoints, answerId } = outcome;
  const [given, setGiven] = useState<Readonly<Record<string, number>>>(mark?.rubric ?? {});
  const [open, setOpen] = useState(mark === undefined);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  const sum = Object.values(given).reduce((total, points) => total + points, 0);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (saving) return;
    if (rubric.some(({ id }) => given[id] === undefined)) return setProblem('Choose a line for each criterion.');
    setProblem(undefined);
    setSaving(true);
    try {
      const version = mark?.version ?? 0;
      const saved = await putMark(answerId, { rubric: given, comment: mark?.comment ?? '', version }, newKey());
      if (saved.kind === 'refused') return setProblem(saved.message);
      // Where another tab was first, its mark is what is shown.
      onChanged(await getAttempt(attemptId));
      if (saved.kind === 'overtaken') {
        setGiven(saved.theirs.rubric);
        return setProblem(
          'You have marked this in another tab meanwhile: that mark is shown here. Save again to change it.',
        );
      }
      setOpen(false);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(`${error.message} Look at this page again to see whether the mark is there.`);
    } finally {
      setSaving(false);
    }
  };

  if (!open) {
    return (
      <Button size="sm" className="self-start" onClick={() => setOpen(true)}>
        Change your mark
      </Button>
    );
  }
  return (
    <form onSubmit={save} className="flex flex-col gap-4 border-y border-line py-4">
      <div>
        <h3 className="font-semibold">Mark your answer</h3>
        <p className="text-sm text-dim">
          In a practice attempt nobody else does. Read it beside each line and choose what is true of it.
        </p>
      </div>
      {rubric.map(({ id, title, levels }) => (
        <fieldset key={id}>
          <legend className="font-medium">{title}</legend>
          {levels.map(({ points, say }) => (
            <label key={points} className="flex min-h-9 gap-3 py-1.5 pointer-coarse:min-h-11">
              <input
                type="radio"
                name={`${answerId}-${id}`}
                checked={given[id] === points}
                onChange={() => setGiven({ ...given, [id]: points })}
                className="mt-1 size-4 shrink-0 accent-cable"
              />
              <span className="max-w-[68ch]">
                {say} <span className="text-dim">({pointsWords(points)})</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      {problem && (
        <Notice kind="refused" live="assertive">
          {problem}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" busy={saving}>
          {saving ? 'Saving' : 'Save your mark'}
        </Button>
        <p role="status" className="text-sm text-dim tabular-nums">
          {gradeWords(sum, maxPoints)}
        </p>
      </div>
    </form>
  );
}
