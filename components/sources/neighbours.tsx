import Link from 'next/link';
import type { Place } from '@/lib/lessons/source-views';

/** The way to what comes before and after in its order. */
export function Neighbours({
  label,
  before,
  after,
}: {
  label: string;
  before: Place | undefined;
  after: Place | undefined;
}) {
  return (
    <nav aria-label={label} className="mt-10 grid gap-x-8 gap-y-2 border-t border-line pt-4 sm:grid-cols-2">
      <div>{before && <Neighbour word="Before" place={before} />}</div>
      <div>{after && <Neighbour word="Next" place={after} />}</div>
    </nav>
  );
}

const Neighbour = ({ word, place: { href, title } }: { word: string; place: Place }) => (
  <p>
    <span className="text-dim">{word}: </span>
    <Link href={href} prefetch={false} className="underline">
      {title}
    </Link>
  </p>
);
