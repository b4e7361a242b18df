import { Fragment } from 'react';
import { titleOf } from '@/lib/lessons/aws-pages';

/** AWS’s own pages, by their titles; what was read in none of them is said. */
export function AwsLinks({ pages, unread }: { pages: readonly string[]; unread?: string | undefined }) {
  return (
    <>
      {pages.length > 0 && 'AWS: '}
      {pages.map((page, index) => (
        <Fragment key={page}>
          {index > 0 && ', '}
          <a href={page} rel="noreferrer">
            {titleOf(page)}
          </a>
        </Fragment>
      ))}
      {unread && (
        <>
          {pages.length > 0 && '. '}
          Not read on a page of AWS: {unread}
        </>
      )}
    </>
  );
}
