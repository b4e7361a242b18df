import type { FlowSource, FlowTarget } from '@/lib/engine/reachability/flow';
import type { PairFlow } from '@/lib/engine/reachability/matrix';
import type { Surroundings } from '@/lib/engine/surroundings';
import { fromJson, toJson, type World, type WorldJson } from '@/lib/engine/world';
import { deepFreeze } from '@/test/build/invariants';
import { furnishedAccount } from '@/test/build/random-calls';
import { ScenarioAccount, scenarios } from './scenario';

/** For the worlds of random calls, whose Name tags are `a` and `b`. */
const surroundings: Surroundings = {
  hosts: [
    { name: 'a', listens: ['tcp/22', 'tcp/80'], forwards: 'router', sourceRouting: false },
    { name: 'b', forwards: 'nat', proxies: [{ listens: 'tcp/80', to: '10.0.1.50', port: 22 }] },
  ],
  sites: [
    {
      name: 'office',
      cidrs: ['192.168.0.0/24'],
      vpnDevice: '203.0.113.9',
      hosts: [{ name: 'desk', address: '192.168.0.10' }],
    },
  ],
  clientVpns: [{ name: 'staff', subnet: 'a', clientCidr: '10.250.0.0/16' }],
};

/** The accounts that random calls are made on: those of the scenarios, as they end, and those of other properties. */
export async function baseWorlds(): Promise<readonly WorldJson[]> {
  const bases = [true, false].map((hasDefaultVpc) => ({ ...toJson(furnishedAccount(hasDefaultVpc)), surroundings }));
  for (const scenario of scenarios) {
    const account = new ScenarioAccount(scenario);
    await account.run(scenario.account);
    bases.push({ surroundings, ...toJson(account.world) });
    for (const { after } of scenario.flows) if (after !== undefined) await account.run(after);
    bases.push({ surroundings, ...toJson(account.world) });
  }
  return bases.map((json) => deepFreeze(json));
}

export const openWorld = (json: WorldJson | undefined): World => {
  if (!json) throw new Error('there is no such world');
  return fromJson(json);
};

export const flows: readonly PairFlow[] = [
  { protocol: 'tcp', port: 22 },
  { protocol: 'tcp', port: 80 },
  { protocol: 'udp', port: 53 },
  { protocol: 'icmp' },
];

/** Where flows may begin in a world, the latest of many. */
export const sourcesIn = (world: World, most = 8): FlowSource[] => [
  { kind: 'internet' },
  { kind: 'internet', address: '2001:db8::7' },
  ...world.instances
    .list()
    .slice(-most)
    .map(({ InstanceId: id }) => ({ kind: 'instance', id }) as const),
  ...world.networkInterfaces
    .list()
    .slice(-most)
    .map(({ NetworkInterfaceId: id }) => ({ kind: 'interface', id }) as const),
  ...(world.surroundings?.sites ?? []).map(({ name }) => ({ kind: 'site', name }) as const),
  ...(world.surroundings?.clientVpns ?? []).map(({ name }) => ({ kind: 'vpnClient', name }) as const),
];

export const targetsIn = (world: World, most = 8): FlowTarget[] => [
  ...sourcesIn(world, most),
  { kind: 'address', address: '10.0.1.50' },
  { kind: 'address', address: '192.168.0.10' },
  { kind: 'name', name: `s3.${world.region}.amazonaws.com` },
];
