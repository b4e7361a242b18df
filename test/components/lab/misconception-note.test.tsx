import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MisconceptionNote } from '@/components/lab/misconception-note';

const note = {
  id: 'zones',
  belief: 'An interface crosses zones.',
  say: 'It lies in `subnet-a`.',
  href: '/labs/move',
  label: 'Lab: Move one',
  source: 'https://docs.aws.amazon.com/x',
};
const render = (shown: typeof note | undefined) =>
  renderToStaticMarkup(<MisconceptionNote note={shown} onDismiss={() => {}} />);

test('a polite region stands there before there is anything to say', () => {
  expect(render(undefined)).toBe('<div role="status"></div>');
  expect(render(note)).toMatch(/^<div role="status"><section/);
});

test('it says the belief, what is true, where it is put right, and can be put away', () => {
  const html = render(note);
  const text = html.replace(/<[^>]+>/g, '');
  expect(text).toContain('“An interface crosses zones.”It lies in subnet-a.');
  expect(html).toContain('<a href="/labs/move" target="_blank" rel="noreferrer">Lab: Move one');
  expect(html).toContain('<a href="https://docs.aws.amazon.com/x"');
  expect(html).toContain('<button type="button"');
  expect(html, 'nothing is refused').not.toMatch(/refused|alert/);
});

test('AWS’s page is linked once where it is the place itself', () => {
  expect(render({ ...note, href: note.source, label: 'AWS: a page' }).match(/<a /g)).toHaveLength(1);
});
