import type { ProgressView } from '@/lib/progress/views';
import { LightText } from '../lab/light-text';

/** What a person’s steps showed that they believed, with what is true instead. Needs no script. */
export function Beliefs({ beliefs }: { beliefs: ProgressView['misconceptions'] }) {
  return (
    <>
      <p className="mt-1 max-w-[68ch] pb-3 text-dim">
        Each showed in something that you did in a lab, and was told there once. Most people believe some of them.
      </p>
      <ul className="max-w-[68ch] border-t border-line [&_a]:underline [&_li]:border-b [&_li]:border-line [&_li]:py-4">
        {beliefs.map(({ id, belief, say, href, label, source, seenAt }) => (
          <li key={id} id={id} className="flex flex-col gap-2">
            <h3 className="font-semibold">“{belief}”</h3>
            <LightText text={say} />
            <p className="text-sm text-dim">
              <time dateTime={seenAt}>{day.format(new Date(seenAt))}</time> · <a href={href}>{label}</a>
              {source !== href && (
                <>
                  {' '}
                  · <a href={source}>AWS’s own page</a>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The day by UTC: the page needs no script, so it cannot know the reader’s zone. */
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
