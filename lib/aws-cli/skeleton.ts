import type { Operation } from '@/lib/engine/operation';
import type { Shape } from '@/lib/engine/shapes';
import { jsonOutput } from './output/json';

/** `--generate-cli-skeleton`: every parameter that is modelled, with an empty value of its type. */
export const skeletonOf = ({ input }: Operation): string => jsonOutput(emptyOf({ type: 'structure', members: input }));

function emptyOf(shape: Shape): unknown {
  switch (shape.type) {
    case 'string':
      return shape.values?.[0] ?? '';
    case 'integer':
      return 0;
    case 'boolean':
      return true;
    case 'timestamp':
      return '1970-01-01T00:00:00';
    case 'list':
      return shape.member.type === 'notModelled' ? [] : [emptyOf(shape.member)];
    case 'structure':
      return Object.fromEntries(
        Object.entries(shape.members)
          .filter(([, member]) => member.type !== 'notModelled')
          .map(([name, member]) => [name, emptyOf(member)]),
      );
    case 'notModelled':
      return null;
  }
}
