'use client';

import { useSyncExternalStore } from 'react';
import { CopyButton } from '../ui/copy-button';
import { Disclosure } from '../ui/disclosure';
import type { FormAction } from './form-action';
import { RowForm } from './row-form';

const never = () => () => {};

/** What learners join with: to read out, to copy, to send as a link, to replace. */
export function JoinCode({
  classId,
  code,
  renew,
}: {
  classId: string;
  code: string;
  renew: FormAction<{ code: string }>;
}) {
  const path = `/classes?code=${code}`;
  const origin = useSyncExternalStore(
    never,
    () => location.origin,
    () => '',
  );
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="font-mono text-lg break-all">{code}</p>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={code} label="Copy code" />
        <CopyButton text={`${origin}${path}`} label="Copy link" />
      </div>
      <p className="max-w-full text-sm text-dim">
        Whoever has it can join as a learner:{' '}
        <a href={path} className="break-all underline">
          {origin}
          {path}
        </a>
      </p>
      <Disclosure summary="Make a new code">
        <div className="flex flex-col gap-3">
          <p className="text-sm text-dim">
            The present code and its link stop working at once. Nobody leaves the class.
          </p>
          <RowForm
            action={renew}
            about={{ classId }}
            submit="Replace the code"
            submitting="Replacing it"
            done="Replaced. This is the new code."
          />
        </div>
      </Disclosure>
    </div>
  );
}
