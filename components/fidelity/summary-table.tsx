import { Cell, HeadCell, Table } from '@/components/ui/table';
import type { Provenance } from '@/lib/fidelity/read-docstrings';
import type { ResourceView } from '@/lib/fidelity/views';

const kinds: readonly Provenance[] = ['observed', 'documented', 'assumed'];

/** All resources in figures, each a way to its own page. */
export function SummaryTable({ resources }: { resources: readonly ResourceView[] }) {
  const count = (all: readonly ResourceView[], kind: Provenance) =>
    all.flatMap(({ refusals }) => refusals).filter(({ provenance }) => provenance === kind).length;
  const parameters = (all: readonly ResourceView[], modelled: boolean) =>
    all
      .flatMap(({ operations }) => operations.flatMap((one) => one.parameters))
      .filter((one) => one.modelled === modelled).length;
  const differing = (all: readonly ResourceView[]) =>
    all.flatMap(({ operations }) => operations).filter(({ differs }) => differs).length;
  const figures = (all: readonly ResourceView[]) => (
    <>
      <Cell numeric>{all.flatMap(({ operations }) => operations).length}</Cell>
      <Cell numeric>{parameters(all, true)}</Cell>
      <Cell numeric>{parameters(all, false)}</Cell>
      <Cell numeric>{differing(all)}</Cell>
      {kinds.map((kind) => (
        <Cell key={kind} numeric>
          {count(all, kind)}
        </Cell>
      ))}
    </>
  );
  return (
    <Table caption="What is modelled, by resource. Parameters that are not modelled are refused; operations are counted that are known to differ, and refusals by how AWS’s words for them are known.">
      <thead>
        <tr>
          <HeadCell>Resource</HeadCell>
          <HeadCell numeric>Operations</HeadCell>
          <HeadCell numeric>Parameters</HeadCell>
          <HeadCell numeric>Not modelled</HeadCell>
          <HeadCell numeric>Known to differ</HeadCell>
          <HeadCell numeric>Refusals observed</HeadCell>
          <HeadCell numeric>documented</HeadCell>
          <HeadCell numeric>assumed</HeadCell>
        </tr>
      </thead>
      <tbody>
        {resources.map((resource) => (
          <tr key={resource.slug}>
            <HeadCell scope="row">
              <a href={`/fidelity/${resource.slug}`} className="font-normal underline">
                {resource.title}
              </a>
            </HeadCell>
            {figures([resource])}
          </tr>
        ))}
        <tr>
          <HeadCell scope="row">All</HeadCell>
          {figures(resources)}
        </tr>
      </tbody>
    </Table>
  );
}
