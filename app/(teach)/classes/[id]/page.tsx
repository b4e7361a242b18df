import type { Metadata } from 'next';
import { cache } from 'react';
import { JoinCode } from '@/components/classes/join-code';
import { LearnerAssignments } from '@/components/classes/learner-assignments';
import { EditablePeople, PeopleTable } from '@/components/classes/people-table';
import { SetQuizForm } from '@/components/classes/set-quiz-form';
import { StaffAssignments } from '@/components/classes/staff-assignments';
import { count, roleWords } from '@/components/classes/words';
import { Crumbs } from '@/components/site/crumbs';
import { Page } from '@/components/site/page';
import { LinkButton } from '@/components/ui/link-button';
import { getClass } from '@/lib/usecases/classes';
import { listQuizzes } from '@/lib/usecases/quizzes';
import {
  assignQuizAction,
  changeDueDateAction,
  releaseMarksAction,
  renewCodeAction,
  setClassRoleAction,
} from '../../actions';

import { orNotFound, requireViewer } from '../../viewer';

type Props = { params: Promise<{ id: string }> };

/** Once for the title and the page. */
const load = cache(async (id: string) => orNotFound(getClass(await requireViewer(`/classes/${id}`), { id })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).name };
}

export default async function ClassPage({ params }: Props) {
  const { id } = await params;
  const { name, role, code, assignments, people } = await load(id);
  const learners = people?.filter((person) => person.role === 'learner').length;
  const isInstructor = role === 'instructor';
  const quizzes = isInstructor ? (await listQuizzes()).map(({ slug, title }) => ({ slug, title })) : [];
  return (
    <Page width={isInstructor ? 'wide' : 'list'}>
      <Crumbs trail={[{ href: '/classes', label: 'Classes' }]} />
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-3xl break-words">{name}</h1>
          <p className="mt-1 text-dim">
            You are {roleWords[role]}
            {learners !== undefined && ` · ${count(learners, 'learner')}`}
          </p>
        </div>
        {role !== 'learner' && (
          <div className="flex flex-wrap gap-2">
            <LinkButton href="/grading" prefetch={false}>
              Answers to mark
            </LinkButton>
            <LinkButton href={`/classes/${id}/gradebook`} prefetch={false}>
              Gradebook
            </LinkButton>
          </div>
        )}
      </div>
      <div
        className={`mt-10 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-12 ${isInstructor ? 'lg:grid-cols-[minmax(0,1fr)_20rem]' : ''}`}
      >
        <section aria-labelledby="assignments">
          <h2 id="assignments" className="mb-3 text-xl">
            Quizzes set
          </h2>
          {assignments.length === 0 ? (
            <p className="text-dim">
              {isInstructor ? 'Nothing is set yet. Choose a quiz and set it to the class.' : 'Nothing is set yet.'}
            </p>
          ) : role === 'learner' ? (
            <LearnerAssignments assignments={assignments} now={Date.now()} />
          ) : (
            <StaffAssignments
              assignments={assignments}
              {...(isInstructor && {
                actions: { changeDueDate: changeDueDateAction, releaseMarks: releaseMarksAction },
              })}
            />
          )}
        </section>
        {isInstructor && (
          <div className="flex flex-col gap-12">
            <section aria-labelledby="set">
              <h2 id="set" className="mb-3 text-xl">
                Set a quiz
              </h2>
              <SetQuizForm classId={id} quizzes={quizzes} action={assignQuizAction} />
            </section>
            {code && (
              <section aria-labelledby="code">
                <h2 id="code" className="mb-3 text-xl">
                  Class code
                </h2>
                <JoinCode classId={id} code={code} renew={renewCodeAction} />
              </section>
            )}
          </div>
        )}
      </div>
      {people && (
        <section aria-labelledby="people" className="mt-12">
          <h2 id="people" className="mb-3 text-xl">
            People
          </h2>
          {isInstructor ? (
            <EditablePeople classId={id} people={people} setRole={setClassRoleAction} />
          ) : (
            <PeopleTable people={people} />
          )}
        </section>
      )}
    </Page>
  );
}
