import { renderToStaticMarkup } from 'react-dom/server';
import { Diagram } from '@/components/lab/diagram';
import type { Topology } from '@/lib/diagram/topology';

/** Ids of the boxes in whose drawing something has the colour of what changed, and `cable …` for each such cable. */
export function marked(account: Topology, changed: ReadonlySet<string>): string[] {
  const html = renderToStaticMarkup(
    <Diagram account={account} changed={changed} width={1000} nodeProps={() => ({ role: 'treeitem' })} />,
  );
  const parts = html.split(/(?=<g data-node=|<path data-cable=)/).slice(1);
  return parts
    .filter((part) => /(?:stroke|fill)-cable/.test(part))
    .map((part) => {
      const [, kind, id] = /^<\w+ data-(node|cable)="([^"]*)"/.exec(part) ?? [];
      return kind === 'cable' ? `cable ${id}` : (id ?? '');
    });
}
