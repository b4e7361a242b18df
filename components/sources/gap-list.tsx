import type { GapView } from '@/lib/lessons/source-views';
import { AwsLinks } from './aws-links';

/** What AWS’s documentation says and none of the documents does. */
export function GapList({ gaps }: { gaps: readonly GapView[] }) {
  return (
    <ol className="mt-3 border-b border-line [&>li]:grid [&>li]:grid-cols-[2.25rem_1fr] [&>li]:border-t [&>li]:border-line [&>li]:py-3 [&_small]:mt-1 [&_small]:block [&_small]:text-sm [&_small]:text-dim [&_small_a]:underline">
      {gaps.map(({ id, says, aws, lesson }) => (
        <li key={id} id={id} className="scroll-mt-4 target:bg-sunk">
          <span className="text-dim">{id}</span>
          <div className="max-w-[40rem] min-w-0">
            <p>{says}</p>
            <small>
              {lesson && (
                <>
                  Lesson: <a href={lesson.href}>{lesson.title}</a>
                  {' · '}
                </>
              )}
              <AwsLinks pages={aws} />
            </small>
          </div>
        </li>
      ))}
    </ol>
  );
}
