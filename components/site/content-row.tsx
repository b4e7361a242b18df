import Link from 'next/link';
import type { ReactNode } from 'react';

/** A lesson, lab or quiz in its list. `heading`: the level below what stands above the list. */
export function ContentRow({
  href,
  heading: Heading,
  content: { title, summary, minutes, objectives },
  children,
}: {
  href: string;
  heading: 'h2' | 'h3';
  content: { title: string; summary: string; minutes?: number | undefined; objectives: readonly string[] };
  /** How far the viewer is. */
  children: ReactNode;
}) {
  const facts = [minutes && `${minutes} min`, ...objectives.map((objective) => objective.replace('/', ' '))];
  return (
    <li className="relative grid gap-x-8 gap-y-2 border-t border-line py-5 sm:grid-cols-[1fr_11rem] sm:items-baseline">
      <div className="flex min-w-0 flex-col gap-1">
        <Heading className="text-lg">
          {/* The link covers its row, so the whole of it can be pressed. */}
          <Link
            href={href}
            prefetch={false}
            className="after:absolute after:-inset-x-2 after:inset-y-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
          >
            {title}
          </Link>
        </Heading>
        <p className="text-dim">{summary}</p>
        <p className="text-sm text-dim">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {children}
    </li>
  );
}
