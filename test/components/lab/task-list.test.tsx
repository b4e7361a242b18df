import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { TaskList } from '@/components/lab/task-list';

const shown = (found: 'said' | 'asked' | 'unsaid') =>
  renderToStaticMarkup(
    <TaskList
      texts={[
        { id: 'make', say: 'Make one.', hints: 0 },
        { id: 'attach', say: 'Attach it.', hints: 0 },
      ]}
      states={[
        { id: 'make', passed: false, found: 'There is none in subnet-a.' },
        { id: 'attach', passed: false, found: 'It is not attached.' },
      ]}
      hints={{}}
      found={found}
      onHint={() => {}}
    />,
  );

test('what was found instead is said of the next task alone, and not before anything was done', () => {
  expect(shown('said')).toContain('There is none in subnet-a.');
  expect(shown('said')).not.toContain('It is not attached.');
  expect(shown('unsaid')).not.toContain('There is none');
});

test('of an incident it is there to be opened', () => {
  expect(shown('asked')).toMatch(/What the check found.*There is none in subnet-a\./);
  expect(shown('said')).not.toContain('What the check found');
});
