import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { expect, test } from 'vitest';
import { blockText, containsIp, ipText, overlaps, parseBlock, parseIp, sizeOf } from '@/lib/engine/ip';

const address = fc.nat({ max: 0xffffffff });
const prefix = fc.integer({ min: 0, max: 32 });

test('an address is read as ipaddr.js reads it, and written as it was', () => {
  fc.assert(
    fc.property(address, (value) => {
      const text = ipText(value);
      expect(ipaddr.IPv4.parse(text).octets.reduce((sum, octet) => sum * 256 + octet, 0)).toBe(value);
      expect(parseIp(text)).toBe(value);
    }),
  );
});

test('a block is canonical and holds what ipaddr.js says it holds', () => {
  fc.assert(
    fc.property(address, prefix, address, (base, length, other) => {
      const block = parseBlock(`${ipText(base)}/${length}`);
      expect(block).toBeDefined();
      if (!block) return;
      expect(blockText(block)).toBe(`${ipaddr.IPv4.networkAddressFromCIDR(`${ipText(base)}/${length}`)}/${length}`);
      const holds = ipaddr.IPv4.parse(ipText(other)).match(ipaddr.IPv4.parse(ipText(base)), length);
      expect(containsIp(block, other)).toBe(holds);
      expect(sizeOf(block)).toBe(2 ** (32 - length));
    }),
  );
});

test('two blocks overlap when some address lies in both', () => {
  fc.assert(
    fc.property(address, prefix, address, prefix, (a, aLength, b, bLength) => {
      const [one, two] = [parseBlock(`${ipText(a)}/${aLength}`), parseBlock(`${ipText(b)}/${bLength}`)];
      if (!one || !two) throw new Error('both are blocks');
      expect(overlaps(one, two)).toBe(containsIp(one, two.base) || containsIp(two, one.base));
    }),
  );
});

test.each(['', '10.0.0', '10.0.0.0.0', '010.0.0.1', '0x7f.1', '256.0.0.1', '1.2.3.4 ', '::ffff:1.2.3.4', '1e1.0.0.1'])(
  '%j is no address',
  (text) => expect(parseIp(text)).toBeUndefined(),
);

test.each(['10.0.0.0', '10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/08', '10.0.0.0/ 8', '/8', '10.0.0.0/'])(
  '%j is no block',
  (text) => expect(parseBlock(text)).toBeUndefined(),
);
