import type { Metadata } from 'next';
import { JoinForm, MakeClassForm } from '@/components/classes/class-forms';
import { ClassList } from '@/components/classes/class-list';
import { Page } from '@/components/site/page';
import { LinkButton } from '@/components/ui/link-button';
import { listClasses } from '@/lib/usecases/classes';
import { createClassAction, joinClassAction } from '../actions';
import { requireViewer } from '../viewer';

export const metadata: Metadata = { title: 'Classes' };

export default async function ClassesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const given = (await searchParams).code;
  const code = typeof given === 'string' ? given.slice(0, 100) : '';
  const viewer = await requireViewer(code ? `/classes?code=${encodeURIComponent(code)}` : '/classes');
  const classes = await listClasses(viewer);
  const mayMake = viewer.mayMakeClasses || viewer.role === 'administrator';
  return (
    <Page width="list">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="text-3xl">Classes</h1>
        {classes.some(({ role }) => role !== 'learner') && (
          <LinkButton href="/grading" prefetch={false}>
            Answers to mark
          </LinkButton>
        )}
      </div>
      <section aria-labelledby="mine" className="mt-8">
        <h2 id="mine" className="mb-3 text-xl">
          Yours
        </h2>
        {classes.length > 0 ? (
          <ClassList classes={classes} />
        ) : (
          <p className="max-w-[68ch] text-dim">
            You are in no class. Join one with the code that its instructor gave you{mayMake && ', or make one'}.
          </p>
        )}
      </section>
      <div className="mt-12 grid gap-12 sm:grid-cols-2">
        <section aria-labelledby="join">
          <h2 id="join" className="mb-4 text-xl">
            Join a class
          </h2>
          <JoinForm action={joinClassAction} code={code} />
        </section>
        <section aria-labelledby="make">
          <h2 id="make" className="mb-4 text-xl">
            Make a class
          </h2>
          {mayMake ? (
            <MakeClassForm action={createClassAction} />
          ) : (
            <p className="text-dim">Instructors make classes. Whoever runs this server can give you the right.</p>
          )}
        </section>
      </div>
    </Page>
  );
}
