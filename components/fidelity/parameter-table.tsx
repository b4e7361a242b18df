import { Cell, HeadCell, Table } from '@/components/ui/table';
import type { ParameterView } from '@/lib/fidelity/views';
import { LongName } from './long-name';
import { TestNames } from './test-names';

type Props = { operation: string; parameters: readonly ParameterView[] };

/** The parameters of one operation in AWS's order, folded away: some have hundreds. */
export function ParameterTable({ operation, parameters }: Props) {
  const missing = parameters.filter(({ modelled }) => !modelled).length;
  return (
    <details className="mt-2">
      <summary className="cursor-pointer text-sm">
        {parameters.length} {parameters.length === 1 ? 'parameter' : 'parameters'}
        {missing > 0 && `, ${missing} of them not modelled`}
      </summary>
      <p className="mt-2 text-sm text-dim">
        Name, type and whether it is required: documented in AWS’s API model, and held to it by engine/model.test.ts.
        What it does: known as the operation is. The tests listed make the call and name the parameter.
      </p>
      <Table className="mt-2" caption={`Parameters of ${operation}`} captionHidden>
        <thead>
          <tr>
            <HeadCell>Parameter</HeadCell>
            <HeadCell>Modelled</HeadCell>
            <HeadCell>Tests</HeadCell>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ name, modelled, required, tests }) => (
            <tr key={name}>
              <Cell mono>
                <LongName name={name} />
              </Cell>
              <Cell>{modelled ? (required ? 'yes, required' : 'yes') : 'no: refused as NotModelled'}</Cell>
              <Cell>
                <TestNames tests={tests} most={3} none="engine/model.test.ts alone" />
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
