import { newPublicIp } from '../address/public-ip';
import { mix } from '../ids';
import { blockText, parseBlock } from '../ip';
import type { World } from '../world';
import { vpnConnectionErrors } from './errors';
import { acceptTunnel, type GivenTunnel, isInsideBlock, type Tunnel } from './tunnel-options';

/**
 * The two tunnels of a new connection: what was given, and for the rest outside addresses, inside blocks and keys that are drawn.
 * `taken` are the inside blocks of other tunnels on the same gateway.
 */
export function makeTunnels(
  world: World,
  connectionId: string,
  given: readonly GivenTunnel[],
  taken: ReadonlySet<string>,
): [Tunnel, Tunnel] {
  const used = new Set(taken);
  const make = (index: number): Tunnel => {
    const options = given[index] ?? {};
    const more = acceptTunnel(options);
    const text = `${world.seed}/${connectionId}/${index}`;
    const TunnelInsideCidr = insideBlock(options.TunnelInsideCidr, text, used);
    used.add(TunnelInsideCidr);
    return {
      OutsideIpAddress: newPublicIp(world),
      TunnelInsideCidr,
      PreSharedKey: options.PreSharedKey ?? drawKey(text),
      ...more,
    };
  };
  return [make(0), make(1)];
}

function insideBlock(given: string | undefined, text: string, used: ReadonlySet<string>): string {
  const block = given ? parseBlock(given) : undefined;
  if (block) {
    const canonical = blockText(block);
    if (used.has(canonical)) throw vpnConnectionErrors.insideCidrTaken(canonical);
    return canonical;
  }
  for (let attempt = 0; ; attempt += 1) {
    const position = mix(`${text}/inside`, attempt) % 2 ** 14;
    const drawn = blockText({ base: 0xa9fe0000 + position * 4, prefix: 30 });
    if (isInsideBlock(drawn) && !used.has(drawn)) return drawn;
  }
}

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ123456789._0';

/** A pre-shared key in AWS's form: 32 characters, the first no zero. */
const drawKey = (text: string): string =>
  Array.from({ length: 32 }, (_, at) => letters.charAt(mix(`${text}/key`, at) % (at === 0 ? 63 : 64))).join('');
