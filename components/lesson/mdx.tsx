import type { ComponentProps, ReactNode } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { fromJson } from '@/lib/engine/world';
import type { ExperimentView } from '@/lib/lessons/experiment';
import type { QuestionView } from '@/lib/quizzes/views';
import { AccountPicture, shownOf } from './account-picture';
import { Experiment } from './experiment';
import { type AnswerAction, Question } from './question';
import { Cite, Source, Sources } from './sources';

interface Lesson {
  readonly slug: string;
  readonly questions: readonly QuestionView[];
  readonly experiments: readonly ExperimentView[];
}

/**
 * Everything that the MDX of a lesson may use, beside paragraphs, lists, links, `code`, **strong** and _stressed_ words.
 * Attributes are plain texts. `answer` is the action behind the forms of its questions.
 */
export function lessonComponents({ slug, questions, experiments }: Lesson, answer: AnswerAction) {
  const pictureOf = ({ of, children }: { of: string; children: ReactNode }) => (
    <figure className="my-8 text-base">
      <AccountPicture account={shownOf(fromJson(find(experiments, of, 'experiment').world))} label="Picture" small />
      <figcaption className="max-w-[31.5rem] text-dim *:mt-0">{children}</figcaption>
    </figure>
  );
  const experimentOf = ({ id }: { id: string }) => <Experiment view={find(experiments, id, 'experiment')} />;
  const questionOf = ({ id }: { id: string }) => {
    const question = find(questions, id, 'question');
    if (question.type !== 'single') throw new Error(`A lesson asks single-choice questions; ${id} is none.`);
    return <Question slug={slug} question={question} action={answer} />;
  };
  return {
    h2: (props: ComponentProps<'h2'>) => <h2 {...props} className="mt-12 max-w-[31.5rem] text-2xl" />,
    p: (props: ComponentProps<'p'>) => <p {...props} className="mt-4 max-w-[31.5rem]" />,
    ul: (props: ComponentProps<'ul'>) => (
      <ul {...props} className="mt-4 flex max-w-[31.5rem] list-disc flex-col gap-2 pl-5" />
    ),
    Cite,
    Sources,
    Source,
    /** The account of an experiment as it is at first, with a caption. */
    Picture: pictureOf,
    Experiment: experimentOf,
    Question: questionOf,
    Outcome,
  };
}

/** What an experiment comes to: out of sight for who has not run it yet, at hand for who will not. */
const Outcome = ({ children }: { children: ReactNode }) => (
  <Disclosure summary="After the experiment: what it comes to">
    <div className="*:first:mt-1">{children}</div>
  </Disclosure>
);

function find<T extends { readonly id: string }>(things: readonly T[], id: string, what: string): T {
  const found = things.find((thing) => thing.id === id);
  if (!found) throw new Error(`The lesson has no ${what} ${id}.`);
  return found;
}
