import { expect, test } from 'vitest';
import { withCliTimes } from '@/lib/aws-cli/timestamps';
import { operations } from '@/lib/engine/operations';
import { awsModel, type ModelShape } from '../build/aws-model';

/** Names of members of a type in a shape, at any depth. */
function namesOf(shape: ModelShape | undefined, type: string): string[] {
  if (!shape) return [];
  const members = Object.entries(shape.members ?? {}).flatMap(([name, member]) => [
    ...(member.type === type ? [name] : []),
    ...namesOf(member, type),
  ]);
  return [...members, ...namesOf(shape.member, type)];
}

const shapes = operations.map(({ name }) => awsModel.operations[name]?.output);
const time = '2026-01-31T09:30:00.000Z';

test('every time in the answers of these operations is shown as one, and no text is taken for one', () => {
  for (const name of new Set(shapes.flatMap((shape) => namesOf(shape, 'timestamp')))) {
    expect(withCliTimes({ [name]: time })).toEqual({ [name]: '2026-01-31T09:30:00+00:00' });
  }
  for (const name of new Set(shapes.flatMap((shape) => namesOf(shape, 'string')))) {
    expect(withCliTimes({ [name]: time })).toEqual({ [name]: time });
  }
});

test('milliseconds are shown where there are any', () => {
  const given = { Instances: [{ LaunchTime: '2026-01-31T09:30:00.123Z', KeyName: time }] };
  expect(withCliTimes(given)).toEqual({
    Instances: [{ LaunchTime: '2026-01-31T09:30:00.123000+00:00', KeyName: time }],
  });
});
