import type { ReactNode, SVGProps } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { type Box, boxId, type Layout, layout } from '@/lib/diagram/layout';
import type { Topology } from '@/lib/diagram/topology';
import { CableShape } from './diagram-plugs';
import { BoxShape } from './diagram-shapes';

/**
 * The account as a patch bay: instances are panels with numbered ports, interfaces are plugs. Port 0's plug is soldered
 * in. `changed` holds the ids of what the last step touched, and what that concerns: see `touchedBy`. Its twin is
 * `AccountTable`. `children` are drawn over it, in the same px, with `room` for them. Draws the same on a server and in a
 * browser; one that can be walked and zoomed is `DiagramView`.
 */
export function Diagram({
  account,
  changed,
  width,
  picture = layout(account, width),
  room,
  scale = 1,
  fluid = false,
  nodeProps,
  children,
}: {
  account: Topology;
  changed: ReadonlySet<string>;
  width: number;
  /** The layout for that width, where it is known already. */
  picture?: Layout;
  /** Height above the picture and the whole width, px. */
  room?: { readonly above: number; readonly width: number };
  /** How large it is shown: 1 is a px for a px. */
  scale?: number;
  /** Never wider than its place, whatever its width is. */
  fluid?: boolean;
  /** Of the node that stands for each box. The whole is then a tree of them, `[data-node]` each, instead of one image. */
  nodeProps?: (box: Box) => SVGProps<SVGRectElement>;
  children?: ReactNode;
}) {
  if (account.vpcs.length === 0 && !children) {
    return (
      <div style={{ width }} className="max-w-full">
        <EmptyState title="There is no VPC in this account">
          The picture shows VPCs with what lies in them. <code>aws ec2 create-default-vpc</code> or{' '}
          <code>aws ec2 create-vpc --cidr-block 10.0.0.0/16</code> makes one.
        </EmptyState>
      </div>
    );
  }
  const above = room?.above ?? 0;
  const wide = Math.max(picture.width, room?.width ?? 0);
  const leaving = new Set(
    picture.boxes.flatMap((box) => (box.kind === 'interface' && box.node.status === 'detaching' ? [box.node.id] : [])),
  );
  return (
    <svg
      width={(wide + 2) * scale}
      height={(picture.height + above + 2) * scale}
      viewBox={`-1 ${-1 - above} ${wide + 2} ${picture.height + above + 2}`}
      {...(nodeProps ? { role: 'tree', 'aria-orientation': 'horizontal' as const } : { role: 'img' })}
      aria-label={summary(account)}
      className={`block font-sans ${fluid ? 'h-auto max-w-full' : ''}`}
    >
      {picture.boxes.map((box) =>
        nodeProps ? (
          <g key={boxId(box)} data-node={boxId(box)} className="cursor-pointer">
            <rect
              x={box.x}
              y={box.y}
              width={box.width}
              height={box.height}
              className="fill-none outline-none"
              {...nodeProps(box)}
            />
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it has the focus; the node beside it says it all */}
            <g aria-hidden="true">
              <BoxShape box={box} changed={changed} />
            </g>
          </g>
        ) : (
          <BoxShape key={boxId(box)} box={box} changed={changed} />
        ),
      )}
      {picture.cables.map((cable) => (
        <CableShape
          key={cable.interfaceId}
          cable={cable}
          changed={changed.has(cable.interfaceId)}
          leaving={leaving.has(cable.interfaceId)}
        />
      ))}
      {children}
    </svg>
  );
}

function summary(account: Topology): string {
  const subnets = account.vpcs.flatMap((vpc) => vpc.zones.flatMap((zone) => zone.subnets));
  const interfaces = subnets.flatMap((subnet) => subnet.interfaces);
  const instances = subnets.flatMap((subnet) => subnet.instances);
  const loose = interfaces.filter((node) => !node.device && !node.service).length;
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  return `${count(account.vpcs.length, 'VPC')}, ${count(subnets.length, 'subnet')}, ${count(instances.length, 'instance')}, ${count(interfaces.length, 'interface')}, ${loose} of them loose. The table says the same in words.`;
}
