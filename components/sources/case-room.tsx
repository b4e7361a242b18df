import { documents } from '@/lib/lessons/documents';
import type { CaseView } from '@/lib/lessons/source-views';
import { Experiment } from '../lesson/experiment';
import { Disclosure } from '../ui/disclosure';
import { AwsLinks } from './aws-links';
import { comingWords, documentsSay, named } from './words';

/** A contradiction: the two statements, what one predicts and runs, and then the verdict. */
export function CaseRoom({ view }: { view: CaseView }) {
  const { sides, started, coming, proof, verdict, aws, lesson, hrefs } = view;
  return (
    <>
      {started && <p className="mt-3 text-dim">Say what you expect, run it, then open the verdict.</p>}
      <div className="mt-6 grid gap-x-8 sm:grid-cols-2">
        {sides.map(({ documents: numbers, says, claims }) => (
          <section key={says} className="flex flex-col gap-2 border-t-2 border-ink py-4">
            <h2 className="text-base font-normal text-dim">{documentsSay(numbers)}</h2>
            <p className="text-xl">{says}</p>
            <p className="mt-auto text-sm text-dim">
              {claims.length === 1 ? 'Claim ' : 'Claims '}
              {claims.map((n, index) => (
                <span key={n}>
                  {index > 0 && ', '}
                  <a href={hrefs.get(n)} className="underline">
                    {n}
                  </a>
                </span>
              ))}
            </p>
          </section>
        ))}
      </div>
      {started ? (
        <Experiment view={started.view} heading="h2" />
      ) : (
        <p className="max-w-[40rem] border-t border-line pt-6 text-dim">
          {coming
            ? `The experiment is to come: the simulator has no ${comingWords(coming.needs)} yet. Decide which of the two holds, then read what AWS says.`
            : proof === 'cite'
              ? 'No run can settle a word. Decide which of the two holds, then read what AWS says.'
              : 'Its experiment is not written yet. Decide which of the two holds, then read what AWS says.'}
        </p>
      )}
      <div className="mt-6">
        <Disclosure summary={started ? 'The verdict, after the experiment' : 'The verdict'}>
          <div className="flex max-w-[40rem] flex-col gap-2">
            <p className="font-semibold">{held(view)}</p>
            <p>{verdict}</p>
            <p className="text-sm text-dim [&_a]:underline">
              <AwsLinks pages={aws} />
            </p>
          </div>
        </Disclosure>
      </div>
      <div className="mt-6 flex max-w-[40rem] flex-col gap-1 text-sm text-dim [&_a]:underline">
        {lesson && (
          <p>
            Taught in the lesson <a href={lesson.href}>{lesson.title}</a>
          </p>
        )}
        {[...new Set(sides.flatMap((side) => side.documents))].sort().map((n) => (
          <p key={n}>
            Document {n}: {documents[n - 1]?.title}
          </p>
        ))}
      </div>
    </>
  );
}

function held({ holds, sides }: CaseView): string {
  if (holds === 'opinion') return 'Nothing can decide it.';
  if (holds === 'both') return 'Both hold, each for its part.';
  const [first, second] = sides;
  const one = holds === 'first' ? first : second;
  const isSame = String(first.documents) === String(second.documents);
  return isSame
    ? `What holds: ${one.says}`
    : `${named('Document', one.documents)} ${one.documents.length === 1 ? 'is' : 'are'} right: ${one.says}`;
}
