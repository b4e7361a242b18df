import type { ClaimView } from '@/lib/lessons/source-views';
import { LightText } from '../lab/light-text';
import { AwsLinks } from './aws-links';
import { VerdictWord, verdictLook } from './verdict';
import { comingWords, named } from './words';

/** The looks of the rows, said once for all of them. */
const rowLook = [
  '[&>li]:grid [&>li]:scroll-mt-4 [&>li]:grid-cols-[2.25rem_1fr] [&>li]:border-t [&>li]:border-line [&>li]:py-3 [&>li]:target:bg-sunk',
  '[&>li>a]:text-dim [&>li>a]:tabular-nums [&>li>a]:hover:underline',
  '[&>li>div]:min-w-0 [&>li>div]:max-w-[40rem]',
  '[&_small]:mt-1 [&_small]:block [&_small]:text-sm [&_small]:text-dim [&_small_a]:underline',
].join(' ');

/** Claims of the ledger: what is said, what is so, and where one reads and tries it. */
export function ClaimList({ claims }: { claims: readonly ClaimView[] }) {
  return (
    <ol className={`mt-3 border-b border-line ${rowLook} ${verdictLook}`}>
      {claims.map((claim) => (
        <li key={claim.n} id={`claim-${claim.n}`}>
          <a href={`#claim-${claim.n}`} aria-label={`Claim ${claim.n}`}>
            {claim.n}
          </a>
          <div>
            <LightText text={claim.says} />
            <p>
              <VerdictWord verdict={claim.verdict} /> {claim.correction}
            </p>
            <small>
              <Where claim={claim} />
            </small>
            <small>
              <AwsLinks pages={claim.aws} unread={claim.unread} />
            </small>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Who says it, where it is taught and tried. */
function Where({ claim: { documents, near, lesson, cases, experiments, coming } }: { claim: ClaimView }) {
  return (
    <>
      {named('Document', documents)}
      {near.length > 0 && `, nearly ${named('document', near)}`}
      {lesson && (
        <>
          {' · '}Lesson: <a href={lesson.href}>{lesson.title}</a>
        </>
      )}
      {cases.map((id) => (
        <span key={id}>
          {' · '}
          <a href={`/sources/${id}`}>Case {id.slice(1)}</a>
        </span>
      ))}
      {experiments.map(({ href, title }) => (
        <span key={href}>
          {' · '}Experiment: <a href={href}>{title}</a>
        </span>
      ))}
      {experiments.length === 0 &&
        coming.map(({ title, needs }) => ` · Experiment to come, with ${comingWords(needs)}: ${title}`)}
    </>
  );
}
