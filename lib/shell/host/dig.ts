import type { ExecResult } from 'just-bash';
import { NotModelled } from '@/lib/engine/aws-error';
import { mix } from '@/lib/engine/ids';
import { asAddress } from '@/lib/engine/reachability/flow';
import { type Answer, ask, type RecordType, reverseName, triesSeconds, triesText } from './ask-name';
import { failed, ran } from './ran';
import type { HostSession } from './session';

const usage = `Usage:  dig [@global-server] [domain] [q-type] [q-class] {q-opt}
            {global-d-opt} host [@local-server] {local-d-opt}
            [ host [@local-server] {local-d-opt} [...]]

Use "dig -h" (or "dig -h | more") for complete list of options`;

const types: readonly string[] = ['A', 'AAAA', 'PTR', 'CNAME', 'ANY', 'NS', 'MX', 'TXT', 'SOA', 'SRV'];

interface Question {
  readonly name: string;
  readonly type: string;
  readonly server?: string;
  readonly short: boolean;
  readonly parts: ReadonlySet<Part>;
}

type Part = 'cmd' | 'comments' | 'question' | 'answer' | 'stats';
const allParts: readonly Part[] = ['cmd', 'comments', 'question', 'answer', 'stats'];

/** `dig`, as 9.18 prints and exits: 9 where no server answers. Texts: Observed. Not modelled: several questions at a time. */
export function dig(session: HostSession, args: readonly string[]): ExecResult {
  const question = readQuestion(args);
  if ('exitCode' in question) return question;
  const { name, type, server, short, parts } = question;
  const asked = ask(session, name, type as RecordType, server);
  if ('unanswered' in asked) {
    session.pass(triesSeconds(asked, 15));
    const tries = triesText(asked, 3);
    const banner = short ? '' : `${header(args, server)}`;
    return ran(`${tries}${banner};; no servers could be reached\n`, '', 9);
  }
  if ('noServer' in asked) return failed(`dig: couldn't get address for '${asked.noServer}': not found`, 10);
  const { records, status, by } = asked;
  if (short) return ran(records.map(({ value }) => `${value}\n`).join(''));
  const shown = (part: Part, text: string) => (parts.has(part) ? text : '');
  const id = mix(`${session.world.seed}/dig/${name}`, Math.floor(session.world.now / 1000)) % 65_536;
  const counts = `QUERY: 1, ANSWER: ${records.length}, AUTHORITY: 0, ADDITIONAL: 1`;
  const answer = records.map((record) =>
    line([record.name, 0], [String(record.ttl), 24], ['IN', 32], [record.type, 40], [record.value, 48]),
  );
  return ran(
    [
      shown('cmd', header(args, server)),
      shown(
        'comments',
        `;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: ${id}\n;; flags: qr rd ra; ${counts}\n\n;; OPT PSEUDOSECTION:\n; EDNS: version: 0, flags:; udp: 4096\n`,
      ),
      shown('question', `;; QUESTION SECTION:\n;${line([`${name}.`, 0], ['IN', 32], [type, 40])}\n`),
      records.length > 0
        ? shown('answer', `${parts.has('comments') ? ';; ANSWER SECTION:\n' : ''}${answer.join('')}`)
        : '',
      records.length > 0 && parts.has('comments') ? '\n' : '',
      shown('stats', stats(session, asked, by, question)),
    ].join(''),
  );
}

const header = (args: readonly string[], server: string | undefined): string =>
  `\n; <<>> DiG 9.18.49 <<>> ${args.join(' ')}\n${server === undefined ? '' : '; (1 server found)\n'};; global options: +cmd\n`;

/** Texts in their columns, by tabs; a column that is passed already begins after a space. */
function line(...texts: readonly (readonly [text: string, column: number])[]): string {
  let written = '';
  let at = 0;
  for (const [text, column] of texts) {
    const tabs = at < column ? Math.ceil((column - at) / 8) : 0;
    const gap = tabs > 0 ? '\t'.repeat(tabs) : written === '' ? '' : ' ';
    at = (tabs > 0 ? column : at + gap.length) + text.length;
    written += gap + text;
  }
  return `${written}\n`;
}

function stats(session: HostSession, { records }: Answer, by: string, { name }: Question): string {
  const when = new Date(session.world.now).toUTCString();
  const [, day, date, month, year, time] = /^(\w+), (\d+) (\w+) (\d+) ([\d:]+)/.exec(when) ?? [];
  const bytes = records.reduce(
    (sum, { type, value }) => sum + 12 + (type === 'A' ? 4 : type === 'AAAA' ? 16 : value.length + 1),
    0,
  );
  const size = 12 + name.length + 2 + 4 + bytes + 11;
  const milliseconds = session.host ? 1 : 12;
  return `;; Query time: ${milliseconds} msec\n;; SERVER: ${by}#53(${by}) (UDP)\n;; WHEN: ${day} ${month} ${date} ${time} UTC ${year}\n;; MSG SIZE  rcvd: ${size}\n\n`;
}

function readQuestion(args: readonly string[]): Question | ExecResult {
  let name: string | undefined;
  let type: string | undefined;
  let server: string | undefined;
  let short = false;
  let parts = new Set(allParts);
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    const next = () => {
      index += 1;
      return args[index];
    };
    if (arg.startsWith('@')) server = arg.slice(1);
    else if (arg === '+short') short = true;
    else if (arg === '+noall') parts = new Set();
    else if (arg === '+all') parts = new Set(allParts);
    else if (/^\+(no)?(cmd|comments|question|answer|stats)$/.test(arg)) {
      const part = arg.replace(/^\+(no)?/, '') as Part; // One of the five that the pattern names.
      if (arg.startsWith('+no')) parts.delete(part);
      else parts.add(part);
    } else if (/^\+(no)?(recurse|edns|tcp|time=\d+|tries=\d+|authority|additional|cookie)$/.test(arg)) continue;
    else if (arg.startsWith('+')) return failed(`Invalid option: ${arg}\n${usage}`);
    else if (arg === '-x') {
      const address = next() ?? '';
      if (asAddress(address) === undefined) return failed(`Invalid IP address ${address}`);
      name = reverseName(address);
      type = 'PTR';
    } else if (arg === '-t') type = next()?.toUpperCase();
    else if (arg === '-q') name = next();
    else if (arg === '-4' || arg === '-6') continue;
    else if (arg.startsWith('-')) return failed(`Invalid option: ${arg}\n${usage}`);
    else if (types.includes(arg.toUpperCase())) type = arg.toUpperCase();
    else if (arg.toUpperCase() === 'IN') continue;
    else if (name === undefined) name = arg;
    else return failed(`dig: ${new NotModelled('several questions of dig').message}`, 2);
  }
  const asked = name ?? '.';
  return {
    name: asked.replace(/\.$/, ''),
    type: type ?? 'A',
    short,
    parts,
    ...(server !== undefined && { server }),
  };
}
