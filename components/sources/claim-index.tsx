import { claimPath, type Ledger } from '@/lib/lessons/claim';
import { VerdictWord, verdictLook } from './verdict';

/** A part of the ledger at a glance. Rows have no classes of their own: there are many, and each is sent twice. */
export function ClaimIndex({ part: { id, title, claims } }: { part: Ledger['parts'][number] }) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="text-xl">
        <a href={`/sources/claims/${id}`} className="hover:underline">
          {title}
        </a>
      </h2>
      <ol
        className={`mt-3 border-b border-line [&>li]:grid [&>li]:grid-cols-[2.25rem_1fr] [&>li]:border-t [&>li]:border-line [&>li]:py-2 [&_a]:text-dim [&_a]:tabular-nums [&_a]:underline ${verdictLook}`}
      >
        {claims.map(({ n, says, verdict }) => (
          <li key={n}>
            <a href={claimPath(id, n)} aria-label={`Claim ${n}`}>
              {n}
            </a>
            <p>
              {says} <VerdictWord verdict={verdict} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
