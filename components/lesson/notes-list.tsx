import Link from 'next/link';
import type { LessonNotes } from '@/lib/lessons/views';
import { KeptBookmark } from './bookmark-kept';
import { KeptNote } from './note-kept';

/** What a person keeps of lessons, each with its way back and a way to remove it. */
export function NotesList({ lessons }: { lessons: readonly LessonNotes[] }) {
  return lessons.map(({ slug, title, bookmarks, note }) => (
    <section key={slug} aria-labelledby={`of-${slug}`} className="flex flex-col gap-3">
      <h2 id={`of-${slug}`} className="border-b border-line pb-2 text-xl">
        {title === undefined ? (
          <>
            {wordsOf(slug)} <span className="text-base font-normal text-dim">· no longer in the course</span>
          </>
        ) : (
          <Link href={`/lessons/${slug}`} prefetch={false} className="hover:underline">
            {title}
          </Link>
        )}
      </h2>
      {bookmarks.length > 0 && (
        <ul className="flex flex-col">
          {bookmarks.map(({ anchor, heading }) => (
            <KeptBookmark
              key={anchor}
              slug={slug}
              anchor={anchor}
              words={anchor === '' ? 'The whole lesson' : (heading ?? wordsOf(anchor))}
              isGone={heading === undefined}
              {...(title !== undefined && { href: hrefOf(slug, heading === undefined ? '' : anchor) })}
            />
          ))}
        </ul>
      )}
      {note && <KeptNote slug={slug} name={title ?? wordsOf(slug)} note={note} isGone={title === undefined} />}
    </section>
  ));
}

const hrefOf = (slug: string, anchor: string): string => `/lessons/${slug}${anchor && `#${anchor}`}`;

/** What is left of the words of a place that is no more: its address. */
const wordsOf = (address: string): string => (address.charAt(0).toUpperCase() + address.slice(1)).replaceAll('-', ' ');
