import { type Box, boxId, type Layout } from './layout';

/** A picture as a tree to be walked: VPC ⊃ zone ⊃ subnet ⊃ instance ⊃ its interfaces; interfaces that stand alone are in their subnet. */
export interface PictureTree {
  readonly nodes: readonly TreeNode[];
  find(id: string): TreeNode | undefined;
}
export interface TreeNode {
  readonly id: string;
  readonly box: Box;
  /** From 1. */
  readonly level: number;
  /** Its place among those of the same parent, from 1, and how many they are. */
  readonly place: number;
  readonly of: number;
  readonly parent: string | undefined;
}

export type Direction = 'next' | 'previous' | 'in' | 'out' | 'first' | 'last';

/** Read a picture as a tree. Pure; cost: the picture. */
export function treeOf({ boxes }: Pick<Layout, 'boxes'>): PictureTree {
  const path: { id: string; level: number }[] = [];
  const children = new Map<string | undefined, number>();
  const drawn: (Omit<TreeNode, 'of'> & { of?: number })[] = [];
  for (const box of boxes) {
    const id = boxId(box);
    const holder = box.kind === 'interface' ? box.node.device?.instanceId : undefined;
    while (path.length > 0 && !isIn(box, holder, path.at(-1))) path.pop();
    const parent = path.at(-1);
    const level = (parent?.level ?? 0) + 1;
    const place = (children.get(parent?.id) ?? 0) + 1;
    children.set(parent?.id, place);
    drawn.push({ id, box, level, place, parent: parent?.id });
    path.push({ id, level });
  }
  const nodes = drawn.map((node) => ({ ...node, of: children.get(node.parent) ?? 1 }));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return { nodes, find: (id) => byId.get(id) };
}

const levels = { vpc: 1, zone: 2, subnet: 3, instance: 4, interface: 5 } as const;

function isIn(box: Box, holder: string | undefined, outer: { id: string; level: number } | undefined): boolean {
  if (!outer) return true;
  // Under an instance only what is plugged into it, so that the rest is in the subnet.
  if (box.kind === 'interface') return outer.level < 4 || outer.id === holder;
  return outer.level < levels[box.kind];
}

/** Where a step in a direction leads: to the one beside it, or in the next branch; undefined where there is none. */
export function stepFrom({ nodes }: PictureTree, from: TreeNode, to: Direction): TreeNode | undefined {
  const at = nodes.indexOf(from);
  const level = nodes.filter((node) => node.level === from.level);
  const here = level.indexOf(from);
  const siblings = level.filter((node) => node.parent === from.parent);
  switch (to) {
    case 'next':
      return level[here + 1];
    case 'previous':
      return level[here - 1];
    case 'in':
      return nodes[at + 1]?.parent === from.id ? nodes[at + 1] : undefined;
    case 'out':
      return nodes.find((node) => node.id === from.parent);
    case 'first':
      return siblings[0];
    case 'last':
      return siblings.at(-1);
  }
}
