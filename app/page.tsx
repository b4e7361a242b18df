import Link from 'next/link';
import { Page } from '@/components/site/page';
import { PatchBayDrawing } from '@/components/site/patch-bay-drawing';
import { LinkButton } from '@/components/ui/link-button';
import { listLabs } from '@/lib/usecases/labs';
import { listLessons } from '@/lib/usecases/lessons';

const firstLesson = 'what-an-elastic-network-interface-is';
const firstLab = 'one-interface-two-instances';

const reasons = [
  {
    title: 'It refuses what AWS refuses',
    text: 'A refusal carries AWS’s own code and message. Where AWS has something that the simulator lacks, it says so and does not guess.',
  },
  {
    title: 'It checks what you built',
    text: 'Tasks look at the account as it stands, not at your keystrokes, so any right way passes. A task that does not hold yet says what it expected and what it found.',
  },
  {
    title: 'Its answer keys are proved',
    text: 'The key of a quiz question is tried in the simulator: each right answer has to hold there, and each wrong one has to fail. What only a person can judge is marked by a person.',
  },
  {
    title: 'You see where you stand',
    text: 'Lessons read, tasks done and grades add up by exam objective, on one page. An instructor can set a quiz to a class and grade it.',
  },
  {
    title: 'Every command can be undone',
    text: 'The log of a lab is a line of steps. Go back to any of them and try the other way, as often as you like.',
  },
  {
    title: 'There is no clock',
    text: 'No timer, no bill, nothing to clean up. Close the page and come back: the lab is as you left it. With an account it is so on every device.',
  },
];

/** What this is, and the first lesson and lab one press away. Prerendered; nothing on it needs a script. */
export default async function HomePage() {
  const lesson = (await listLessons()).find(({ slug }) => slug === firstLesson);
  const lab = (await listLabs()).find(({ slug }) => slug === firstLab);
  return (
    <Page>
      <div className="grid items-center gap-x-16 gap-y-12 pt-2 md:grid-cols-2 md:pt-10">
        <div className="flex flex-col items-start gap-5">
          <h1 className="text-3xl">Learn AWS networking by typing it</h1>
          <p className="text-lg">
            Patchbay simulates an AWS account. You type <code className="whitespace-nowrap">aws ec2</code> commands in
            the page, watch the network change, and are refused where AWS would refuse you.
          </p>
          <p className="text-dim">
            Written for the networking part of the Solutions Architect – Associate (SAA-C03) and Advanced Networking –
            Specialty (ANS-C01) exams. It begins with the network interface: addresses, subnets and security groups all
            meet there.
          </p>
          <div className="flex flex-wrap gap-3">
            <LinkButton href={`/lessons/${firstLesson}`} prefetch={false} variant="primary" className="px-5 text-lg">
              Read the first lesson
            </LinkButton>
            <LinkButton href={`/labs/${firstLab}`} prefetch={false} className="px-5 text-lg">
              Start the first lab
            </LinkButton>
          </div>
          <p className="text-sm text-dim">
            {lesson && `The lesson takes about ${lesson.minutes} minutes`}
            {lesson && lab?.minutes && `, the lab about ${lab.minutes}`}
            {lesson && '. '}No account needed. Know it already?{' '}
            <Link href="/quizzes" prefetch={false} className="text-ink underline">
              Take a quiz
            </Link>
          </p>
        </div>
        <PatchBayDrawing />
      </div>

      <section aria-labelledby="refusal" className="mt-20 grid gap-x-16 gap-y-6 md:grid-cols-2">
        <div className="flex flex-col gap-3">
          <h2 id="refusal" className="text-2xl">
            Try to pull the soldered plug
          </h2>
          <p className="max-w-[68ch]">
            Study notes like to say that a primary interface cannot be detached while its instance is running, as if
            stopping it helped. It does not. In the first lab you try both and read the same answer twice; then you make
            an interface that does come out, and move it.
          </p>
        </div>
        <pre className="overflow-x-auto rounded bg-terminal p-4 text-sm whitespace-pre-wrap text-terminal-ink">
          <span className="text-terminal-dim">$ </span>
          <b>aws ec2 detach-network-interface --attachment-id $INDEX_0</b>
          {'\n\n'}
          <span className="text-terminal-refused">
            An error occurred (OperationNotPermitted) when calling the DetachNetworkInterface operation: The network
            interface at device index 0 and networkCard index 0 cannot be detached.
          </span>
        </pre>
      </section>

      <section aria-labelledby="how" className="mt-20">
        <h2 id="how" className="text-2xl">
          How it works
        </h2>
        <dl className="mt-6 grid gap-x-16 sm:grid-cols-2">
          {reasons.map(({ title, text }) => (
            <div key={title} className="border-t border-line py-5">
              <dt className="font-semibold">{title}</dt>
              <dd className="mt-1 max-w-[68ch] text-dim">{text}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Page>
  );
}
