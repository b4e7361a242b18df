import type { MarkView, RubricView } from '@/lib/quizzes/views';
import { LocalTime } from '../ui/local-time';
import { Cell, HeadCell, Table } from '../ui/table';
import { gradeWords } from './points';

/** What was given for each criterion, by whom, and what they say to it. */
export function RubricMark({ rubric, mark }: { rubric: RubricView; mark: MarkView }) {
  const by = {
    engine: 'Nothing was answered',
    self: 'Marked by you',
    grader: `Marked by ${mark.byName ?? 'a grader'}`,
  };
  const sum = Object.values(mark.rubric).reduce((total, points) => total + points, 0);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm">
        {by[mark.by]}: {gradeWords(mark.points, mark.maxPoints)}
        {mark.by === 'grader' && sum !== mark.points && ', set apart from the sum below'}
      </p>
      {mark.changed && (
        <p className="text-sm font-semibold">
          Changed after the release: {mark.byName ?? 'a grader'} gave this mark in place of an earlier one,{' '}
          <LocalTime iso={mark.markedAt} />.
        </p>
      )}
      {mark.by !== 'engine' && (
        <Table caption="The mark by criterion" captionHidden>
          <thead>
            <tr>
              <HeadCell>Looked for</HeadCell>
              <HeadCell>Found</HeadCell>
              <HeadCell numeric>Points</HeadCell>
            </tr>
          </thead>
          <tbody>
            {rubric.map(({ id, title, levels }) => {
              const given = mark.rubric[id];
              return (
                <tr key={id}>
                  <Cell>{title}</Cell>
                  <Cell>{levels.find(({ points }) => points === given)?.say ?? 'Not marked'}</Cell>
                  <Cell numeric>
                    {given ?? 0} of {levels.at(-1)?.points ?? 0}
                  </Cell>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
      {mark.comment && (
        <blockquote className="max-w-[68ch] border-l-2 border-cable pl-3 whitespace-pre-wrap">
          {mark.comment}
        </blockquote>
      )}
    </div>
  );
}
