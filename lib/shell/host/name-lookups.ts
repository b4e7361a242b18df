import type { ExecResult } from 'just-bash';
import { asAddress } from '@/lib/engine/reachability/flow';
import { ask, type NameRecord, reverseName, triesSeconds, triesText } from './ask-name';
import { failed, lacks, ran } from './ran';
import type { HostSession } from './session';

/** `host`, as 9.18 prints and exits. Texts: Observed. */
export function host(session: HostSession, args: readonly string[]): ExecResult {
  const option = args.find((arg) => arg.startsWith('-'));
  if (option !== undefined) return lacks('host', option);
  const [name, server] = args;
  if (name === undefined)
    return failed(
      'Usage: host [-aCdilrTvVw] [-c class] [-N ndots] [-t type] [-W time]\n            [-R number] [-m flag] [-p port] hostname [server]',
    );
  const answer = everything(session, name, server);
  if ('unanswered' in answer) {
    session.pass(triesSeconds(answer, 10));
    return ran(`${triesText(answer, 2)};; no servers could be reached\n`, '', 1);
  }
  if ('noServer' in answer) return failed(`host: couldn't get address for '${answer.noServer}': not found`);
  const { asked, records, by } = answer;
  const head = server === undefined ? '' : `Using domain server:\nName: ${server}\nAddress: ${by}#53\nAliases: \n\n`;
  if (!answer.exists)
    return ran(`${head}Host ${asked}${asAddress(name) === undefined ? '' : '.'} not found: 3(NXDOMAIN)\n`, '', 1);
  const lines = records.map(({ type, value }) => {
    if (type === 'PTR') return `${asked} domain name pointer ${value}\n`;
    return `${asked} has ${type === 'A' ? 'address' : 'IPv6 address'} ${value}\n`;
  });
  return ran(head + lines.join(''));
}

/** `nslookup` with its question in the command line, as 9.18 prints and exits. Texts: Observed. */
export function nslookup(session: HostSession, args: readonly string[]): ExecResult {
  const option = args.find((arg) => arg.startsWith('-'));
  if (option !== undefined) return lacks('nslookup', option);
  const [name, server] = args;
  if (name === undefined) return lacks('nslookup', 'of asking interactively');
  const answer = everything(session, name, server);
  if ('unanswered' in answer) {
    session.pass(triesSeconds(answer, 15));
    return ran(`${triesText(answer, 3)};; no servers could be reached\n\n`, '', 1);
  }
  if ('noServer' in answer) return failed(`nslookup: couldn't get address for '${answer.noServer}': not found`);
  const { asked, records, by, exists } = answer;
  const isReverse = asAddress(name) !== undefined;
  const head = isReverse ? '' : `Server:\t\t${by}\nAddress:\t${by}#53\n\n`;
  if (!exists) return ran(`${head}** server can't find ${asked}: NXDOMAIN\n\n`, '', 1);
  if (isReverse) {
    const names = records.map(({ value }) => `${asked}\tname = ${value}\n`);
    return ran(`${names.join('')}\nAuthoritative answers can be found from:\n\n`);
  }
  const lines = records.map(({ value }) => `Name:\t${asked}\nAddress: ${value}\n`);
  return ran(`${head}Non-authoritative answer:\n${lines.join('')}\n`);
}

/** The addresses of a name of both families, or the name of an address. */
function everything(session: HostSession, name: string, server: string | undefined) {
  const address = asAddress(name);
  const asked = address === undefined ? name.replace(/\.$/, '') : reverseName(address);
  const records: NameRecord[] = [];
  let exists = false;
  let by = '';
  for (const type of address === undefined ? (['A', 'AAAA'] as const) : (['PTR'] as const)) {
    const answer = ask(session, asked, type, server);
    if (!('status' in answer)) return answer;
    exists ||= answer.status === 'NOERROR';
    records.push(...answer.records);
    by = answer.by;
  }
  return { asked, records, exists, by };
}
