import type { Component, Hop } from '@/lib/engine/reachability/hop';
import type { World } from '@/lib/engine/world';
import type { Box, Layout, Rect } from './layout';

/** An interface in a picture, and what it lies in. */
export interface Plug {
  readonly interfaceId: string;
  readonly plug: Rect;
  readonly subnet: SubnetBox;
  /** Right side of what stands in its column, px: the interface, or the instance above it. */
  readonly columnRight: number;
}
export type SubnetBox = Box & { readonly kind: 'subnet' };
export type VpcBox = Box & { readonly kind: 'vpc' };

/** A picture that can be asked where something is. */
export interface Pictured {
  /** What is drawn for an id of a VPC, subnet, instance or interface. */
  box(id: string): Box | undefined;
  /** The interface that stands for a component: its own, or the one that it has in a subnet. */
  plug(component: Component): Plug | undefined;
  plugOf(interfaceId: string): Plug | undefined;
  plugWithAddress(address: string): Plug | undefined;
  subnets(): readonly SubnetBox[];
  vpcOf(subnetOrVpcId: string): VpcBox | undefined;
  vpcWithGateway(gatewayId: string): VpcBox | undefined;
  /** The interface nearest to a hop on its way that is drawn and fits; those of `side` first. */
  nearestPlug(
    hops: readonly Hop[],
    index: number,
    side: 'before' | 'after' | undefined,
    fits: (plug: Plug) => boolean,
  ): Plug | undefined;
}

/** Index a picture by what it draws. Cost: the picture. */
export function pictured(world: World, picture: Layout): Pictured {
  const boxes = new Map<string, Box>();
  const plugs = new Map<string, Plug>();
  const byAddress = new Map<string, Plug>();
  const vpcs = new Map<string, VpcBox>();
  let vpc: VpcBox | undefined;
  let subnet: SubnetBox | undefined;
  // A picture's boxes stand in order: what lies in a box comes after it and before the next of its kind.
  for (const box of picture.boxes) {
    if (box.kind === 'zone') continue;
    boxes.set(box.node.id, box);
    if (box.kind === 'vpc') vpc = box;
    if (box.kind === 'subnet') subnet = box;
    if (vpc && (box.kind === 'vpc' || box.kind === 'subnet')) vpcs.set(box.node.id, vpc);
    if (box.kind !== 'interface' || !subnet) continue;
    const above = box.node.device && boxes.get(box.node.device.instanceId);
    const isAbove = above && above.y < box.y && above.y > subnet.y && above.y + above.height < box.y + box.height;
    const columnRight = Math.max(box.x + box.width, isAbove ? above.x + above.width : 0);
    const plug = { interfaceId: box.node.id, plug: box, subnet, columnRight };
    plugs.set(box.node.id, plug);
    const { address, secondaryAddresses, publicAddresses } = box.node;
    for (const one of [address, ...secondaryAddresses, ...publicAddresses]) {
      if (!byAddress.has(one)) byAddress.set(one, plug);
    }
  }
  const interfaceOf = ({ kind, id }: Component): string | undefined => {
    if (kind === 'network-interface') return id;
    if (kind === 'nat-gateway') return world.natGateways.get(id)?.NetworkInterfaceId;
    if (kind === 'vpc-endpoint') return world.vpcEndpoints.get(id)?.subnets[0]?.NetworkInterfaceId;
    return undefined;
  };
  const plugOf = (id: string | undefined) => (id === undefined ? undefined : plugs.get(id));
  return {
    box: (id) => boxes.get(id),
    plug: (component) => plugOf(interfaceOf(component)),
    plugOf,
    plugWithAddress: (address) => byAddress.get(address),
    subnets: () => picture.boxes.filter((box): box is SubnetBox => box.kind === 'subnet'),
    vpcOf: (id) => vpcs.get(id),
    vpcWithGateway: (id) => [...vpcs.values()].find(({ node }) => node.gateway?.id === id),
    nearestPlug(hops, index, side, fits) {
      const steps = hops.map((_, distance) => distance + 1);
      const sides = side === 'after' ? [1] : side === 'before' ? [-1] : [];
      const tries = [
        ...sides.flatMap((sign) => steps.map((step) => sign * step)),
        ...steps.flatMap((step) => [-step, step]),
      ];
      for (const offset of tries) {
        const hop = hops[index + offset];
        const plug = hop && plugOf(interfaceOf(hop.component));
        if (plug && fits(plug)) return plug;
      }
      return undefined;
    },
  };
}
