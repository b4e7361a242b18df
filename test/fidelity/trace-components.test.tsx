import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { ComponentLimits } from '@/components/fidelity/component-limits';
import { readSources } from '@/lib/content/sources';
import { componentsOf } from '@/lib/fidelity/trace-components';
import type { ComponentView } from '@/lib/fidelity/views';
import { componentLimits } from '@/lib/usecases/fidelity';

let components: ComponentView[];
beforeAll(async () => {
  components = await componentLimits();
});

const named = (slug: string) => components.find((one) => one.slug === slug);

test('every component of a trace says what it does', () => {
  expect(components.filter(({ does }) => does.every((text) => text.length < 20)).map(({ slug }) => slug)).toEqual([]);
  expect(named('nat-gateway')?.does[0]).toMatch(/^Out through a NAT gateway: /);
  expect(named('nat-gateway')?.notModelled).toEqual(['NAT64.']);
  expect(named('internet-gateway')?.notModelled).toEqual([]);
  expect(named('security-group')?.notModelled.join(' ')).toContain('across a transit gateway');
  expect(named('packet')?.notModelled.join(' ')).toMatch(/^Load balancers, /);
});

test('no known limit of the trace is left out, and none stands there twice', async () => {
  const files = await readSources('lib/engine/reachability');
  const headings = [...files.values()].flatMap(
    (source) => source.match(/(?<![`'\w])(?:Not modelled|Differs|Assumed): /g) ?? [],
  );
  expect(headings.length).toBeGreaterThan(15);
  const shown = components.flatMap(({ notModelled, differs, assumed }) => [...notModelled, ...differs, ...assumed]);
  expect(new Set(shown).size).toBe(shown.length);
  // Two of one heading in one docstring are read as one text.
  const words = shown.join(' ').toLowerCase();
  const missing = [...files].flatMap(([name, source]) =>
    [...source.matchAll(/(?<![`'\w])(?:Not modelled|Differs|Assumed): ([^.;,(`*]{8,60})/g)].flatMap(([, text = '']) =>
      words.includes(text.trim().toLowerCase()) ? [] : [`${name}: ${text}`],
    ),
  );
  expect(missing).toEqual([]);
});

test('names no source that a reader cannot open', () => {
  const sources = components.flatMap((one) => one.sources.map(({ text }) => text));
  expect(sources.filter((text) => /ground.truth|\/work/.test(text))).toEqual([]);
});

test('what a docstring leaves out stands with its function, or its file, or with every packet', () => {
  const files = new Map([
    ['gateways.ts', '/** Does it. Not modelled: one. */\nexport function throughNatGateway() {}\n'],
    [
      'acl.ts',
      '/** Passes. Source: https://example.org/. */\nexport function passAcl() {}\n/** Ours. Assumed: two. */\nconst x = 1;\n',
    ],
    ['other.ts', '/** Whatever. Differs: three. */\nconst y = 1;\n'],
  ]);
  const said = componentsOf(files).filter(({ notModelled, differs, assumed }) =>
    [notModelled, differs, assumed].some((texts) => texts.length > 0),
  );
  expect(said).toEqual([
    {
      slug: 'network-acl',
      title: 'Network ACL',
      does: ['Passes.'],
      sources: [{ provenance: 'documented', text: 'https://example.org/' }],
      notModelled: [],
      differs: [],
      assumed: ['Ours: two.'],
    },
    expect.objectContaining({ slug: 'nat-gateway', does: ['Does it.'], notModelled: ['One.'] }),
    expect.objectContaining({ slug: 'packet', differs: ['Whatever: three.'] }),
  ]);
});

test('the page shows each with its limits, or says that there are none', () => {
  const html = renderToStaticMarkup(<ComponentLimits components={components} />);
  for (const { title, slug } of components) {
    expect(html).toContain(`id="packets-${slug}"`);
    expect(html).toContain(title);
  }
  expect(html).toContain('<dt>Not modelled: </dt><dd>NAT64.</dd>');
  expect(html.match(/<dt>Known limits: <\/dt><dd>none<\/dd>/g)?.length).toBe(
    components.filter(({ notModelled, differs, assumed }) => [...notModelled, ...differs, ...assumed].length === 0)
      .length,
  );
});
