import Link from 'next/link';
import type { ExperimentRow } from '@/lib/lessons/source-views';
import { EmptyState } from '../ui/empty-state';
import { named } from './words';

/** Experiments that run in a page of their own. */
export function ExperimentList({ rows }: { rows: readonly ExperimentRow[] }) {
  if (rows.length === 0) {
    return (
      <div className="mt-4">
        <EmptyState title="There are no experiments yet">
          They are read from <code>content/experiments</code> when Patchbay is built. Add one there and start it again.
        </EmptyState>
      </div>
    );
  }
  return (
    <ul className="mt-4 border-b border-line">
      {rows.map(({ href, title, claims, lesson }) => (
        <li key={href} className="relative flex flex-col gap-0.5 border-t border-line py-3">
          <Link
            href={href}
            prefetch={false}
            className="font-semibold after:absolute after:-inset-x-2 after:inset-y-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
          >
            {title}
          </Link>
          <p className="text-sm text-dim">
            {named('Claim', claims)}
            {lesson && ` · ${lesson.title}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
