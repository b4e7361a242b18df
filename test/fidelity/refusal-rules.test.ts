import { expect, test } from 'vitest';
import { readSources } from '@/lib/content/sources';
import { readRules, ruleOf } from '@/lib/fidelity/refusal-rules';
import { fidelity } from '@/lib/usecases/fidelity';

const rules = readRules(await readSources('lib/engine'));

test.each([
  [
    'DetachNetworkInterface',
    'OperationNotPermitted',
    'The network interface at device index 0 and networkCard index 0 cannot be detached.',
    'network-interface',
    'attachmentErrors.primary',
  ],
  [
    'CreateNetworkInterface',
    'InvalidSubnetID.NotFound',
    "The subnet ID 'subnet-1' does not exist",
    'subnet',
    'subnetErrors.notFound',
  ],
  [
    'AttachNetworkInterface',
    'InvalidParameterValue',
    "Instance 'i-1' already has an interface attached at device index '1'.",
    'network-interface',
    'attachmentErrors.indexTaken',
  ],
  [
    'AuthorizeSecurityGroupIngress',
    'InvalidGroup.NotFound',
    "The security group 'sg-1' does not exist in default VPC 'vpc-1'",
    'security-group',
    'securityGroupErrors.notInDefaultVpc',
  ],
  [
    'CreateSubnet',
    'MissingParameter',
    'The request must contain the parameter subnetId',
    'common',
    'errors.missingParameter',
  ],
])('%s, %s: %s', (operation, code, message, slug, anchor) => {
  expect(ruleOf(rules, operation, { code, message })).toMatchObject({ slug, anchor });
});

test('what no rule says has none', () => {
  expect(
    ruleOf(rules, 'CreateSubnet', { code: 'NotModelled', message: 'This simulator does not model cars.' }),
  ).toBeUndefined();
  expect(
    ruleOf(rules, 'CreateSubnet', { code: 'InvalidSubnetID.NotFound', message: 'Another sentence' }),
  ).toBeUndefined();
});

test('a rule leads to a row of the page of its resource, which no other row has', async () => {
  const pages = new Map((await fidelity()).map((page) => [page.slug, page.refusals.map(({ anchor }) => anchor)]));
  for (const anchors of pages.values()) expect(new Set(anchors).size).toBe(anchors.length);
  const lost = rules.filter(({ slug, anchor, messages }) => messages.length > 0 && !pages.get(slug)?.includes(anchor));
  expect(lost.map(({ slug, anchor }) => `${slug}#${anchor}`)).toEqual([]);
});

test('it takes linear time over a long message', () => {
  const message = `Value (${'a'.repeat(200_000)}) for parameter x is`;
  const from = performance.now();
  ruleOf(rules, 'CreateSubnet', { code: 'InvalidParameterValue', message });
  expect(performance.now() - from).toBeLessThan(500);
});
