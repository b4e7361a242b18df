import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { ConsolePanel } from '@/components/lab/console/console-panel';
import { FormField } from '@/components/lab/console/form-field';
import { firstPlace, type Place } from '@/components/lab/console/place';
import { RefusalRule, RefusalWords } from '@/components/lab/console/refusal-words';
import { resultWords } from '@/components/lab/console/result-words';
import type { Value } from '@/lib/console/form';
import { forms, sections } from '@/lib/console/sections';
import { consoleAccount } from '@/test/build/console-account';

const { world, web1, loose, group } = consoleAccount();
const nothing = () => undefined;
const shown = (place: Partial<Place>) =>
  renderToStaticMarkup(
    <ConsolePanel
      world={world}
      revision={0}
      busy={false}
      call={() => Promise.reject(new Error('nothing is sent while it is drawn'))}
      runLine={nothing}
      place={{ ...firstPlace, ...place }}
      onPlace={nothing}
    />,
  );
const formNamed = (id: string) => {
  const form = forms.find((one) => one.id === id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
};
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => found);

describe.each(sections.map((section) => [section.title, section] as const))('%s', (title, section) => {
  const html = shown({ section: section.id });

  test('each row can be chosen by its name and id', () => {
    const rows = section.rows(world);
    const labels = all(html, /<input type="radio"[^>]*aria-label="([^"]+)"/g);
    expect(labels).toEqual(rows.map(({ name, id }) => (name ? `${name}, ${id}` : id)));
    expect(html).toContain(title);
  });

  test('the Actions menu says whether it is open, and has every form of the section', () => {
    const menu = /aria-expanded="false" aria-controls="([^"]+)"/.exec(html)?.[1];
    expect(html).toContain(`id="${menu}" hidden=""`);
    for (const form of section.actions.flatMap((action) => action.forms)) expect(html).toContain(`>${form.title}<`);
    expect(html).toContain(`>${section.make.title}<`);
  });
});

test('a list without anything says so', () => {
  const empty = sections.map(({ id }) => id).filter((id) => !shown({ section: id }).includes('<table'));
  expect(empty).toEqual([]);
  const other = { ...world, addresses: { list: () => [] } } as unknown as typeof world;
  expect(
    renderToStaticMarkup(
      <ConsolePanel
        world={other}
        revision={0}
        busy={false}
        call={() => Promise.reject(new Error('not sent'))}
        runLine={nothing}
        place={{ ...firstPlace, section: 'elastic-ips' }}
        onPlace={nothing}
      />,
    ),
  ).toContain('There are none in this account.');
});

describe.each(forms.map((form) => [form.id, form] as const))('the form %s', (_id, form) => {
  const section = sections.find(({ make, actions }) =>
    [make, ...actions.flatMap((action) => action.forms)].some(({ id }) => id === form.id),
  );
  const html = shown({ ...(section && { section: section.id }), form: form.id });

  test('every control has a label of its own, and what describes it is there', () => {
    const controls = all(html, /<(?:input type="text"|select)[^>]*\sid="([^"]+)"/g);
    const labels = all(html, /<label for="([^"]+)"/g);
    for (const control of controls) expect(labels).toContain(control);
    const described = all(html, /aria-describedby="([^"]+)"/g).flatMap((ids) => ids.split(' '));
    for (const id of described) expect(html).toContain(`id="${id}"`);
    for (const { label } of form.fields) expect(html).toContain(label);
  });

  test('it has the command, and buttons for it', () => {
    expect(html).toMatch(/<pre[^>]*><code>aws ec2 /);
    for (const button of ['Copy', 'Run', 'Type it in the terminal', form.submit, 'Cancel']) {
      expect(html).toContain(`>${button}<`);
    }
  });
});

test('the command is that of what is filled in', () => {
  const place = { section: 'network-interfaces', form: 'attach-network-interface' };
  expect(shown({ ...place, filled: { NetworkInterfaceId: loose, InstanceId: web1 } })).toContain(
    `aws ec2 attach-network-interface --network-interface-id ${loose} --instance-id ${web1} --device-index 1`,
  );
});

describe('what is wrong with a field', () => {
  const fieldOf = (id: string, index: number, value: Value) => {
    const form = formNamed(id);
    const field = form.fields[index];
    if (!field) throw new Error(`${id} has no field ${index}`);
    return renderToStaticMarkup(
      <FormField
        operation={form.operation}
        field={field}
        world={world}
        values={{ [field.member]: value }}
        error={<RefusalWords refusal={{ code: 'Some.Code', message: 'words of AWS' }} />}
        onChange={nothing}
      />,
    );
  };

  test.each([
    ['a list', 'create-network-interface', 1, ''],
    ['a text', 'create-network-interface', 2, '10.0.0.1'],
    ['a switch', 'change-source-dest-check', 1, 'true'],
  ])('%s is marked and described by AWS’s code and words', (_kind, id, index, value) => {
    const html = fieldOf(id, index, value);
    expect(html).toMatch(/aria-invalid="true"/);
    const [error] = /\S+-error/.exec(/aria-describedby="([^"]+)"/.exec(html)?.[1] ?? '') ?? [];
    expect(html).toMatch(new RegExp(`id="${error}".*Some\\.Code</code>: words of AWS`));
  });

  test('what is ticked to begin with stands first', () => {
    const html = fieldOf('create-network-interface', 3, [group]);
    expect(html.indexOf(group)).toBeLessThan(html.indexOf('(default)'));
    expect(all(html, /<input type="checkbox"[^>]*(checked="")/g)).toHaveLength(1);
  });

  test('a group of ticks can be gone to, and is described by it', () => {
    const html = fieldOf('create-network-interface', 3, [group]);
    expect(html).toMatch(/<fieldset[^>]*aria-describedby="[^"]*-error"[^>]*tabindex="-1"[^>]*data-wrong/);
    expect(html).toMatch(/<input type="checkbox"[^>]*checked=""/);
  });
});

test('the rule behind a refusal is a link to its row, and the gap of the simulator is no rule of AWS', () => {
  const rule = {
    provenance: 'observed',
    source: 'github.com/a/b',
    title: 'Subnet',
    href: '/fidelity/subnet#subnetErrors.range',
  } as const;
  const html = renderToStaticMarkup(
    <RefusalRule operation="CreateSubnet" refusal={{ code: 'InvalidSubnet.Range', message: 'm', rule }} />,
  );
  expect(html).toContain('Observed: <a href="https://github.com/a/b"');
  expect(html).toContain('href="/fidelity/subnet#subnetErrors.range"');
  expect(html).toContain('API_CreateSubnet.html');
  expect(
    renderToStaticMarkup(<RefusalRule operation="CreateSubnet" refusal={{ code: 'NotModelled', message: 'm' }} />),
  ).not.toContain('API_CreateSubnet');
});

test('what a call did is said by the ids of AWS', () => {
  const record = { creation: 1 };
  expect(
    resultWords([
      { table: 'networkInterfaces', id: 'eni-1', after: record },
      { table: 'timers', id: 't', after: record },
      { table: 'instances', id: 'i-1', before: record, after: record },
      { table: 'instances', id: 'i-1', before: record, after: record },
      { table: 'addresses', id: 'eip-1', before: record },
    ]),
  ).toBe('Made eni-1. Changed i-1. Removed eip-1.');
  expect(resultWords([])).toBe('AWS accepted it. It changed nothing.');
  const many = Array.from({ length: 7 }, (_, index) => ({ table: 'subnets', id: `s${index}`, after: record }));
  expect(resultWords(many)).toBe('Made s0, s1, s2, s3, s4 and 2 more.');
});
