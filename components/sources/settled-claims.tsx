import type { Claim } from '@/lib/lessons/claim';
import { Disclosure } from '../ui/disclosure';
import { VerdictWord, verdictLook } from './verdict';

/** What an experiment says of the documents’ claims: out of sight until one has run it. */
export function SettledClaims({
  claims,
  hrefs,
}: {
  claims: readonly Claim[];
  /** Where each stands in the ledger, by number. */
  hrefs: ReadonlyMap<number, string>;
}) {
  return (
    <Disclosure summary="After the experiment: the claims that it settles">
      <ul className={`flex max-w-[40rem] flex-col gap-3 ${verdictLook}`}>
        {claims.map(({ n, says, verdict }) => (
          <li key={n}>
            <a href={hrefs.get(n)} className="underline">
              Claim {n}
            </a>
            : {says} <VerdictWord verdict={verdict} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
