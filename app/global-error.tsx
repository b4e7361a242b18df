'use client';

import './globals.css';

/** Stands in for the whole document when the frame of the page itself failed: no header, the system's theme and fonts. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  return (
    <html lang="en">
      <head>
        <title>Something failed · Patchbay</title>
      </head>
      <body>
        <main className="mx-auto flex w-full max-w-3xl flex-col items-start gap-4 px-4 pt-20">
          <h1 className="text-2xl">Patchbay could not show this page</h1>
          <p className="text-dim">
            What you did before is stored and has not changed. Try again, or start over from the home page.
          </p>
          <p className="flex gap-4">
            <button type="button" onClick={retry} className="min-h-11 rounded border border-line-strong px-4">
              Try again
            </button>
            {/* A full load: whatever failed may be in the running script. */}
            <a href="/" className="flex min-h-11 items-center underline">
              Home page
            </a>
          </p>
          {digest && (
            <p className="text-sm text-dim">
              In the server’s log as <code>{digest}</code>
            </p>
          )}
        </main>
      </body>
    </html>
  );
}
