import type { World } from '@/lib/engine/world';
import type { Choices } from '../choices';

export type Input = (choose: Choices, world: World) => object;

export const zones = ['us-east-1a', 'us-east-1a', 'us-east-1a', 'us-east-1b', 'us-east-1z'] as const;
export const blocks = ['10.0.0.0/16', '10.1.0.0/20', '10.0.0.0/8', '192.168.0.0/28'] as const;
export const addresses = ['10.0.1.50', '10.0.1.51', '10.0.2.5', '10.0.2.3', '172.31.200.9', '10.0.1.0'] as const;
export const keys = ['Name', 'stage', '__proto__', 'constructor', 'aws:x'] as const;
const filterNames = [
  'vpc-id',
  'subnet-id',
  'tag:Name',
  'tag:__proto__',
  'tag-key',
  'group-id',
  'owner-id',
  '__proto__',
  'constructor',
] as const;

export const tag = (choose: Choices) => ({ Key: choose.one(keys), Value: choose.one(['', 'a', 'b']) });
export const tags = (choose: Choices) => Array.from({ length: 1 + choose.below(2) }, () => tag(choose));
export const tagged = (type: string) => (choose: Choices) =>
  choose.chance(25) ? { TagSpecifications: [{ ResourceType: type, Tags: tags(choose) }] } : {};

/** Ids, filters and pages; `ids` is the parameter of a describe call that names some. */
export const described =
  (ids: string, some: (choose: Choices, world: World) => string[], filters = 'Filters'): Input =>
  (choose, world) => ({
    ...(choose.chance(40) && { [ids]: some(choose, world) }),
    ...(choose.chance(40) && { [filters]: [{ Name: choose.one(filterNames), Values: ['*', world.account] }] }),
    ...(choose.chance(20) && { MaxResults: choose.one([5, 1000, 0]) }),
    ...(choose.chance(5) && { NextToken: choose.one(['', 'x', '__proto__']) }),
  });
