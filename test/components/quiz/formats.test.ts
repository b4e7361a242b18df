import { expect, test, vi } from 'vitest';
import { once } from '@/components/ui/once';

test('what is made once is made when it is first asked for', () => {
  const make = vi.fn(() => undefined);
  const made = once(make);
  expect(make).not.toHaveBeenCalled();
  made();
  made();
  expect(make).toHaveBeenCalledOnce();
});

test('no format is made before something is formatted: a phone takes long over one', async () => {
  const formats = [vi.spyOn(Intl, 'DateTimeFormat'), vi.spyOn(Intl, 'NumberFormat')];
  vi.resetModules();
  await import('@/components/quiz/times');
  await import('@/components/quiz/points');
  for (const format of formats) expect(format).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
