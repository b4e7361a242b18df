import type { MarkView } from '@/lib/quizzes/views';
import { count, pointsText } from '../classes/words';
import { Disclosure } from '../ui/disclosure';
import { LocalTime } from '../ui/local-time';

const markers = { engine: 'The engine', self: 'The learner', grader: 'A grader' };

/** Marks that newer ones have replaced, newest first: none is ever overwritten. */
export function MarkHistory({ history }: { history: readonly MarkView[] }) {
  if (history.length === 0) return null;
  return (
    <Disclosure summary={count(history.length, 'earlier mark')}>
      <ol className="border-b border-line">
        {history.map(({ version, by, byName, points, maxPoints, comment, markedAt }) => (
          <li key={version} className="flex flex-col gap-1 border-t border-line py-2 text-sm">
            <p>
              {byName ?? markers[by]}: {pointsText(points)} of {pointsText(maxPoints)},{' '}
              <LocalTime iso={markedAt} className="text-dim" />
            </p>
            {comment && <p className="whitespace-pre-wrap break-words text-dim">{comment}</p>}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
