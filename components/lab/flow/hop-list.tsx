import { rowsOf } from '@/lib/diagram/rules';
import { componentName, kindWords } from '@/lib/engine/reachability/component-words';
import type { Hop } from '@/lib/engine/reachability/hop';
import { hopText, packetWords } from '@/lib/engine/reachability/hop-words';
import type { World } from '@/lib/engine/world';
import { RowLink } from './row-link';

/** One way of a trace as a list: each component, what decided there, and the packet where it was changed. */
export function HopList({
  title,
  world,
  hops,
  first,
  at,
  onGo,
  onShow,
}: {
  title: string;
  world: World;
  hops: readonly Hop[];
  /** Number of the way's first hop among all stops, from 0. */
  first: number;
  at: number;
  onGo: (stop: number) => void;
  /** Show the table row of a rule, route or resource. */
  onShow: (row: string) => void;
}) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm text-dim">{title}</h3>
      <ol className="flex flex-col">
        {hops.map((hop, index) => (
          // The places of a way are what its hops are told apart by: one component may be passed twice.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} className="border-t border-line py-2">
            <HopItem
              world={world}
              hop={hop}
              number={index + 1}
              current={first + index === at}
              onGo={() => onGo(first + index)}
              onShow={onShow}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

function HopItem({
  world,
  hop,
  number,
  current,
  onGo,
  onShow,
}: {
  world: World;
  hop: Hop;
  number: number;
  current: boolean;
  onGo: () => void;
  onShow: (row: string) => void;
}) {
  const { component, packet, rewritten, refusal } = hop;
  const kind = kindWords[component.kind].replace(/^the /, '');
  const name = componentName(world, component);
  return (
    <div
      className={`flex gap-3 border-l-2 pl-3 ${current ? (refusal ? 'border-refused' : 'border-cable') : 'border-transparent'}`}
    >
      <span className="shrink-0 text-dim tabular-nums">{number}</span>
      <div className="flex min-w-0 flex-1 flex-col gap-0.5 text-sm">
        <button
          type="button"
          onClick={onGo}
          {...(current && { 'aria-current': 'step' as const })}
          className="flex flex-wrap content-center items-baseline gap-x-1.5 text-left wrap-anywhere hover:underline pointer-coarse:min-h-9"
        >
          <span className="font-semibold first-letter:uppercase">
            {component.kind === 'internet' ? kind : `${kind} ${name === component.id ? '' : name}`}
          </span>
          {component.kind !== 'internet' && <span className="font-mono text-dim">{component.id}</span>}
        </button>
        <p className={refusal ? 'text-refused' : ''}>
          {refusal && (
            <>
              <span aria-hidden="true">✕ </span>
              Refused, <code>{refusal.code}</code>:{' '}
            </>
          )}
          {hopText(world, hop)}
        </p>
        <p className="font-mono text-dim wrap-anywhere">
          {packetWords(packet)}
          {rewritten && (
            <>
              <br />
              <span className="font-sans">becomes </span>
              <span className="text-cable">{packetWords(rewritten)}</span>
            </>
          )}
        </p>
        {rowsOf(hop).map((row) => (
          <p key={row}>
            <RowLink row={row} onShow={onShow}>
              Show {rowWord(hop)} <span className="font-mono wrap-anywhere">{row}</span>
            </RowLink>
          </p>
        ))}
      </div>
    </div>
  );
}

const rowWord = ({ decision }: Hop): string =>
  decision?.kind === 'rule' || decision?.kind === 'entry' ? 'rule' : decision?.kind === 'route' ? 'route' : '';
