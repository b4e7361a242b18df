import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Late, latePanel } from '@/components/lab/late-panel';

const shown = (part: string | undefined, failed: boolean): string =>
  renderToStaticMarkup(<Late late={{ part, failed, again: () => {} }}>{(name) => <p>{name}</p>}</Late>);

test('a panel is shown once it is here, and until then that it comes', () => {
  expect(shown('tables', false)).toBe('<p>tables</p>');
  expect(shown(undefined, false)).toContain('The panel is being loaded.');
});

test('a panel that did not come says so, and can be asked for again', () => {
  const html = shown(undefined, true);
  expect(html).toContain('This panel could not be loaded');
  expect(html).toContain('The lab is as it was.');
  expect(html).toMatch(/<button[^>]*>Try again/);
});

test('before its script is asked for, a late panel says that it comes', () => {
  const Panel = latePanel(() => Promise.reject(new Error('the server is away')));
  expect(renderToStaticMarkup(<Panel />)).toContain('The panel is being loaded.');
});
