import Link from 'next/link';
import type { Case } from '@/lib/lessons/claim';
import { documentsSay } from './words';

/** The contradictions, each a way to its page. What holds is not told here. */
export function CaseList({ cases }: { cases: readonly Case[] }) {
  return (
    <ol className="mt-4 border-b border-line">
      {cases.map(({ id, title, sides }) => (
        <li key={id} className="relative grid grid-cols-[2.25rem_1fr] border-t border-line py-4">
          <span className="text-dim tabular-nums">{id.slice(1)}</span>
          <div className="flex min-w-0 flex-col gap-1">
            <h3 className="text-lg">
              {/* The link covers its row, so the whole of it can be pressed. */}
              <Link
                href={`/sources/${id}`}
                prefetch={false}
                className="after:absolute after:-inset-x-2 after:inset-y-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
              >
                {title}
              </Link>
            </h3>
            {sides.map(({ documents, says }) => (
              <p key={says} className="text-dim">
                {documentsSay(documents)}: {says}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
