import { describe, expect, test } from 'vitest';
import { execute } from '@/lib/engine/execute';
import { operations } from '@/lib/engine/operations';
import { fromJson, setTime, toJson, type World } from '@/lib/engine/world';
import { choicesFor } from '@/test/build/crowded-account';
import { Snapshot } from '@/test/build/invariants';
import { furnishedAccount } from '@/test/build/random-calls';
import { inputs } from '@/test/build/random-inputs';

const withToken = operations.filter(({ input, reads }) => !reads && input.ClientToken?.type === 'string');

/** A furnished account in which this call has just been accepted. */
function accepted(operation: string): { world: World; input: object; output: object } {
  const base = furnishedAccount(true);
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const world = fromJson(toJson(base));
    const input = { ...inputs[operation]?.(choicesFor(operation, attempt), world), ClientToken: 'once' };
    const outcome = execute(world, { operation, input });
    if (outcome.ok) return { world, input, output: outcome.output };
  }
  throw new Error(`${operation} is never accepted`);
}

const idsIn = (output: object): string[] => [
  ...new Set([...JSON.stringify(output).matchAll(/[a-z-]+-0[0-9a-f]{16}/g)].map(([id]) => id)),
];

describe('the same call with the same ClientToken makes nothing more and answers the same ids', () => {
  test.each(withToken.map(({ name }) => name))('%s', (operation) => {
    const { world, input, output } = accepted(operation);
    const before = new Snapshot(world);
    setTime(world, world.now + 1);
    const again = execute(world, { operation, input });
    if (!again.ok) throw again.error;
    before.expectSame(world);
    expect(idsIn(again.output)).toEqual(idsIn(output));
  });
});

describe('other parameters with the same ClientToken are refused', () => {
  test.each(withToken.map(({ name }) => name))('%s', (operation) => {
    const { world, input } = accepted(operation);
    const before = new Snapshot(world);
    const codes = new Set<string>();
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const other = { ...inputs[operation]?.(choicesFor(`other ${operation}`, attempt), world), ClientToken: 'once' };
      const outcome = execute(world, { operation, input: other });
      before.expectSame(world);
      codes.add(outcome.ok ? 'accepted' : outcome.error.code);
      if (outcome.ok) expect(other).toEqual(input);
    }
    expect(codes).toContain('IdempotentParameterMismatch');
  });
});

describe('a token whose resource is gone mismatches', () => {
  test.each<[create: string, remove: string, id: string]>([
    ['CreateEgressOnlyInternetGateway', 'DeleteEgressOnlyInternetGateway', 'EgressOnlyInternetGatewayId'],
    ['CreateNetworkAcl', 'DeleteNetworkAcl', 'NetworkAclId'],
    ['CreateNetworkInsightsPath', 'DeleteNetworkInsightsPath', 'NetworkInsightsPathId'],
    ['CreateNetworkInterface', 'DeleteNetworkInterface', 'NetworkInterfaceId'],
    ['CreateRouteTable', 'DeleteRouteTable', 'RouteTableId'],
    ['CreateTrafficMirrorFilter', 'DeleteTrafficMirrorFilter', 'TrafficMirrorFilterId'],
    ['CreateTrafficMirrorFilterRule', 'DeleteTrafficMirrorFilterRule', 'TrafficMirrorFilterRuleId'],
    ['CreateTrafficMirrorSession', 'DeleteTrafficMirrorSession', 'TrafficMirrorSessionId'],
    ['CreateTrafficMirrorTarget', 'DeleteTrafficMirrorTarget', 'TrafficMirrorTargetId'],
    ['CreateVpcEndpoint', 'DeleteVpcEndpoints', 'VpcEndpointId'],
    ['CreateManagedPrefixList', 'DeleteManagedPrefixList', 'PrefixListId'],
    ['StartNetworkInsightsAnalysis', 'DeleteNetworkInsightsAnalysis', 'NetworkInsightsAnalysisId'],
  ])('%s', (create, remove, id) => {
    const { world, input, output } = accepted(create);
    const made = new RegExp(`"${id}":"([^"]+)"`).exec(JSON.stringify(output))?.[1];
    setTime(world, world.now + 60_000);
    const gone = execute(world, {
      operation: remove,
      input: remove === 'DeleteVpcEndpoints' ? { VpcEndpointIds: [made] } : { [id]: made },
    });
    if (!gone.ok) throw gone.error;
    setTime(world, world.now + 600_000);
    const again = execute(world, { operation: create, input });
    expect(again.ok ? 'accepted' : again.error.code).toBe('IdempotentParameterMismatch');
  });
});
