'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { AnswerToGrade } from '@/lib/grading/views';
import type { MarkView } from '@/lib/quizzes/views';
import { newKey } from '../site/api';
import { type Draft, draftOf, isSame, typedPoints, whatIsMissing } from './draft';
import { type MarkBody, putMark } from './put-mark';

export type Graded = Pick<AnswerToGrade, 'answerId' | 'rubric' | 'maxPoints' | 'mark' | 'next'>;

type Saving =
  | { kind: 'none' | 'busy' }
  | { kind: 'saved'; mark: MarkView }
  | { kind: 'refused'; message: string }
  | { kind: 'missing'; criterion?: string; points?: string }
  | { kind: 'overtaken'; theirs: MarkView; goOn: boolean };

/** One answer being marked: the draft, what became of saving it, and the way to the next. Nothing entered is ever dropped. */
export function useGrading({ answerId, rubric, maxPoints, mark, next }: Graded) {
  const router = useRouter();
  /** The mark that the draft stands on. */
  const [base, setBase] = useState(mark);
  const [draft, setDraft] = useState(() => draftOf(mark));
  const [saving, setSaving] = useState<Saving>({ kind: 'none' });
  const sent = useRef({ text: '', key: '' });
  const changed = !isSame(draft, draftOf(base));

  const edit = (change: Partial<Draft>) => {
    setDraft((held) => ({ ...held, ...change }));
    setSaving((held) => (held.kind === 'overtaken' || held.kind === 'busy' ? held : { kind: 'none' }));
  };
  const leave = () => router.push(next ? `/grading/${next}` : '/grading');

  async function write(over: MarkView | undefined, goOn: boolean) {
    const missing = whatIsMissing(draft, rubric, maxPoints);
    if (missing.criterion ?? missing.points) return setSaving({ kind: 'missing', ...missing });
    const points = typedPoints(draft);
    const body: MarkBody = {
      rubric: draft.rubric,
      ...(points !== undefined && { points }),
      comment: draft.comment,
      version: over?.version ?? 0,
    };
    // The same mark tried again has the same key: it may have arrived, and only its answer been lost.
    const text = JSON.stringify(body);
    if (sent.current.text !== text) sent.current = { text, key: newKey() };
    setSaving({ kind: 'busy' });
    const result = await putMark(answerId, body, sent.current.key);
    if (result.kind === 'overtaken') return setSaving({ ...result, goOn });
    if (result.kind === 'refused') return setSaving(result);
    setBase(result.mark);
    // As the server has it (`4.50` is 4.5 there), unless more was typed meanwhile.
    setDraft((held) => (held === draft ? draftOf(result.mark) : held));
    setSaving({ kind: 'saved', mark: result.mark });
    if (goOn) leave();
    else router.refresh();
  }

  const isHeld = saving.kind === 'busy' || saving.kind === 'overtaken';
  const save = (goOn: boolean) => {
    if (isHeld) return;
    if (!base || changed) void write(base, goOn);
    else if (goOn) leave();
  };
  const settle = (keepTheirs: boolean) => {
    if (saving.kind !== 'overtaken') return;
    const { theirs, goOn } = saving;
    setBase(theirs);
    if (!keepTheirs) return void write(theirs, goOn);
    setDraft(draftOf(theirs));
    setSaving({ kind: 'none' });
    router.refresh();
  };

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save(true);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [changed]);

  return { draft, edit, save, settle, saving, changed };
}
