import type { Place, SystemView } from '@/lib/lessons/source-views';
import { named } from './words';

/** The looks of the rows, said once for all of them. */
const rowLook = [
  '[&>li]:grid [&>li]:scroll-mt-4 [&>li]:gap-x-8 [&>li]:gap-y-1 [&>li]:border-t [&>li]:border-line [&>li]:py-3 [&>li]:target:bg-sunk sm:[&>li]:grid-cols-2',
  '[&_small]:block [&_small]:text-sm [&_small]:text-dim [&_small_a]:underline',
].join(' ');

/** Systems and uses that the documents name: where one reads of each, and what one does with it. */
export function SystemList({ systems }: { systems: readonly SystemView[] }) {
  return (
    <ol className={`mt-6 border-b border-line ${rowLook}`}>
      {systems.map(({ id, name, documents, near, lessons, labs, experiments }) => (
        <li key={id} id={id}>
          <div>
            <p>{name}</p>
            <small>{named('Document', [...documents, ...near].sort())}</small>
          </div>
          <div>
            <Places word="Lesson" places={lessons} />
            <Places word="Lab" places={labs} />
            <Places word="Experiment" places={experiments} />
            {labs.length === 0 && experiments.length === 0 && <small>Something to do with it is to come.</small>}
          </div>
        </li>
      ))}
    </ol>
  );
}

const Places = ({ word, places }: { word: string; places: readonly Place[] }) =>
  places.map(({ href, title }) => (
    <small key={href}>
      {word}: <a href={href}>{title}</a>
    </small>
  ));
