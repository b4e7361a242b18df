'use client';

import { Page } from '@/components/site/page';
import { Button } from '@/components/ui/button';
import { ErrorPanel } from '@/components/ui/error-panel';

/** While developing the reason itself: content that is wrong, by file and line. A real server tells it to its log alone. */
const reasonOf = (error: unknown): string | undefined =>
  process.env.NODE_ENV === 'development' && error instanceof Error ? error.message : undefined;

/** A page that failed. Next has logged the error on the server under its digest. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  const reason = reasonOf(error);
  return (
    <Page width="list">
      <div className="pt-10">
        <h1 className="sr-only">This page did not work</h1>
        <ErrorPanel
          title="This page could not be shown"
          safe="What you did before is stored and has not changed."
          advice={
            reason ? (
              <code className="whitespace-pre-wrap">{reason}</code>
            ) : (
              'Try again. If it keeps happening, tell whoever runs this server.'
            )
          }
          reference={digest}
          action={<Button onClick={retry}>Try again</Button>}
        />
      </div>
    </Page>
  );
}
