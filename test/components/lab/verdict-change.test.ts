import { expect, test } from 'vitest';
import { verdictChange } from '@/components/lab/flow/verdict-change';
import type { Code } from '@/lib/engine/reachability/codes';
import type { Trace } from '@/lib/engine/reachability/hop';

const flow = { source: { kind: 'internet' }, destination: { kind: 'internet' }, protocol: 'icmp' } as const;
const packet = { protocol: 'icmp', source: '10.0.0.1', destination: '10.0.0.2' } as const;
const reached: Trace = { flow, out: [], back: [], verdict: { reached: true, seen: 'answer' } };
const lost = (code: Code, id: string, way: 'out' | 'back' = 'out'): Trace => {
  const refusal = { code, text: 'No.' };
  const hop = { component: { kind: 'security-group', id }, packet, refusal } as const;
  return { flow, out: [hop], back: [hop], verdict: { reached: false, way, refusal, seen: 'timeout' } };
};
const groups = lost('ENI_SG_RULES_MISMATCH', 'sg-1');

test.each<[string, Trace, Trace, RegExp | undefined]>([
  ['still reached', reached, reached, undefined],
  ['the same refusal, whatever the words', groups, lost('ENI_SG_RULES_MISMATCH', 'sg-1'), undefined],
  ['opened', groups, reached, /^Now reached\. Before: not reached, ENI_SG_RULES_MISMATCH\.$/],
  ['closed', reached, groups, /^No longer reached: ENI_SG_RULES_MISMATCH\.$/],
  ['another reason', groups, lost('SUBNET_ACL_RESTRICTION', 'acl-1'), /another reason: SUBNET_ACL_RESTRICTION/],
  ['the same reason elsewhere', groups, lost('ENI_SG_RULES_MISMATCH', 'sg-2'), /another reason/],
  ['now it arrives', groups, lost('SUBNET_ACL_RESTRICTION', 'acl-1', 'back'), /^Further than before/],
  ['now it does not even arrive', lost('SUBNET_ACL_RESTRICTION', 'acl-1', 'back'), groups, /^Less far/],
])('%s', (_, before, now, words) => {
  const change = verdictChange(before, now);
  if (words) expect(change).toMatch(words);
  else expect(change).toBeUndefined();
});
