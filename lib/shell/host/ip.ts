import type { ExecResult } from 'just-bash';
import { deviceNamed } from './devices';
import { linksText } from './ip-links';
import { routesText, routeTo, rulesText } from './ip-routes';
import { failed, ran } from './ran';
import type { Family, HostSession } from './session';

const objects: Readonly<Record<string, readonly string[]>> = {
  address: ['a', 'ad', 'add', 'addr', 'addre', 'addres', 'address'],
  link: ['l', 'li', 'lin', 'link'],
  route: ['r', 'ro', 'rou', 'rout', 'route'],
  rule: ['ru', 'rul', 'rule'],
};
const shows: readonly string[] = ['show', 'sh', 's', 'list', 'ls', 'l', 'lst'];
const changes = /^(add|a|del|delete|d|change|replace|flush|set|append)$/;

/**
 * `ip addr`, `ip link`, `ip route` and `ip rule` of a host, as iproute2 6.1 prints and Amazon Linux 2023 sets interfaces up.
 * Nothing can be changed: that takes root. Texts: Observed.
 */
export function ip(session: HostSession, args: readonly string[]): ExecResult {
  if (session.instanceId === undefined) {
    return failed('ip: shows an instance of the lab here: on <name> ip addr, or ssh to one first');
  }
  let family: Family;
  let brief = false;
  let index = 0;
  for (; args[index]?.startsWith('-'); index += 1) {
    const option = args[index] ?? '';
    if (option === '-4') family = 4;
    else if (option === '-6') family = 6;
    else if (/^-br(i(ef?)?)?$/.test(option)) brief = true;
    else if (!/^-(c|color|d|details|s|stats)$/.test(option))
      return failed(`Option "${option}" is unknown, try "ip -help".`, 255);
  }
  const [word = 'help', ...rest] = args.slice(index);
  const object = Object.keys(objects).find((name) => objects[name]?.includes(word));
  if (object === undefined) {
    if (/^n(e(i(g(h(bou?r)?)?)?)?)?$/.test(word)) return failed('ip: This simulator does not model ip neigh.', 1);
    return word === 'help'
      ? failed(
          'Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }\nwhere  OBJECT := { address | link | route | rule }\n       OPTIONS := { -4 | -6 | -br[ief] }',
          255,
        )
      : failed(`Object "${word}" is unknown, try "ip help".`);
  }
  const [verb, ...more] = rest;
  if (verb !== undefined && changes.test(verb)) return failed('RTNETLINK answers: Operation not permitted', 2);
  const words = verb !== undefined && shows.includes(verb) ? more : rest;
  if (object === 'rule') return ran(rulesText(session, family));
  if (object === 'route') {
    if (words[0] === 'get') return routeTo(session, words[1] ?? '');
    return routes(session, words, family);
  }
  return links(session, object === 'link' ? 'link' : 'address', words, family, brief);
}

function links(
  session: HostSession,
  object: 'link' | 'address',
  words: readonly string[],
  family: Family,
  brief: boolean,
) {
  const [device] = words.filter((word) => word !== 'dev' && word !== 'up');
  if (device !== undefined && device !== 'lo' && !deviceNamed(session, device)) {
    return failed(`Device "${device}" does not exist.`);
  }
  return ran(linksText(session, object, family, brief, device));
}

function routes(session: HostSession, words: readonly string[], family: Family): ExecResult {
  const at = (word: string) => (words.includes(word) ? words[words.indexOf(word) + 1] : undefined);
  const device = at('dev');
  if (device !== undefined && !deviceNamed(session, device)) return failed(`Cannot find device "${device}"`);
  const text = routesText(session, family ?? 4, at('table') ?? 'main');
  const lines = text.split('\n').filter((line) => line !== '');
  const kept = lines.filter(
    (line) =>
      (device === undefined || line.includes(` dev ${device} `)) &&
      (words[0] !== 'default' || line.startsWith('default')),
  );
  return ran(kept.map((line) => `${line}\n`).join(''));
}
