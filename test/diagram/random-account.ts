import fc from 'fast-check';
import type { InstanceNode, InterfaceNode, Topology } from '@/lib/diagram/topology';

/** An account in few words, as tests make and change it. Interfaces name their instance by its id. */
export interface Plan {
  readonly vpcs: readonly { readonly id: string; readonly isDefault: boolean; readonly hasGateway: boolean }[];
  readonly subnets: readonly {
    readonly id: string;
    readonly vpc: string;
    readonly zone: string;
    readonly name: string;
  }[];
  readonly instances: readonly {
    readonly id: string;
    readonly subnet: string;
    readonly ports: number;
    readonly name: string;
  }[];
  readonly interfaces: readonly {
    readonly id: string;
    readonly subnet: string;
    readonly port?: { readonly instance: string; readonly number: number };
    readonly service?: string;
  }[];
}

const names = ['web-1', '', 'W'.repeat(400), 'a name of several words that goes on for quite a while', '数据库主节点'];
const types = [2, 3, 3, 4, 8, 15, 15, 60];

/** Accounts of up to three VPCs and forty interfaces; plugged in their own subnet, another one, another VPC, or not at all. */
export const accounts: fc.Arbitrary<Plan> = fc.noShrink(
  fc
    .record({
      vpcs: fc.array(fc.record({ isDefault: fc.boolean(), hasGateway: fc.boolean() }), { minLength: 1, maxLength: 3 }),
      subnets: fc.array(fc.record({ vpc: fc.nat(), zone: fc.nat({ max: 2 }), name: fc.constantFrom(...names) }), {
        maxLength: 7,
      }),
      instances: fc.array(
        fc.record({ subnet: fc.nat(), ports: fc.constantFrom(...types), name: fc.constantFrom(...names) }),
        { maxLength: 12 },
      ),
      interfaces: fc.array(fc.record({ subnet: fc.nat(), instance: fc.nat(), how: fc.nat({ max: 9 }) }), {
        maxLength: 45,
        size: 'max',
      }),
    })
    .map((drawn) => {
      const pick = <T extends { id: string }>(all: readonly T[], at: number) => all[at % all.length];
      const vpcs = drawn.vpcs.map((vpc, index) => ({
        ...vpc,
        id: `vpc-${index}`,
        isDefault: vpc.isDefault && index === 0,
      }));
      const subnets = drawn.subnets.map(({ vpc, zone, name }, index) => ({
        id: `subnet-${index}`,
        vpc: pick(vpcs, vpc)?.id ?? '',
        zone: `us-east-1${'abc'[zone]}`,
        name,
      }));
      if (subnets.length === 0) return { vpcs, subnets, instances: [], interfaces: [] };
      const instances = drawn.instances.map(({ subnet, ports, name }, index) => ({
        id: `i-${index}`,
        subnet: pick(subnets, subnet)?.id ?? '',
        ports,
        name,
      }));
      const taken = new Map<string, number>();
      const interfaces = drawn.interfaces.map(({ subnet, instance, how }, index) => {
        const id = `eni-${index}`;
        const place = pick(subnets, subnet)?.id ?? '';
        const panel = pick(instances, instance);
        const number = panel ? (taken.get(panel.id) ?? 0) : 0;
        if (how < 2 || !panel || number >= panel.ports)
          return { id, subnet: place, ...(how === 0 && { service: 'nat_gateway' }) };
        taken.set(panel.id, number + 1);
        // Ports of every second one are left free for a while.
        const port = { instance: panel.id, number };
        return { id, subnet: how < 7 ? panel.subnet : place, port };
      });
      return { vpcs, subnets, instances, interfaces };
    }),
);

/** As `topology` would read it. */
export function asTopology(plan: Plan): Topology {
  const panels = new Set(plan.instances.map(({ id }) => id));
  const instanceNode = ({ id, name, ports }: Plan['instances'][number]): InstanceNode => ({
    id,
    name: name || id,
    type: 't3.small',
    state: 'running',
    ports,
    plugged: Object.fromEntries(
      plan.interfaces.flatMap((eni) => (eni.port?.instance === id ? [[eni.port.number, eni.id]] : [])),
    ),
  });
  const interfaceNode = ({ id, port, service }: Plan['interfaces'][number]): InterfaceNode => ({
    id,
    name: '',
    status: port ? 'in-use' : 'available',
    address: '10.0.0.1',
    secondaryAddresses: [],
    publicAddresses: [],
    mac: '02:00:00:00:00:01',
    groups: [],
    groupIds: [],
    ...(service && { service }),
    ...(port &&
      panels.has(port.instance) && {
        device: { instanceId: port.instance, index: port.number, card: 0, port: port.number },
      }),
  });
  return {
    looseAddresses: [],
    vpcs: plan.vpcs.map((vpc) => {
      const here = plan.subnets.filter((subnet) => subnet.vpc === vpc.id);
      return {
        id: vpc.id,
        name: vpc.id,
        cidr: '10.0.0.0/16',
        isDefault: vpc.isDefault,
        ...(vpc.hasGateway && { gateway: { id: `igw-${vpc.id}`, name: 'gateway' } }),
        zones: [...new Set(here.map(({ zone }) => zone))].sort().map((zone) => ({
          name: zone,
          subnets: here
            .filter((subnet) => subnet.zone === zone)
            .map(({ id, name }) => ({
              id,
              name: name || id,
              cidr: '10.0.1.0/24',
              freeAddresses: 250,
              routeTable: { id: 'rtb-1', name: 'rtb-1' },
              networkAcl: { id: 'acl-1', name: 'acl-1' },
              instances: plan.instances.filter(({ subnet }) => subnet === id).map(instanceNode),
              interfaces: plan.interfaces.filter(({ subnet }) => subnet === id).map(interfaceNode),
            })),
        })),
      };
    }),
  };
}
