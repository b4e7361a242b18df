import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { fitted, textWidth } from '@/lib/diagram/fit';
import { type Box, type Cable, type Layout, layout, portSize } from '@/lib/diagram/layout';
import type { InstanceNode, InterfaceNode, Topology } from '@/lib/diagram/topology';

/** An id as it is shown where there is little room: enough to tell two apart, the whole of it at hand in the title. */
const short = (id: string): string => id.replace(/^([a-z]+-[0-9a-f]{4})[0-9a-f]+$/, '$1…');
/** Name and id, or the id alone where there is no other name. */
const titleOf = ({ id, name }: { readonly id: string; readonly name: string }): string =>
  name === id ? id : `${name} (${id})`;
/** Width of a text in the type of addresses, px. */
const monoWidth = (text: string, size: number): number => text.length * size * 0.6;

/**
 * The account as a patch bay: instances are panels with numbered ports, interfaces are plugs. Port 0's plug is soldered
 * in. `changed` holds the ids of what the last step touched. Its twin is `AccountTable`. `children` are drawn over it, in
 * the same px, with `room` for them.
 */
export function Diagram({
  account,
  changed,
  width,
  picture = layout(account, width),
  room,
  children,
}: {
  account: Topology;
  changed: ReadonlySet<string>;
  width: number;
  /** The layout for that width, where it is known already. */
  picture?: Layout;
  /** Height above the picture and the whole width, px. */
  room?: { readonly above: number; readonly width: number };
  children?: ReactNode;
}) {
  if (account.vpcs.length === 0 && !children) {
    return (
      <div style={{ width }}>
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
      width={wide + 2}
      height={picture.height + above + 2}
      viewBox={`-1 ${-1 - above} ${wide + 2} ${picture.height + above + 2}`}
      role="img"
      aria-label={summary(account)}
      className="font-sans"
    >
      {picture.boxes.map((box) => (
        <BoxShape key={box.kind === 'zone' ? box.id : box.node.id} box={box} changed={changed} />
      ))}
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
  const loose = interfaces.filter((node) => !node.device).length;
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  return `${count(account.vpcs.length, 'VPC')}, ${count(subnets.length, 'subnet')}, ${count(instances.length, 'instance')}, ${count(interfaces.length, 'interface')}, ${loose} of them loose. The table says the same in words.`;
}

function BoxShape({ box, changed }: { box: Box; changed: ReadonlySet<string> }) {
  switch (box.kind) {
    case 'vpc': {
      const { gateway } = box.node;
      const empty = box.folded ? ` · ${box.node.zones.length} empty subnets` : '';
      const beside = monoWidth(` ${box.node.cidr}`, 13) + textWidth(empty, 13) + (gateway && !box.folded ? 164 : 14);
      return (
        <g>
          <title>{titleOf(box.node)}</title>
          <Frame box={box} className="fill-none stroke-line-strong" mark={changed.has(box.node.id)} />
          <text x={box.x + 14} y={box.y + 23} fontSize="13" className="fill-ink">
            {fitted(box.node.name, box.width - 14 - beside, 13)}
            <tspan className="fill-dim font-mono"> {box.node.cidr}</tspan>
            {empty && <tspan className="fill-dim">{empty}</tspan>}
          </text>
          {gateway && !box.folded && (
            <g>
              <title>{titleOf(gateway)}</title>
              <rect
                x={box.x + box.width - 150}
                y={box.y - 1}
                width="134"
                height="26"
                rx="3"
                className={`fill-panel ${changed.has(gateway.id) ? 'stroke-cable' : 'stroke-line-strong'}`}
              />
              <text x={box.x + box.width - 83} y={box.y + 16} fontSize="12" textAnchor="middle" className="fill-dim">
                internet gateway
              </text>
            </g>
          )}
        </g>
      );
    }
    case 'zone':
      return (
        <g>
          <Frame box={box} className="fill-none stroke-line" dashed />
          <text x={box.x + 14} y={box.y + 22} fontSize="12" className="fill-dim">
            {box.name}
          </text>
        </g>
      );
    case 'subnet': {
      const name = short(box.node.name);
      const room = box.width - 28;
      const all = `${box.node.cidr} · ${box.node.freeAddresses} free`;
      // Where there is little room, the name is worth more than the count, which the table has.
      const facts = textWidth(name, 13) + monoWidth(` ${all}`, 12) > room ? box.node.cidr : all;
      return (
        <g>
          <title>{titleOf(box.node)}</title>
          <Frame box={box} className="fill-panel stroke-line" mark={changed.has(box.node.id)} />
          <text x={box.x + 14} y={box.y + 22} fontSize="13" className="fill-ink">
            {fitted(name, room - monoWidth(` ${facts}`, 12), 13)}
            <tspan className="fill-dim font-mono" fontSize="12">
              {' '}
              {facts}
            </tspan>
          </text>
        </g>
      );
    }
    case 'instance':
      return <InstanceShape box={box} node={box.node} changed={changed} />;
    case 'interface':
      return <InterfaceShape box={box} node={box.node} mark={changed.has(box.node.id)} />;
  }
}

function Frame({
  box,
  className,
  dashed = false,
  mark = false,
}: {
  box: Box;
  className: string;
  dashed?: boolean;
  mark?: boolean;
}) {
  return (
    <rect
      x={box.x}
      y={box.y}
      width={box.width}
      height={box.height}
      rx="4"
      className={mark ? className.replace(/stroke-\S+/, 'stroke-cable') : className}
      {...(dashed && { strokeDasharray: '4 4' })}
    />
  );
}

const plugs = {
  soldered: { box: 'fill-ink stroke-ink', hole: 'fill-panel stroke-panel' },
  plugged: { box: 'fill-sunk stroke-ink', hole: 'fill-ink stroke-ink' },
  changed: { box: 'fill-cable stroke-cable', hole: 'fill-panel stroke-panel' },
  free: { box: 'fill-panel stroke-line-strong', hole: 'fill-none stroke-line-strong' },
};

function InstanceShape({
  box,
  node,
  changed,
}: {
  box: Box & { kind: 'instance' };
  node: InstanceNode;
  changed: ReadonlySet<string>;
}) {
  const plugOf = (port: number): keyof typeof plugs => {
    const id = node.plugged[port];
    if (!id) return 'free';
    return port === 0 ? 'soldered' : changed.has(id) ? 'changed' : 'plugged';
  };
  const facts = `${node.type} · ${node.state}`;
  const withId = `${short(node.id)} ${facts}`;
  return (
    <g>
      <title>{`${titleOf(node)}, ${node.type}, ${node.state}`}</title>
      <Frame box={box} className="fill-paper stroke-ink" mark={changed.has(node.id)} />
      <text x={box.x + 14} y={box.y + 22} fontSize="14" fontWeight="600" className="fill-ink">
        {fitted(node.name, box.width - 28, 14)}
      </text>
      <text x={box.x + 14} y={box.y + 39} fontSize="12" className="fill-dim font-mono">
        {/* What it is and does comes before the id, which the title has. */}
        {monoWidth(withId, 12) <= box.width - 28 ? withId : facts}
      </text>
      <text x={box.x + 14} y={box.y + 76} fontSize="11" className="fill-dim">
        ports
      </text>
      {box.portsAt.map((port, index) => (
        // Ports are numbered: their place is their identity.
        <g key={`${port.x},${port.y}`}>
          <text x={port.x + portSize / 2} y={port.y - 3} fontSize="10" textAnchor="middle" className="fill-dim">
            {index}
          </text>
          <rect
            x={port.x + 0.5}
            y={port.y + 0.5}
            width={portSize - 1}
            height={portSize - 1}
            rx="2"
            className={plugs[plugOf(index)].box}
          />
          <circle cx={port.x + portSize / 2} cy={port.y + portSize / 2} r="5.5" className={plugs[plugOf(index)].hole} />
        </g>
      ))}
    </g>
  );
}

function InterfaceShape({ box, node, mark }: { box: Box; node: InterfaceNode; mark: boolean }) {
  const place = node.device && (node.device.index === 0 ? 'primary' : `port ${node.device.index}`);
  const words = place ? (node.status === 'in-use' ? place : `${place} ${node.status}`) : node.status;
  const more = node.secondaryAddresses.length;
  const extra = [more > 0 ? `+${more}` : '', node.publicAddresses[0] ?? ''].filter(Boolean).join(' · ');
  const lineLength = Math.floor((box.width - 11) / monoWidth('0', 11));
  const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
  const address = cut(node.address, extra ? lineLength - 4 : lineLength);
  const title = [
    node.id,
    node.name,
    node.status,
    node.address,
    ...node.secondaryAddresses,
    ...node.publicAddresses,
    node.mac,
  ];
  return (
    <g>
      <title>{title.filter(Boolean).join(', ')}</title>
      {!node.device && (
        <path
          d={`M${box.x + box.width / 2} ${box.y} c 0 -22 -26 -10 -30 -26`}
          className={`fill-none ${mark ? 'stroke-cable' : 'stroke-line-strong'}`}
          strokeWidth="2.5"
          strokeLinecap="round"
          strokeDasharray="1 6"
        />
      )}
      <Frame box={box} className="fill-panel stroke-ink" mark={mark} />
      <text x={box.x + 11} y={box.y + 17} fontSize="12" className={mark ? 'fill-cable' : 'fill-ink'}>
        <tspan fontWeight="600">{short(node.id)}</tspan>
        <tspan className="fill-dim"> {words}</tspan>
      </text>
      <text x={box.x + 11} y={box.y + 34} fontSize="11" className="fill-ink font-mono">
        {address}
        {extra && <tspan className="fill-dim"> {cut(extra, lineLength - address.length - 1)}</tspan>}
      </text>
      <text x={box.x + 11} y={box.y + 49} fontSize="11" className="fill-dim font-mono">
        {node.mac}
      </text>
    </g>
  );
}

function CableShape({ cable, changed, leaving }: { cable: Cable; changed: boolean; leaving: boolean }) {
  const { from, to } = cable;
  const bend = Math.max(18, Math.abs(to.y - from.y) / 2);
  return (
    <path
      d={`M${from.x} ${from.y} C${from.x} ${from.y + bend} ${to.x} ${to.y - bend} ${to.x} ${to.y}`}
      className={`fill-none ${changed ? 'stroke-cable' : 'stroke-ink'}`}
      strokeWidth="2.5"
      strokeLinecap="round"
      {...(leaving && { strokeDasharray: '1 6' })}
    />
  );
}
