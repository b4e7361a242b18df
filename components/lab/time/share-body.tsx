'use client';

import { useCallback, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { LocalTime } from '@/components/ui/local-time';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { TextInput } from '@/components/ui/text-input';
import type { ShareView } from '@/lib/labs/moment-views';
import { ApiError } from '../../site/api';
import { api } from '../api';
import { Refused } from '../refused';
import { useAsking } from '../use-asking';

/** A link for the moment that is shown, and the links that were made of this attempt. */
export function ShareBody({
  attemptId,
  seq,
  placeOf,
}: {
  attemptId: string;
  /** The step that is shown. */
  seq: number;
  /** A step in words. */
  placeOf: (seq: number) => string;
}) {
  const path = `/lab-attempts/${attemptId}/shares`;
  const [shares, setShares] = useState<readonly ShareView[]>();
  const { busy, failed, ask } = useAsking();
  const list = useCallback(() => ask(async () => setShares(await api<ShareView[]>('GET', path))), [ask, path]);
  useEffect(() => void list(), [list]);
  const make = () =>
    ask(async () => {
      const made = await api<ShareView>('POST', path, { seq });
      setShares((before = []) => [made, ...before.filter(({ token }) => token !== made.token)]);
    });
  const revoke = (token: string) =>
    ask(async () => {
      await api('DELETE', `${path}/${token}`).catch((error) => {
        // Another tab took it back already.
        if (!(error instanceof ApiError) || error.status !== 404) throw error;
      });
      setShares((before) => before?.filter((share) => share.token !== token));
    });
  return (
    <div className="flex flex-col gap-5">
      <NewShare
        share={shares?.find(({ position }) => position === seq)}
        place={placeOf(seq)}
        busy={busy}
        isKnown={shares !== undefined}
        onMake={() => void make()}
      />
      <Refused message={failed}>
        {!shares && (
          <Button size="sm" onClick={() => void list()}>
            Try again
          </Button>
        )}
      </Refused>
      {shares && shares.length > 0 && (
        <section aria-label="Links you made">
          <h3 className="pb-1 font-semibold">Links you made</h3>
          <ul className="border-b border-line">
            {shares.map(({ token, url, position, createdAt }) => (
              <li key={token} className="flex flex-wrap items-center justify-between gap-2 border-t border-line py-2">
                <p className="text-sm first-letter:uppercase">
                  {placeOf(position)} <LocalTime iso={createdAt} className="text-dim" />
                </p>
                <span className="flex flex-wrap gap-1">
                  <CopyButton text={url} label="Copy" />
                  <Button
                    size="sm"
                    busy={busy}
                    onClick={() => void revoke(token)}
                    aria-label={`Revoke the link to ${placeOf(position)}`}
                  >
                    Revoke
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function NewShare({
  share,
  place,
  busy,
  isKnown,
  onMake,
}: {
  /** The link that there is already. */
  share: ShareView | undefined;
  place: string;
  busy: boolean;
  /** The links are known. */
  isKnown: boolean;
  onMake: () => void;
}) {
  if (!isKnown && busy) {
    return (
      <Loading label="Your links are being read.">
        <Skeleton className="h-9 w-full" />
      </Loading>
    );
  }
  if (!share) {
    return (
      <Button variant="primary" className="self-start" busy={busy} onClick={onMake}>
        Make a link to {place}
      </Button>
    );
  }
  return (
    <div className="flex flex-col items-start gap-2" role="status">
      <div className="w-full">
        <Field label={`Link to ${place}`}>
          {(control) => (
            <TextInput
              {...control}
              readOnly
              value={share.url}
              className="font-mono"
              onFocus={(event) => event.target.select()}
            />
          )}
        </Field>
      </div>
      <CopyButton text={share.url} label="Copy link" />
    </div>
  );
}
