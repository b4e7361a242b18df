import type { Box } from './layout';
import { plugWords, shortId, titleOf } from './words';

/** What there is to know of something in the picture. */
export interface Facts {
  readonly kind: string;
  readonly name: string;
  /** Absent of a zone, which has no row in a table. */
  readonly id?: string;
  readonly rows: readonly (readonly [label: string, value: string])[];
}

export function factsOf(box: Box): Facts {
  switch (box.kind) {
    case 'vpc': {
      const { id, name, cidr, gateway, zones } = box.node;
      const subnets = zones.reduce((sum, zone) => sum + zone.subnets.length, 0);
      return {
        kind: 'VPC',
        id,
        name,
        rows: [
          ['Block', cidr],
          ['Internet gateway', gateway ? titleOf(gateway) : 'none'],
          ['Subnets', `${subnets} in ${zones.length} ${zones.length === 1 ? 'zone' : 'zones'}`],
        ],
      };
    }
    case 'zone':
      return { kind: 'Zone', name: box.name, rows: [] };
    case 'subnet': {
      const { id, name, cidr, cidr6, freeAddresses, routeTable, networkAcl } = box.node;
      return {
        kind: 'Subnet',
        id,
        name,
        rows: [
          ['Block', [cidr, cidr6].filter(Boolean).join(', ')],
          ['Free addresses', String(freeAddresses)],
          ['Route table', titleOf(routeTable)],
          ['Network ACL', titleOf(networkAcl)],
        ],
      };
    }
    case 'instance': {
      const { id, name, type, state, ports, plugged } = box.node;
      return {
        kind: 'Instance',
        id,
        name,
        rows: [
          ['State', state],
          ['Type', type],
          ['Ports', `${Object.keys(plugged).length} of ${ports} in use`],
        ],
      };
    }
    case 'interface': {
      const { node } = box;
      return {
        kind: 'Interface',
        id: node.id,
        name: node.name || node.id,
        rows: [
          ['Status', node.status],
          [
            'Plugged into',
            node.device
              ? `${node.device.instanceId}, ${plugWords(node)}`
              : (node.service?.replaceAll('_', ' ') ?? 'nothing'),
          ],
          ['Addresses', [node.address, ...node.secondaryAddresses].filter(Boolean).join(', ') || 'none'],
          ['Public', node.publicAddresses.join(', ') || 'none'],
          ['Security groups', node.groups.join(', ') || 'none'],
          ['MAC', node.mac],
        ],
      };
    }
  }
}

/** What a box is called by who hears the picture: what is written on it, in a sentence. */
export function spoken(box: Box, changed: ReadonlySet<string>): string {
  const parts = words(box).filter(Boolean);
  const isMarked = box.kind !== 'zone' && changed.has(box.node.id);
  return [...parts, ...(isMarked ? ['changed'] : [])].join(', ');
}

function words(box: Box): string[] {
  switch (box.kind) {
    case 'vpc':
      return [`VPC ${shortId(box.node.name)}`, box.node.cidr, box.node.gateway ? 'with an internet gateway' : ''];
    case 'zone':
      return [`zone ${box.name}`];
    case 'subnet':
      return [`subnet ${shortId(box.node.name)}`, box.node.cidr, `${box.node.freeAddresses} free`];
    case 'instance': {
      const { name, type, state, ports, plugged } = box.node;
      const used = Object.keys(plugged).length;
      return [`instance ${shortId(name)}`, type, state, `${used} of ${ports} ports in use`];
    }
    case 'interface': {
      const { node } = box;
      const name = node.name ? `${node.name}, ${shortId(node.id)}` : shortId(node.id);
      return [`interface ${name}`, plugWords(node), node.address, ...node.publicAddresses];
    }
  }
}
