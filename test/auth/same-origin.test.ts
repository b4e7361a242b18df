import { expect, test } from 'vitest';
import { isSameOrigin, type Provenance } from '@/lib/auth/same-origin';

const http = new URL('http://localhost:3000');
const https = new URL('https://learn.example.org');
const from = (given: Partial<Provenance>): Provenance => ({
  origin: null,
  site: null,
  host: 'localhost:3000',
  ...given,
});

test.each<[string, Partial<Provenance>]>([
  ['our own Origin', { origin: 'http://localhost:3000' }],
  ['our own Origin, and the browser agrees', { origin: 'http://localhost:3000', site: 'same-origin' }],
  ['no Origin, but the browser vouches', { site: 'same-origin' }],
  ['another name of this server', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }],
  ['a proxy that changes Host', { origin: 'http://localhost:3000', host: '10.0.0.7:3000' }],
])('%s is ours', (_name, given) => {
  expect(isSameOrigin(from(given), http)).toBe(true);
});

test.each<[string, Partial<Provenance>]>([
  ['nothing at all', {}],
  ['a foreign Origin', { origin: 'https://evil.example' }],
  ['a foreign Origin that begins like ours', { origin: 'http://localhost:3000.evil.example' }],
  ['another port', { origin: 'http://localhost:3001' }],
  ['Origin null', { origin: 'null' }],
  ['Origin null, said to be same-origin', { origin: 'null', site: 'same-origin' }],
  ['a foreign Origin, said to be same-origin', { origin: 'https://evil.example', site: 'same-origin' }],
  ['our Origin, said to be cross-site', { origin: 'http://localhost:3000', site: 'cross-site' }],
  ['our Origin, said to be another host of the site', { origin: 'http://localhost:3000', site: 'same-site' }],
  ['typed into the address bar', { site: 'none' }],
  ['not an origin', { origin: 'localhost:3000' }],
  ['an address with a path', { origin: 'http://localhost:3000/labs' }],
  ['a name and password before the host', { origin: 'http://localhost:3000@evil.example' }],
  ['an empty Origin', { origin: '' }],
  ['no Host and a foreign Origin', { origin: 'http://127.0.0.1:3000', host: null }],
])('%s is foreign', (_name, given) => {
  expect(isSameOrigin(from(given), http)).toBe(false);
});

test('where people use https, a page that came by http is foreign', () => {
  const host = 'learn.example.org';
  expect(isSameOrigin(from({ origin: 'https://learn.example.org', host }), https)).toBe(true);
  expect(isSameOrigin(from({ origin: 'http://learn.example.org', host }), https)).toBe(false);
});
