import type { ReactNode } from 'react';
import { Term, type TermProps } from '@/components/glossary/term';
import { Disclosure } from '@/components/ui/disclosure';
import { fromJson } from '@/lib/engine/world';
import type { ExperimentAccount, ExperimentView } from '@/lib/lessons/experiment';
import type { GlossaryEntry } from '@/lib/lessons/glossary';
import type { QuestionView } from '@/lib/quizzes/views';
import { AccountPicture, shownOf } from './account-picture';
import { Experiment } from './experiment';
import { Heading } from './heading';
import { type AnswerAction, Question } from './question';
import { Cite, Source, Sources } from './sources';

interface Lesson {
  readonly slug: string;
  readonly questions: readonly QuestionView[];
  readonly experiments: readonly { readonly view: ExperimentView; readonly account: ExperimentAccount }[];
  /** The words of the glossary. */
  readonly terms: readonly GlossaryEntry[];
}

/**
 * Everything that the MDX of a lesson may use, beside paragraphs, lists, links, `code`, **strong** and _stressed_ words.
 * Attributes are plain texts. `answer` is the action behind the forms of its questions.
 */
export function lessonComponents({ slug, questions, experiments, terms }: Lesson, answer: AnswerAction) {
  const experiment = (id: string) => find(experiments, ({ view }) => view.id === id, `experiment ${id}`);
  const pictureOf = ({ of, children }: { of: string; children: ReactNode }) => (
    <figure className="my-8 text-base">
      <AccountPicture
        account={shownOf(fromJson(experiment(of).account.world))}
        label={`At first: ${experiment(of).view.title}`}
        captionEnd={`, at first: ${experiment(of).view.title}`}
        small
      />
      <figcaption className="max-w-[31.5rem] text-dim">{children}</figcaption>
    </figure>
  );
  const experimentOf = ({ id }: { id: string }) => <Experiment view={experiment(id).view} />;
  const questionOf = ({ id }: { id: string }) => {
    const question = find(questions, (one) => one.id === id, `question ${id}`);
    if (question.type !== 'single') throw new Error(`A lesson asks single-choice questions; ${id} is none.`);
    return <Question slug={slug} question={question} action={answer} />;
  };
  const termOf = (props: TermProps) => <Term entries={terms} {...props} />;
  return {
    h2: Heading,
    Cite,
    Sources,
    Source,
    /** The account of an experiment as it is at first, with a caption. */
    Picture: pictureOf,
    Experiment: experimentOf,
    Question: questionOf,
    Outcome,
    /** The first mention of a word of the glossary: `<Term>security groups</Term>`, `<Term of="subnet">net</Term>`. */
    Term: termOf,
  };
}

/**
 * How the words of a lesson look, for the element around its MDX. Said once and not with each paragraph: a page is sent
 * with every class that its elements have, twice.
 */
export const wordsLook = [
  '[&>p]:mt-4 [&>p]:max-w-[31.5rem]',
  '[&_h2]:text-2xl',
  '[&>:is(ul,ol)]:mt-4 [&>:is(ul,ol)]:flex [&>:is(ul,ol)]:max-w-[31.5rem] [&>:is(ul,ol)]:flex-col',
  '[&>:is(ul,ol)]:gap-2 [&>:is(ul,ol)]:pl-5 [&>ul]:list-disc [&>ol]:list-decimal',
  '[&>p>a]:underline [&>:is(ul,ol)>li>a]:underline',
  '[&_sup]:text-xs [&_sup]:leading-none [&_sup>a]:px-0.5 [&_sup>a]:text-dim [&_sup>a]:hover:underline',
].join(' ');

/** What an experiment comes to: out of sight for who has not run it yet, at hand for who will not. */
const Outcome = ({ children }: { children: ReactNode }) => (
  <Disclosure summary="After the experiment: what it comes to">
    <div className="flex max-w-[31.5rem] flex-col gap-4">{children}</div>
  </Disclosure>
);

function find<T>(things: readonly T[], is: (thing: T) => boolean, what: string): T {
  const found = things.find(is);
  if (!found) throw new Error(`The lesson has no ${what}.`);
  return found;
}
