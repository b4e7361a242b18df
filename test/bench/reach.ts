import type { Flow, FlowSource } from '@/lib/engine/reachability/flow';
import { type PairFlow, reachabilityMatrix } from '@/lib/engine/reachability/matrix';
import { trace } from '@/lib/engine/reachability/trace';
import type { Figure } from './bench';
import { median } from './measure';
import { type Reach, reachWorld } from './reach-world';

const sizes = [1_000, 10_000];
const rounds = 7;

/** A single trace in a small and a large account, and a matrix beside as many single traces. */
export function reach(): Figure[] {
  const [small, large] = sizes.map(reachWorld);
  if (!small || !large) throw new Error('there are two sizes');
  const [atSmall, atLarge] = traceCosts(small, large);
  const matrix = matrixFigures(small);
  return [
    { name: 'trace at 1,000 interfaces, µs', value: atSmall, detail: 'eight kinds of flows, out and back' },
    { name: 'trace at 10,000 interfaces, µs', value: atLarge },
    { name: 'trace, cost at 10,000 ÷ at 1,000', value: atLarge / atSmall },
    ...matrix,
  ];
}

/** Microseconds of one trace, over flows of all kinds; the two accounts take turns. */
function traceCosts(...accounts: [Reach, Reach]): [number, number] {
  const time = ({ world, flows }: Reach, times: number) => {
    const from = performance.now();
    for (let done = 0; done < times; done += 1) for (const flow of flows) trace(world, flow);
    return ((performance.now() - from) * 1000) / (times * flows.length);
  };
  for (const account of accounts) time(account, 1_000); // Warm up.
  const costs: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, account] of accounts.entries()) costs[index]?.push(time(account, 200));
  }
  return [median(costs[0]), median(costs[1])];
}

const pairFlows: readonly PairFlow[] = [
  { protocol: 'tcp', port: 22 },
  { protocol: 'tcp', port: 443 },
  { protocol: 'icmp' },
];

function matrixFigures({ world, hosts }: Reach): Figure[] {
  const ends = hosts.slice(0, 200).map((id): FlowSource => ({ kind: 'instance', id }));
  const times: number[] = [];
  let matrix: ReturnType<typeof reachabilityMatrix> = [];
  for (let round = 0; round < 3; round += 1) {
    const from = performance.now();
    matrix = reachabilityMatrix(world, { sources: ends, targets: ends, flows: pairFlows });
    times.push(performance.now() - from);
  }
  let same = 0;
  let cells = 0;
  const from = performance.now();
  for (const [row, source] of ends.entries()) {
    for (const [column, destination] of ends.entries()) {
      for (const [at, pairFlow] of pairFlows.entries()) {
        const flow: Flow = { ...pairFlow, source, destination };
        const { verdict } = trace(world, flow);
        const cell = matrix[row]?.[column]?.[at];
        cells += 1;
        if (cell?.reached === verdict.reached) same += 1;
      }
    }
  }
  const singly = performance.now() - from;
  if (same !== cells) throw new Error(`${cells - same} of ${cells} cells say something else than their traces`);
  const together = median(times);
  return [
    { name: 'matrix of 200 × 200 × 3, ms', value: together },
    {
      name: 'matrix of 200 × 200 × 3, how many times quicker than single traces',
      value: singly / together,
      detail: `${cells.toLocaleString('en')} traces took ${Math.round(singly)} ms; the same verdicts`,
    },
  ];
}
