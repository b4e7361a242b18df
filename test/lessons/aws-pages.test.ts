import { expect, test } from 'vitest';
import { titleOf } from '@/lib/lessons/aws-pages';

test('a page of AWS is called what it calls itself', () => {
  expect(titleOf('https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html')).toBe('Subnet CIDR blocks');
});

test.each([
  ['https://docs.aws.amazon.com/x/API_RunInstances.html', 'RunInstances'],
  ['https://docs.aws.amazon.com/x/some-other_page.html?a=1#part', 'some other page'],
  ['https://docs.aws.amazon.com/x/', 'x'],
])('%s, which has no title here, is called after its address', (url, title) => {
  expect(titleOf(url)).toBe(title);
});
