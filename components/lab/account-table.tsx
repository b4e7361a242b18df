import { Cell, EmptyRow, HeadCell, namedCell, Table } from '@/components/ui/table';
import type { Topology } from '@/lib/diagram/topology';
import { rowPlace } from './row-id';

/** The diagram's twin: the same account, row by row. */
export function AccountTable({
  account,
  changed,
  linked = true,
  captionEnd = '',
}: {
  account: Topology;
  changed: ReadonlySet<string>;
  /** Whether something in the page leads to its rows: a page may have only one such table of an account. */
  linked?: boolean;
  /** What tells its captions from another such table's: “, before”. */
  captionEnd?: string;
}) {
  const subnets = account.vpcs.flatMap((vpc) =>
    vpc.zones.flatMap((zone) => zone.subnets.map((subnet) => ({ vpc, zone, subnet }))),
  );
  const instances = subnets.flatMap(({ subnet }) => subnet.instances.map((instance) => ({ subnet, instance })));
  const nameOf = new Map(instances.map(({ instance }) => [instance.id, instance.name]));
  const interfaces = subnets.flatMap(({ subnet }) => subnet.interfaces.map((node) => ({ subnet, node })));
  const mark = (id: string) => (changed.has(id) ? ' ← changed' : '');
  return (
    <div className="flex flex-col gap-8 p-4">
      <Table caption={`Interfaces${captionEnd}`}>
        <thead>
          <tr>
            <HeadCell>Interface</HeadCell>
            <HeadCell>Status</HeadCell>
            <HeadCell>Plugged into</HeadCell>
            <HeadCell>Private addresses</HeadCell>
            <HeadCell>Public</HeadCell>
            <HeadCell>MAC</HeadCell>
            <HeadCell>Groups</HeadCell>
            <HeadCell>Subnet</HeadCell>
          </tr>
        </thead>
        <tbody>
          {interfaces.length === 0 && <EmptyRow columns={8} />}
          {interfaces.map(({ subnet, node }) => (
            <tr key={node.id} {...(linked && rowPlace(node.id))}>
              <Cell mono>
                {node.id}
                <span className="text-cable">{mark(node.id)}</span>
              </Cell>
              <Cell>{node.status}</Cell>
              <Cell className={namedCell}>
                {node.device
                  ? `${nameOf.get(node.device.instanceId) ?? node.device.instanceId}, port ${node.device.index}`
                  : 'nothing'}
              </Cell>
              <Cell mono>{[node.address, ...node.secondaryAddresses].join(', ')}</Cell>
              <Cell mono>{node.publicAddresses.join(', ') || 'none'}</Cell>
              <Cell mono>{node.mac}</Cell>
              <Cell className={namedCell}>{node.groups.join(', ')}</Cell>
              <Cell className={namedCell}>{subnet.name}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <Table caption={`Instances${captionEnd}`}>
        <thead>
          <tr>
            <HeadCell>Instance</HeadCell>
            <HeadCell>Id</HeadCell>
            <HeadCell>Type</HeadCell>
            <HeadCell>State</HeadCell>
            <HeadCell numeric>Ports used</HeadCell>
            <HeadCell>Subnet</HeadCell>
          </tr>
        </thead>
        <tbody>
          {instances.length === 0 && <EmptyRow columns={6} />}
          {instances.map(({ subnet, instance }) => (
            <tr key={instance.id} {...(linked && rowPlace(instance.id))}>
              <Cell className={namedCell}>
                {instance.name}
                <span className="text-cable">{mark(instance.id)}</span>
              </Cell>
              <Cell mono>{instance.id}</Cell>
              <Cell mono>{instance.type}</Cell>
              <Cell>{instance.state}</Cell>
              <Cell numeric>
                {Object.keys(instance.plugged).length} of {instance.ports}
              </Cell>
              <Cell className={namedCell}>{subnet.name}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <Table caption={`Subnets${captionEnd}`}>
        <thead>
          <tr>
            <HeadCell>Subnet</HeadCell>
            <HeadCell>Id</HeadCell>
            <HeadCell>VPC</HeadCell>
            <HeadCell>Zone</HeadCell>
            <HeadCell>Block</HeadCell>
            <HeadCell numeric>Free addresses</HeadCell>
          </tr>
        </thead>
        <tbody>
          {subnets.length === 0 && <EmptyRow columns={6} />}
          {subnets.map(({ vpc, zone, subnet }) => (
            <tr key={subnet.id} {...(linked && rowPlace(subnet.id))}>
              <Cell className={namedCell}>
                {subnet.name}
                <span className="text-cable">{mark(subnet.id)}</span>
              </Cell>
              <Cell mono>{subnet.id}</Cell>
              <Cell className={namedCell}>{vpc.name}</Cell>
              <Cell>{zone.name}</Cell>
              <Cell mono>{[subnet.cidr, subnet.cidr6].filter(Boolean).join(', ')}</Cell>
              <Cell numeric>{subnet.freeAddresses}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
