import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Diagram } from '@/components/lab/diagram';
import { portsOf } from '@/lib/diagram/ports';
import { topology } from '@/lib/diagram/topology';
import { TestAccount } from '@/test/build/account';
import { makeInstance, makeSubnet, makeVpc } from '@/test/build/network-interface';

const drawn = ({ world }: TestAccount): string =>
  renderToStaticMarkup(<Diagram account={topology(world, portsOf(world))} changed={new Set()} width={350} />);

test('a name that has no room is cut, and the whole of it is at hand', () => {
  const account = new TestAccount();
  const name = 'W'.repeat(255);
  const vpcId = makeVpc(account);
  const subnetId = makeSubnet(account, vpcId, '10.0.1.0/24');
  const { id } = makeInstance(account, subnetId);
  account.call('CreateTags', { Resources: [vpcId, subnetId, id], Tags: [{ Key: 'Name', Value: name }] });
  const html = drawn(account);
  expect(html.replace(/<title>.*?<\/title>/g, '')).not.toMatch(/W{20}/);
  for (const one of [vpcId, subnetId, id]) expect(html).toContain(`<title>${name} (${one})`);
});

test('an account without a VPC says so, and what makes one', () => {
  const account = new TestAccount();
  const empty = renderToStaticMarkup(
    <Diagram account={{ ...topology(account.world, {}), vpcs: [] }} changed={new Set()} width={350} />,
  );
  expect(empty).toContain('There is no VPC in this account');
  expect(empty).not.toContain('<svg');
});
