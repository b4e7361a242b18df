import { Fragment } from 'react';
import { Cell, HeadCell, Table } from '@/components/ui/table';
import type { RefusalView } from '@/lib/fidelity/views';
import { LongName } from './long-name';
import { SourceText } from './source-text';
import { TestNames } from './test-names';

const words = { observed: 'Observed', documented: 'Documented', assumed: 'Assumed' };

/** What AWS answers when it refuses, how that is known, and which tests hold it. */
export function RefusalTable({ refusals }: { refusals: readonly RefusalView[] }) {
  return (
    <Table caption="Refusals and how each is known" captionHidden>
      <thead>
        <tr>
          <HeadCell>Code</HeadCell>
          <HeadCell>Message</HeadCell>
          <HeadCell>Known from</HeadCell>
          <HeadCell>Tests</HeadCell>
        </tr>
      </thead>
      <tbody>
        {refusals.map(({ name, anchor, codes, messages, provenance, source, tests }) => (
          <tr key={`${name} ${messages[0]}`} id={anchor}>
            <Cell mono className="min-w-40">
              {codes.map((code, index) => (
                <Fragment key={code}>
                  {index > 0 && ' or '}
                  <LongName name={code} />
                </Fragment>
              ))}
            </Cell>
            <Cell className="min-w-60 wrap-anywhere">
              {messages.length === 0 && <span className="text-dim">depends on what is wrong</span>}
              {messages.map((message, index) => (
                <p key={message}>
                  {index > 0 && <span className="text-dim">or: </span>}
                  {message}
                </p>
              ))}
            </Cell>
            <Cell className="min-w-60">
              <strong>{words[provenance]}</strong>: <SourceText text={source} />
            </Cell>
            <Cell className="min-w-40">
              <TestNames tests={tests} most={3} none="none has these words" />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
