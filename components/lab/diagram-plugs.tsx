import { cablePath } from '@/lib/diagram/cable-path';
import { fitted, textWidth } from '@/lib/diagram/fit';
import type { Cable } from '@/lib/diagram/layout';
import { isLoose } from '@/lib/diagram/place-subnet';
import { plugWords, shortId, titleOf } from '@/lib/diagram/words';
import { Frame, monoWidth, type Shape } from './diagram-box';

const plugs = {
  soldered: { box: 'fill-ink stroke-ink', hole: 'fill-panel stroke-panel' },
  plugged: { box: 'fill-sunk stroke-ink', hole: 'fill-ink stroke-ink' },
  changed: { box: 'fill-cable stroke-cable', hole: 'fill-panel stroke-panel' },
  free: { box: 'fill-panel stroke-line-strong', hole: 'fill-none stroke-line-strong' },
};

export function InstanceShape({ box, changed }: Shape<'instance'>) {
  const { node, portSize } = box;
  const plugOf = (port: number): keyof typeof plugs => {
    const id = node.plugged[port];
    if (!id) return 'free';
    return port === 0 ? 'soldered' : changed.has(id) ? 'changed' : 'plugged';
  };
  const facts = `${node.type} · ${node.state}`;
  const withId = `${shortId(node.id)} ${facts}`;
  return (
    <>
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
          <text
            x={port.x + portSize / 2}
            y={port.y - 3}
            fontSize={portSize < 20 ? 9 : 10}
            textAnchor="middle"
            className="fill-dim"
          >
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
          <circle
            cx={port.x + portSize / 2}
            cy={port.y + portSize / 2}
            r={portSize < 20 ? 2.5 : portSize < 30 ? 4 : 5.5}
            className={plugs[plugOf(index)].hole}
          />
        </g>
      ))}
    </>
  );
}

export function InterfaceShape({ box, changed }: Shape<'interface'>) {
  const { node } = box;
  const mark = changed.has(node.id);
  const more = node.secondaryAddresses.length;
  const extra = [more > 0 ? `+${more}` : '', node.publicAddresses[0] ?? ''].filter(Boolean).join(' · ');
  const lineLength = Math.floor((box.width - 20) / monoWidth('0', 11));
  const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
  const address = cut(node.address, extra ? lineLength - 4 : lineLength);
  const id = shortId(node.id);
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
    <>
      <title>{title.filter(Boolean).join(', ')}</title>
      {isLoose(node) && (
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
        <tspan fontWeight="600">{id}</tspan>
        <tspan className="fill-dim"> {fitted(plugWords(node), box.width - 26 - textWidth(id, 12), 12)}</tspan>
      </text>
      <text x={box.x + 11} y={box.y + 34} fontSize="11" className="fill-ink font-mono">
        {address}
        {extra && <tspan className="fill-dim"> {cut(extra, lineLength - address.length - 1)}</tspan>}
      </text>
      <text x={box.x + 11} y={box.y + 49} fontSize="11" className="fill-dim font-mono">
        {node.mac}
      </text>
      {node.groups.length > 0 && (
        // What may pass is decided at a gate in its wall.
        <g>
          <title>{`Security groups: ${node.groups.join(', ')}`}</title>
          <rect
            x={box.x + box.width - 3}
            y={box.y + box.height / 2 - 9}
            width="6"
            height="18"
            rx="1"
            className={
              node.groupIds.some((group) => changed.has(group)) ? 'fill-cable stroke-cable' : 'fill-panel stroke-ink'
            }
          />
        </g>
      )}
    </>
  );
}

/** It lies over the boxes. `leaving`: it is being pulled. */
export function CableShape({ cable, changed, leaving }: { cable: Cable; changed: boolean; leaving: boolean }) {
  return (
    <path
      data-cable={cable.interfaceId}
      d={cablePath(cable)}
      className={`pointer-events-none fill-none ${changed ? 'stroke-cable' : 'stroke-ink'}`}
      strokeWidth="2.5"
      strokeLinecap="round"
      {...(leaving && { strokeDasharray: '1 6' })}
    />
  );
}
