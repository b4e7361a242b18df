import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCall } from '@/lib/aws-cli/parse-call';
import { renderCall, renderWords } from '@/lib/aws-cli/render-call';
import { operations } from '@/lib/engine/operations';
import type { Members, Shape } from '@/lib/engine/shapes';
import { splitLine } from '../build/split-line';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    'a',
    '',
    '-1',
    '--vpc-id',
    'file://x',
    'a b',
    'k=v',
    '{',
    '[1]',
    'x,y',
    "it's",
    '"q"',
    '$HOME',
    'é😀',
    '\\,',
  ),
  fc.constantFrom('vpc-0123', '10.0.0.0/16', 'tag:Name', 'true', '5', '__proto__', 'help', 'Value=x'),
);

/** Any value of a shape; members that are not modelled are left out. */
function anyOf(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'string':
      return shape.values ? fc.oneof(fc.constantFrom(...shape.values), text) : text;
    case 'integer':
      return fc.oneof(fc.integer({ min: -2, max: 300 }), fc.maxSafeInteger());
    case 'boolean':
      return fc.boolean();
    case 'timestamp':
      return fc.constant('2026-01-31T09:30:00.000Z');
    case 'list':
      return shape.member.type === 'notModelled' ? fc.constant([]) : fc.array(anyOf(shape.member), { maxLength: 3 });
    case 'structure':
      return inputOf(shape.members);
    case 'notModelled':
      return fc.constant(undefined);
  }
}

function inputOf(members: Members): fc.Arbitrary<Record<string, unknown>> {
  const modelled = Object.entries(members).filter(([, shape]) => shape.type !== 'notModelled');
  const values = Object.fromEntries(modelled.map(([name, shape]) => [name, anyOf(shape)]));
  const requiredKeys = modelled.filter(([, shape]) => shape.required).map(([name]) => name);
  return fc.record(values, { requiredKeys });
}

describe('parsing a rendered call gives the call back', () => {
  test.each(operations.map((operation) => [operation.name, operation] as const))('%s', async (name, { input }) => {
    await fc.assert(
      fc.asyncProperty(inputOf(input), async (given) => {
        const call = { operation: name, input: given };
        const parsed = await parseCall(renderWords(call));
        // What the program refuses before it calls, the engine refuses too, and nobody types.
        if (parsed && 'failure' in parsed && /valid min (value|length): \d+\n$/.test(parsed.failure.stderr)) return;
        expect(parsed).toEqual({ call });
        const [program, ...words] = splitLine(renderCall(call));
        expect(program).toBe('aws');
        expect(await parseCall(words)).toEqual({ call });
      }),
      { numRuns: 60 },
    );
  });
});

test('a rendered call reads as people write it', () => {
  const rendered = [
    { operation: 'DescribeVpcs', input: {} },
    { operation: 'CreateSubnet', input: { VpcId: 'vpc-1', CidrBlock: '10.0.1.0/24', DryRun: true } },
    { operation: 'DescribeInstances', input: { Filters: [{ Name: 'tag:Name', Values: ['web', 'db 1'] }] } },
    {
      operation: 'ModifyNetworkInterfaceAttribute',
      input: { NetworkInterfaceId: 'eni-1', SourceDestCheck: { Value: false } },
    },
    {
      operation: 'RunInstances',
      input: {
        ImageId: 'ami-1',
        MinCount: 2,
        MaxCount: 2,
        TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: "it's" }] }],
      },
    },
    { operation: 'CreateCarrierGateway', input: { VpcId: 'vpc-1' } },
  ].map(renderCall);
  expect(rendered).toEqual([
    'aws ec2 describe-vpcs',
    'aws ec2 create-subnet --cidr-block 10.0.1.0/24 --vpc-id vpc-1 --dry-run',
    "aws ec2 describe-instances --filters 'Name=tag:Name,Values=web,db 1'",
    'aws ec2 modify-network-interface-attribute --network-interface-id eni-1 --no-source-dest-check',
    `aws ec2 run-instances --image-id ami-1 --tag-specifications '[{"ResourceType":"instance","Tags":[{"Key":"Name","Value":"it'\\''s"}]}]' --count 2`,
    `aws ec2 create-carrier-gateway --cli-input-json '{"VpcId":"vpc-1"}'`,
  ]);
});
