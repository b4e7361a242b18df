'use client';

import { type FormEvent, useActionState, useState } from 'react';
import type { FormState } from '@/components/account/form';
import { ApiError } from '@/components/site/api';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Sign } from '@/components/ui/sign';
import type { LessonProgress } from '@/lib/lessons/views';
import { sendFinished, useLessonState } from './lesson-state';

/** The action behind the form where there is no script. */
export type FinishAction = (
  previous: FormState<LessonProgress> | undefined,
  form: FormData,
) => Promise<FormState<LessonProgress>>;

/** The end of a lesson: what it has shown, the one thing to do next, and the mark that it was read. */
export function EndCard({
  slug,
  proved,
  next,
  action,
}: {
  slug: string;
  proved: readonly string[];
  next: { readonly href: string; readonly label: string; readonly why: string };
  action: FinishAction;
}) {
  const stored = useLessonState();
  const [posted, send] = useActionState(action, undefined, `/lessons/${slug}#end`);
  const [given, setGiven] = useState<LessonProgress>();
  const [failed, setFailed] = useState<string>();
  const [busy, setBusy] = useState(false);

  const progress = given ?? (posted?.ok ? posted.value : stored);
  const isRead = progress?.finishedAt !== undefined;
  const refused = failed ?? (posted && !posted.ok ? posted.message : undefined);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailed(undefined);
    try {
      setGiven(await sendFinished(slug, !isRead));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailed(error.message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <section id="end" aria-labelledby="end-head" className="mt-12 scroll-mt-4 border-t-2 border-ink pt-5">
      <h2 id="end-head" className="text-xl">
        What this lesson has shown
      </h2>
      <ul className="mt-3 flex max-w-[40rem] flex-col gap-2">
        {proved.map((sentence) => (
          <li key={sentence} className="flex gap-2.5">
            <span className="pt-1">
              <Sign kind="holds" />
            </span>
            {sentence}
          </li>
        ))}
      </ul>
      <div className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-3 print:hidden">
        <LinkButton href={next.href} prefetch={false} variant="primary">
          {next.label}
        </LinkButton>
        <form action={send} onSubmit={submit}>
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="finished" value={String(!isRead)} />
          <Button type="submit" busy={busy}>
            {busy ? 'Saving' : isRead ? 'Mark as not read' : 'Mark as read'}
          </Button>
        </form>
        <p role="status" className="flex items-center gap-2 text-sm">
          {isRead && !busy && (
            <>
              <Sign kind="holds" />
              Read
            </>
          )}
        </p>
      </div>
      <p className="mt-3 max-w-[40rem] text-dim print:hidden">{next.why}</p>
      {refused && (
        <div className="mt-3">
          <Notice kind="refused" live="assertive">
            {refused}
          </Notice>
        </div>
      )}
    </section>
  );
}
