import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Diagram } from '@/components/lab/diagram';
import { DiagramFacts } from '@/components/lab/diagram-facts';
import { LiveDiagram } from '@/components/lab/diagram-live';
import { DiagramView, roomFor } from '@/components/lab/diagram-view';
import { factsOf, spoken } from '@/lib/diagram/facts';
import { layout } from '@/lib/diagram/layout';
import { portsOf } from '@/lib/diagram/ports';
import { topology } from '@/lib/diagram/topology';
import { TestAccount } from '@/test/build/account';
import { makeInstance, makeInterface, makeSubnet, makeVpc } from '@/test/build/network-interface';

const none: ReadonlySet<string> = new Set();
const read = ({ world }: TestAccount) => topology(world, portsOf(world));
const drawn = (account: TestAccount, width = 350): string =>
  renderToStaticMarkup(<Diagram account={read(account)} changed={none} width={width} />);

function network() {
  const account = new TestAccount();
  const vpcId = makeVpc(account);
  const subnetId = makeSubnet(account, vpcId, '10.0.1.0/24');
  const { id, eth0 } = makeInstance(account, subnetId);
  const loose = makeInterface(account, subnetId).NetworkInterfaceId;
  account.wait(60);
  return { account, vpcId, subnetId, id, eth0: eth0.NetworkInterfaceId, loose };
}

test('a name that has no room is cut, and the whole of it is at hand', () => {
  const { account, vpcId, subnetId, id } = network();
  const name = 'W'.repeat(255);
  account.call('CreateTags', { Resources: [vpcId, subnetId, id], Tags: [{ Key: 'Name', Value: name }] });
  const html = drawn(account);
  expect(html.replace(/<title>.*?<\/title>/g, '')).not.toMatch(/W{20}/);
  for (const one of [vpcId, subnetId, id]) expect(html).toContain(`<title>${name} (${one})`);
});

test('an account without a VPC says so, and what makes one', () => {
  const account = new TestAccount();
  const empty = renderToStaticMarkup(
    <Diagram account={{ ...read(account), vpcs: [] }} changed={new Set()} width={350} />,
  );
  expect(empty).toContain('There is no VPC in this account');
  expect(empty).not.toContain('<svg');
});

test('without script it is one image with a name, and no more than its place when asked', () => {
  const { account } = network();
  const html = drawn(account);
  expect(html).toMatch(
    /<svg [^>]*role="img" aria-label="2 VPCs, 7 subnets, 1 instance, 2 interfaces, 1 of them loose\./,
  );
  expect(html).not.toMatch(/tabindex|data-node|treeitem/i);
  const fluid = renderToStaticMarkup(<Diagram account={read(account)} changed={none} width={900} fluid />);
  expect(fluid).toMatch(/<svg width="902" [^>]*viewBox="-1 -1 902 \d+"[^>]*class="[^"]*max-w-full/);
});

test('what a page shows before its script has come is the very same picture', () => {
  const { account } = network();
  const view = renderToStaticMarkup(<DiagramView account={read(account)} changed={none} width={900} />);
  expect(view).toContain(drawn(account, roomFor(900)));
});

test('what can be walked draws the same boxes and cables, each box a node with a name and its place', () => {
  const { account, loose, eth0, id } = network();
  const picture = layout(read(account), 844);
  const live = renderToStaticMarkup(
    <LiveDiagram account={read(account)} changed={new Set([loose])} picture={picture} width={844} />,
  );
  const nodes = live.match(/<rect [^>]*role="treeitem"[^>]*>/g) ?? [];
  expect(nodes).toHaveLength(picture.boxes.length);
  expect(nodes.filter((node) => node.includes('tabindex="0"'))).toHaveLength(1);
  for (const node of nodes)
    expect(node).toMatch(/aria-label="[^"]+" aria-level="\d" aria-posinset="\d+" aria-setsize="\d+"/);
  expect(nodes.find((node) => node.includes('changed"'))).toMatch(
    /interface eni-[0-9a-f]{4}…, available, [\d.]+, changed/,
  );
  const shapes = (html: string) => html.match(/<path data-cable[^>]*>/g);
  expect(shapes(live)).toEqual(shapes(drawn(account, 844)));
  for (const one of [id, eth0, loose]) expect(live).toContain(`data-node="${one}"`);
  for (const name of ['Zoom in', 'Zoom out', 'Fit', '100 %']) expect(live).toContain(name);
});

test('what is selected shows its facts and the way to its row', () => {
  const { account, eth0 } = network();
  const box = layout(read(account), 900).boxes.find((one) => one.kind === 'interface' && one.node.id === eth0);
  if (!box) throw new Error('eth0 is not drawn');
  expect(spoken(box, none)).toMatch(/^interface eni-[0-9a-f]{4}…, primary, 10\.0\.1\.\d+$/);
  const html = renderToStaticMarkup(<DiagramFacts facts={factsOf(box)} onRow={() => {}} onClose={() => {}} />);
  for (const fact of [eth0, 'in-use', '10.0.1.', 'default', 'Show in the table']) expect(html).toContain(fact);
  const nothing = renderToStaticMarkup(<DiagramFacts facts={undefined} onRow={undefined} onClose={() => {}} />);
  expect(nothing).toMatch(/^<div aria-live="polite"[^>]*><\/div>$/);
});
