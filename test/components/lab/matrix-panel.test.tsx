import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { usualChoice } from '@/components/lab/flow/matrix-choice';
import { MatrixPanel } from '@/components/lab/flow/matrix-panel';
import { TestAccount } from '@/test/build/account';
import { makeInstance, makeSubnet, makeVpc } from '@/test/build/network-interface';

test('hosts of one name are told apart by their ids, others have their names alone', () => {
  const account = new TestAccount();
  const subnetId = makeSubnet(account, makeVpc(account), '10.0.1.0/24');
  const [one, two, other] = [
    makeInstance(account, subnetId),
    makeInstance(account, subnetId),
    makeInstance(account, subnetId),
  ];
  const name = (Resources: string[], Value: string) =>
    account.call('CreateTags', { Resources, Tags: [{ Key: 'Name', Value }] });
  name([one?.id ?? '', two?.id ?? ''], 'web');
  name([other?.id ?? ''], 'db');
  account.wait(60);
  const html = renderToStaticMarkup(
    <MatrixPanel world={account.world} revision={0} choice={usualChoice} onChoose={() => {}} onOpen={() => {}} />,
  );
  const heads = [...html.matchAll(/<th scope="col"[^>]*>(?:<span[^>]*>)?([^<]*)/g)].map(([, head]) => head);
  expect(heads).toEqual(['From \\ to', 'internet', `${one?.id} web`, `${two?.id} web`, 'db']);
});
