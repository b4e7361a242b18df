import type { ProgressView } from '@/lib/progress/views';
import { BarTable } from './bar-table';
import { Beliefs } from './beliefs';

const link = (href: string, title: string) => (
  // A plain link: the router's costs more to render than all the rest of its row, and the page needs no script.
  <a href={href}>{title}</a>
);

const heading = 'text-xl font-semibold';

/** Where a person stands: what there is to do, what it is for, and what classes gave. */
export function ProgressTables({ progress }: { progress: ProgressView }) {
  const { lessons, labs, quizzes, marks, objectives, misconceptions } = progress;
  return (
    <div className="flex flex-col gap-14">
      <section aria-labelledby="work">
        <h2 id="work" className={heading}>
          Lessons, labs and quizzes
        </h2>
        <BarTable
          caption="A lesson is done when you marked it as read, a lab by its tasks, a quiz by your best grade."
          heads={['Name', 'How far', 'Done']}
          groups={[
            { title: 'Lessons', rows: lessons.map(lessonRow) },
            { title: 'Labs', rows: labs.map(labRow) },
            { title: 'Quizzes', rows: quizzes.map(quizRow) },
          ].filter(({ rows }) => rows.length > 0)}
        />
      </section>
      {marks.length > 0 && (
        <section aria-labelledby="marks">
          <h2 id="marks" className={heading}>
            Work for classes
          </h2>
          <BarTable
            caption="Work whose marks are released, the newest first."
            heads={['Work', 'Points', 'Share']}
            groups={[...new Set(marks.map(({ className }) => className))].map((title) => ({
              title,
              rows: marks.filter(({ className }) => className === title).map(markRow),
            }))}
          />
        </section>
      )}
      {misconceptions.length > 0 && (
        <section aria-labelledby="beliefs">
          <h2 id="beliefs" className={heading}>
            Beliefs that came up
          </h2>
          <Beliefs beliefs={misconceptions} />
        </section>
      )}
      <section aria-labelledby="objectives">
        <h2 id="objectives" className={heading}>
          By exam objective
        </h2>
        <BarTable
          caption="Task statements of the exam guides. Each share is the mean of what there is here for it, which is less than the exam asks."
          heads={['Objective', 'What there is', 'Done']}
          groups={exams
            .map(([id, title]) => ({
              title,
              rows: objectives.filter((objective) => objective.id.startsWith(`${id}/`)).map(objectiveRow),
            }))
            .filter(({ rows }) => rows.length > 0)}
        />
      </section>
    </div>
  );
}

const exams = [
  ['SAA-C03', 'Solutions Architect – Associate (SAA-C03)'],
  ['ANS-C01', 'Advanced Networking – Specialty (ANS-C01)'],
] as const;

const lessonRow = ({ slug, title, finishedAt, answered, questions }: ProgressView['lessons'][number]) => ({
  key: slug,
  name: link(`/lessons/${slug}`, title),
  state: [
    finishedAt ? 'Read' : answered > 0 ? 'Begun' : 'Not read',
    ...(answered > 0 ? [`${answered} of ${count(questions, 'question')} answered`] : []),
  ].join(', '),
  done: finishedAt ? 1 : 0,
});

const labRow = ({ slug, title, tasksPassed, tasksTotal, finishedAttempt }: ProgressView['labs'][number]) => ({
  key: slug,
  name: link(`/labs/${slug}`, title),
  state: finishedAttempt
    ? link(`/outcomes/${finishedAttempt}`, 'Finished')
    : `${tasksPassed} of ${count(tasksTotal, 'task')}`,
  done: tasksPassed / tasksTotal,
});

const quizRow = ({ slug, title, attempts, open, best }: ProgressView['quizzes'][number]) => ({
  key: slug,
  name: link(`/quizzes/${slug}`, title),
  state: quizState(attempts, open, best !== undefined),
  // What was handed in has a grade, though not one to be seen yet.
  done: best ?? (attempts > (open ? 1 : 0) ? undefined : 0),
});

function quizState(attempts: number, open: boolean, graded: boolean): string {
  if (attempts === 0) return 'Not begun';
  const many = attempts > 1 ? `${attempts} attempts` : '1 attempt';
  if (open) return attempts > 1 ? `${many}, one open` : 'Begun';
  return graded ? many : 'Handed in, marks not out yet';
}

const markRow = ({ slug, title, points, maxPoints, unmarked }: ProgressView['marks'][number], index: number) => ({
  key: `${slug} ${index}`,
  name: link(`/quizzes/${slug}`, title),
  state: `${points} of ${maxPoints}${unmarked > 0 ? `, ${count(unmarked, 'answer')} not marked yet` : ''}`,
  done: points / maxPoints,
});

const kinds = ['lesson', 'lab', 'quiz'] as const;
const plurals = { lesson: 'lessons', lab: 'labs', quiz: 'quizzes' };

const objectiveRow = ({ id, title, done, items }: ProgressView['objectives'][number]) => ({
  key: id,
  name: `${id.split('/')[1]} ${title}`,
  state: kinds
    .map((kind) => ({ kind, many: items.filter((item) => item.kind === kind).length }))
    .filter(({ many }) => many > 0)
    .map(({ kind, many }) => `${many} ${many === 1 ? kind : plurals[kind]}`)
    .join(', '),
  done,
});

const count = (many: number, thing: string): string => `${many} ${thing}${many === 1 ? '' : 's'}`;
