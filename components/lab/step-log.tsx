import { Cell, HeadCell, Table } from '@/components/ui/table';
import type { StepView } from '@/lib/labs/views';

/** Every step that led here, in words: what was called, by which tool, and what AWS said. */
export function StepLog({ steps, path }: { steps: readonly StepView[]; path: readonly number[] }) {
  const bySeq = new Map(steps.map((step) => [step.seq, step]));
  const shown = path.flatMap((seq) => bySeq.get(seq) ?? []);
  if (shown.length === 0) {
    return (
      <p className="p-5 text-dim">No step yet. What you change here, or with tools of your own, stands in this list.</p>
    );
  }
  return (
    <div className="p-4">
      <Table caption="Calls that changed something or were refused, the newest last. Reads are not kept.">
        <thead>
          <tr>
            <HeadCell numeric>Step</HeadCell>
            <HeadCell>Time</HeadCell>
            <HeadCell>By</HeadCell>
            <HeadCell>What</HeadCell>
            <HeadCell>Answer</HeadCell>
          </tr>
        </thead>
        <tbody>
          {shown.map((step, index) => {
            const { text, by } = madeBy(step);
            return (
              <tr key={step.seq}>
                <Cell numeric>{index + 1}</Cell>
                <Cell className="whitespace-nowrap">{step.at.slice(11, 19)}</Cell>
                <Cell className="whitespace-nowrap">{by}</Cell>
                <Cell mono className="min-w-72 break-words whitespace-pre-wrap">
                  {text}
                </Cell>
                <Cell>
                  <Answer step={step} />
                </Cell>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}

function Answer({ step: { outcome, codes, repeats } }: { step: StepView }) {
  if (outcome === 'shell') return 'Shell only';
  const times = repeats > 0 ? `, ${repeats + 1} times` : '';
  return (
    <>
      {outcome === 'changed' && '✓ Accepted'}
      {outcome === 'changed' && codes.length > 0 && '; '}
      {codes.length > 0 && <span className="text-refused">{`✕ ${codes.join(', ')}${times}`}</span>}
    </>
  );
}

/** A tool that is not this page leaves its name behind its call, as a comment. */
function madeBy({ via, text }: Pick<StepView, 'via' | 'text'>): { text: string; by: string } {
  if (via !== 'ec2') return { text, by: via === 'shell' ? 'This page' : via };
  const [call = text, client] = text.split(/ {2}# (?=[^#]*$)/);
  return { text: call, by: client ?? 'An EC2 client' };
}
