import { Fragment, memo } from 'react';
import { Cell, HeadCell, Table } from '@/components/ui/table';
import type { Cell as Answer } from '@/lib/engine/reachability/matrix';
import type { MatrixHost, MatrixRow, Probe } from './use-matrix';

/** Rows send, columns receive; each cell says yes, or no and why. A row that is not known yet is empty. */
export function MatrixTable({
  probe,
  index,
  hosts,
  rows,
  busy,
  onOpen,
}: {
  probe: Probe;
  /** The probe's place in every cell of `rows`. */
  index: number;
  hosts: readonly MatrixHost[];
  rows: readonly MatrixRow[];
  busy: boolean;
  /** The same function as long as it does the same: rows are drawn again only when something changed. */
  onOpen: (from: MatrixHost, to: MatrixHost) => void;
}) {
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-dim">
        Rows send, columns receive. Open a cell to see the way of its packet.
        <span role="status">{busy ? ' Being computed.' : ''}</span>
      </p>
      <Table caption={`Who reaches whom by ${probe.label}`} captionHidden>
        <thead>
          <tr>
            <HeadCell className="sticky left-0 z-1 bg-paper">From \ to</HeadCell>
            {hosts.map(({ key, label }) => (
              <HeadCell key={key} className="max-w-40 min-w-24 align-bottom">
                <HostName name={label} />
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody aria-busy={busy}>
          {hosts.map((from, row) => (
            <Row
              key={from.key}
              from={from}
              hosts={hosts}
              answers={rows[row]}
              index={index}
              of={probe.label}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

const Row = memo(function Row({
  from,
  hosts,
  answers,
  index,
  of,
  onOpen,
}: {
  from: MatrixHost;
  hosts: readonly MatrixHost[];
  answers: MatrixRow | undefined;
  index: number;
  of: string;
  onOpen: (from: MatrixHost, to: MatrixHost) => void;
}) {
  return (
    <tr>
      <HeadCell scope="row" className="sticky left-0 z-1 max-w-40 min-w-20 bg-paper">
        <HostName name={from.label} />
      </HeadCell>
      {hosts.map((to, column) => {
        const answer = answers?.[column]?.[index];
        return (
          <Cell key={to.key} className="align-top">
            {from.key === to.key ? (
              <span className="text-dim">–</span>
            ) : answer ? (
              <AnswerButton
                answer={answer}
                of={`${of} from ${from.label} to ${to.label}`}
                onOpen={() => onOpen(from, to)}
              />
            ) : (
              <span className="text-dim">…</span>
            )}
          </Cell>
        );
      })}
    </tr>
  );
});

function AnswerButton({ answer, of, onOpen }: { answer: Answer; of: string; onOpen: () => void }) {
  const code = answer.reached ? '' : answer.code;
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label={`${answer.reached ? 'yes' : `no ${code}`}: ${of}`}
      className="flex min-h-7 flex-col items-start text-left hover:underline pointer-coarse:min-h-11"
    >
      <span className={`font-semibold ${answer.reached ? 'text-holds' : 'text-refused'}`}>
        {answer.reached ? 'yes' : 'no'}
      </span>{' '}
      {code && (
        <span className="font-mono text-xs text-dim">
          <Broken code={code} />
        </span>
      )}
    </button>
  );
}

/** A long name is cut, or it would push the answers out of sight: the list of hosts has it whole. */
function HostName({ name }: { name: string }) {
  return (
    <span dir="auto" title={name} className="line-clamp-4 wrap-anywhere">
      {name}
    </span>
  );
}

/** A long code may be broken after its underscores. */
function Broken({ code }: { code: string }) {
  return code.split(/(?<=[_-])/).map((part, index) => (
    // The parts of one code keep their places.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ));
}
