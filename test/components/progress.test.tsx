import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { BarTable } from '@/components/progress/bar-table';
import { Progress } from '@/components/progress/progress';
import { noFacts, progressView } from '@/lib/progress/progress';

const outline = {
  lessons: [{ slug: 'eni', title: 'What an interface is', objectives: ['SAA-C03/2.2'], questions: 2 }],
  labs: [{ slug: 'move', title: 'Move one', objectives: ['SAA-C03/2.2'], tasks: 4 }],
  quizzes: [{ slug: 'quiz', title: 'Interfaces', objectives: ['ANS-C01/3.3'] }],
  misconceptions: [
    {
      id: 'zones',
      belief: 'An interface crosses zones.',
      say: 'It lies in `subnet-a`.',
      href: '/labs/move',
      label: 'Lab: Move one',
      source: 'https://docs.aws.amazon.com/x',
    },
  ],
};
const at = new Date('2026-11-21T10:00:00.000Z');
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

test('a bar is as long as the figure beside it says, and only what is done to the end says 100', () => {
  const done = [0, 0.004, 1 / 3, 0.999, 1];
  const rows = done.map((share, index) => ({ key: `${index}`, name: `row ${index}`, state: '', done: share }));
  const html = renderToStaticMarkup(
    <BarTable caption="Shares" heads={['Name', 'State', 'Done']} groups={[{ title: 'All', rows }]} />,
  );
  const figures = [...html.matchAll(/(\d+)\s%/g)].map(([, figure]) => figure);
  const bars = [...html.matchAll(/<rect width="(\d+)%"/g)].map(([, width]) => width);
  expect(figures).toEqual(['0', '0', '33', '99', '100']);
  expect(bars).toEqual(figures);
  expect(html).toMatch(/^<table.*<caption[^>]*>Shares<\/caption>/);
  expect(html.match(/scope="col"/g)).toHaveLength(3);
  expect(html.match(/scope="row"/g)).toHaveLength(5);
  expect(html).toMatch(/<th scope="rowgroup" colSpan="3"[^>]*>All/);
  expect(html.match(/<svg [^>]*aria-hidden="true"/g)).toHaveLength(5);
});

test('who has done nothing is told the one thing to do', () => {
  const html = renderToStaticMarkup(<Progress progress={progressView(outline, noFacts)} isGuest />);
  expect(html).not.toContain('<table');
  expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(['/lessons/eni']);
});

test('lessons, labs, quizzes, marks and objectives each say how far they are', () => {
  const facts = {
    lessons: [{ slug: 'eni', finishedAt: at, answered: 1 }],
    labs: [{ slug: 'move', passed: 3 }],
    quizzes: [{ slug: 'quiz', attempts: 2, open: true, best: 0.8 }],
    marks: [{ quizSlug: 'quiz', className: 'Networks', points: 8, maxPoints: 10, unmarked: 1 }],
    misconceptions: [],
  };
  const shown = (isGuest: boolean) =>
    words(renderToStaticMarkup(<Progress progress={progressView(outline, facts)} isGuest={isGuest} />));
  for (const text of [
    'What an interface is Read, 1 of 2 questions answered 100 %',
    'Move one 3 of 4 tasks 75 %',
    'Interfaces 2 attempts, one open 80 %',
    'Networks Interfaces 8 of 10, 1 answer not marked yet 80 %',
    '2.2 Highly available, fault-tolerant architectures 1 lesson, 1 lab 88 %',
    'Performance, reliability and cost of networks 1 quiz 80 %',
  ])
    expect(shown(false)).toContain(text);
  expect(shown(false)).not.toContain('Make an account');
  expect(shown(true)).toContain('Make an account to keep it for good');
});

test('a lab that is finished leads to what it came to', () => {
  const labs = [{ slug: 'move', passed: 1, finishedAt: at, finishedAttempt: 'an-id' }];
  const render = (facts: Partial<typeof noFacts>) =>
    renderToStaticMarkup(<Progress progress={progressView(outline, { ...noFacts, ...facts })} isGuest={false} />);
  expect(render({ labs })).toContain('<td><a href="/outcomes/an-id">Finished</a></td>');
  expect(words(render({ labs }))).toContain('Move one Finished 100 %');
  expect(render({ labs: [{ slug: 'move', passed: 4 }] })).not.toContain('/outcomes/');
});

test('a belief that came up says when, what is true, and where it is put right', () => {
  const misconceptions = [{ misconception: 'zones', seenAt: at }];
  const render = (facts: typeof noFacts) =>
    renderToStaticMarkup(<Progress progress={progressView(outline, facts)} isGuest={false} />);
  const html = render({ ...noFacts, misconceptions });
  expect(words(html)).toContain(
    'Beliefs that came up Each showed in something that you did in a lab, and was told there once. Most people believe some of them. ' +
      '“An interface crosses zones.” It lies in subnet-a . 21 Nov 2026 · Lab: Move one · AWS’s own page',
  );
  expect(html).toContain('<a href="/labs/move">');
  expect(html).toContain('<a href="https://docs.aws.amazon.com/x">');
  const others = render({ ...noFacts, labs: [{ slug: 'move', passed: 1 }] });
  expect(others).not.toContain('Beliefs');
});

test('what was handed in and may not be seen has no share, and not 0', () => {
  const quizzes = [{ slug: 'quiz', attempts: 1, open: false }];
  const html = renderToStaticMarkup(
    <Progress progress={progressView(outline, { ...noFacts, quizzes })} isGuest={false} />,
  );
  expect(words(html)).toContain('Interfaces Handed in, marks not out yet –');
  const begun = progressView(outline, { ...noFacts, quizzes: [{ slug: 'quiz', attempts: 1, open: true }] });
  expect(words(renderToStaticMarkup(<Progress progress={begun} isGuest={false} />))).toContain('Interfaces Begun 0 %');
});
