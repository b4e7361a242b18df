import { memo } from 'react';
import { fitted, textWidth } from '@/lib/diagram/fit';
import type { Box } from '@/lib/diagram/layout';
import { shortId, titleOf } from '@/lib/diagram/words';
import { Frame, monoWidth, type Shape } from './diagram-box';
import { InstanceShape, InterfaceShape } from './diagram-plugs';

/** What is drawn for a box. Its marks: itself, or what decides for it and is shown on it. */
export const BoxShape = memo(function BoxShape({ box, changed }: { box: Box; changed: ReadonlySet<string> }) {
  switch (box.kind) {
    case 'vpc':
      return <VpcShape box={box} changed={changed} />;
    case 'zone':
      return (
        <>
          <Frame box={box} className="fill-none stroke-line" dashed />
          <text x={box.x + 14} y={box.y + 22} fontSize="12" className="fill-dim">
            {box.name}
          </text>
        </>
      );
    case 'subnet':
      return <SubnetShape box={box} changed={changed} />;
    case 'instance':
      return <InstanceShape box={box} changed={changed} />;
    case 'interface':
      return <InterfaceShape box={box} changed={changed} />;
  }
});

function VpcShape({ box, changed }: Shape<'vpc'>) {
  const { gateway, zones } = box.node;
  const subnets = zones.flatMap((zone) => zone.subnets);
  const count = box.folded ? ` · ${subnets.length} empty ${subnets.length === 1 ? 'subnet' : 'subnets'}` : '';
  const beside = monoWidth(` ${box.node.cidr}`, 13) + (gateway && !box.folded ? 164 : 14);
  const isNarrow = textWidth(box.node.name + count, 13) > box.width - 14 - beside;
  const empty = isNarrow && box.folded ? ' · empty' : count;
  const mark = [box.node, ...(box.folded ? [...subnets, ...(gateway ? [gateway] : [])] : [])].some(({ id }) =>
    changed.has(id),
  );
  return (
    <>
      <title>{titleOf(box.node)}</title>
      <Frame box={box} className="fill-none stroke-line-strong" mark={mark} />
      <text x={box.x + 14} y={box.y + 23} fontSize="13" className="fill-ink">
        {fitted(box.node.name, box.width - 14 - beside - textWidth(empty, 13), 13)}
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
    </>
  );
}

/** The most that the name of a route table takes, px. */
const mostSign = 150;

/** Its route table is a signpost at the end of its first line, where there is room for one. */
function SubnetShape({ box, changed }: Shape<'subnet'>) {
  const { node } = box;
  const name = shortId(node.name);
  const room = box.width - 28;
  const all = `${node.cidr} · ${node.freeAddresses} free`;
  // Where there is little room, the name is worth more than the count, which the table has.
  const facts = textWidth(name, 13) + monoWidth(` ${all}`, 12) > room ? node.cidr : all;
  const used = textWidth(name, 13) + monoWidth(` ${facts}`, 12);
  const sign = fitted(shortId(node.routeTable.name), mostSign, 12);
  const signWidth = textWidth(sign, 12) + 34;
  const post = box.x + box.width - 14 - textWidth(sign, 12) - 20;
  const isMarked = changed.has(node.routeTable.id);
  return (
    <>
      <title>{titleOf(node)}</title>
      <Frame box={box} className="fill-panel stroke-line" mark={changed.has(node.id)} />
      <text x={box.x + 14} y={box.y + 22} fontSize="13" className="fill-ink">
        {fitted(name, room - monoWidth(` ${facts}`, 12), 13)}
        <tspan className="fill-dim font-mono" fontSize="12">
          {' '}
          {facts}
        </tspan>
      </text>
      {used + signWidth < room && (
        <g>
          <title>{`Route table ${titleOf(node.routeTable)}`}</title>
          <path
            d={`M${post} ${box.y + 25}v-15h10l4 4l-4 4h-10`}
            className={isMarked ? 'fill-none stroke-cable' : 'fill-none stroke-line-strong'}
            strokeWidth="1.5"
            strokeLinejoin="round"
          />
          <text x={post + 20} y={box.y + 22} fontSize="12" className={isMarked ? 'fill-cable' : 'fill-dim'}>
            {sign}
          </text>
        </g>
      )}
    </>
  );
}
