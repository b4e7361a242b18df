import Link from 'next/link';

/** The way up from a page, above its heading. */
export function Crumbs({ trail }: { trail: readonly { href: string; label: string }[] }) {
  return (
    <nav aria-label="Breadcrumb" className="mb-2">
      <ol className="flex flex-wrap text-sm text-dim">
        {trail.map(({ href, label }, index) => (
          <li key={href} className="flex min-w-0 items-center">
            {index > 0 && (
              <span aria-hidden="true" className="px-2">
                /
              </span>
            )}
            <Link href={href} prefetch={false} className="rounded py-1 break-words hover:text-ink hover:underline">
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
