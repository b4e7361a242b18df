'use client';

import { memo, useCallback, useMemo, useState } from 'react';
import { TabPanel } from '@/components/ui/tabs';
import { topology } from '@/lib/diagram/topology';
import type { Flow } from '@/lib/engine/reachability/flow';
import { tableNames, tableOf, type World } from '@/lib/engine/world';
import type { StepView } from '@/lib/labs/views';
import type { Attempt } from './attempt-state';
import { firstPlace } from './console/place';
import { DiagramView } from './diagram-view';
import { type MatrixChoice, usualChoice } from './flow/matrix-choice';
import { useFlow } from './flow/use-flow';
import { latePanel } from './late-panel';
import { Measured } from './measured';
import { thenFocus } from './then-focus';
import type { Line } from './time/line';
import { sidesOf } from './time/sides';
import type { Places } from './time/use-places';
import type { Lab } from './use-attempt';

// What few open at first is not in the first script.
const TablePanel = memo(latePanel(() => import('./table-panel').then((module) => module.TablePanel)));
const ConsolePanel = latePanel(() => import('./console/console-panel').then((module) => module.ConsolePanel));
const FlowPanel = latePanel(() => import('./flow/flow-panel').then((module) => module.FlowPanel));
const MatrixPanel = latePanel(() => import('./flow/matrix-panel').then((module) => module.MatrixPanel));
const StepLog = memo(latePanel(() => import('./step-log').then((module) => module.StepLog)));
const ComparePanel = latePanel(() => import('./time/compare-panel').then((module) => module.ComparePanel));
const OutcomePanel = latePanel(() => import('./time/outcome-panel').then((module) => module.OutcomePanel));

// What is large is drawn again only when the account is another, not with every step of a slider.
const Picture = memo(DiagramView);

/** The account as it is shown: of now, or of the step that is looked at. */
export interface Shown {
  readonly world: World;
  /** Stands for what is in `world`, which is one object. */
  readonly revision: number;
  readonly ports: Attempt['ports'];
  readonly changed: ReadonlySet<string>;
}

/** The panels of the tabs: each of them is the same account, or what led to it. */
export function DeskPanels({
  attempt,
  shown,
  line,
  steps,
  busy,
  call,
  runLine,
  places,
  hideDiagram,
  onPlaces,
}: {
  attempt: Attempt;
  shown: Shown;
  line: Line;
  /** The steps that led to what is shown. */
  steps: readonly StepView[];
  busy: boolean;
  call: Lab['call'];
  /** Run a line in the terminal. */
  runLine: (line: string) => Promise<boolean>;
  places: Places;
  hideDiagram: boolean;
  onPlaces: (some: Partial<Places>) => void;
}) {
  const { world, revision, ports, changed } = shown;
  const account = useMemo(
    () => (revision >= 0 ? topology(world, ports) : { vpcs: [], looseAddresses: [] }),
    [world, ports, revision],
  );
  const [row, setRow] = useState<string>();
  const showRow = useCallback(
    (id: string) => {
      setRow(id);
      onPlaces({ view: 'table' });
    },
    [onPlaces],
  );
  const has = useCallback((id: string) => tableNames.some((name) => tableOf(world, name).get(id)), [world]);
  const rowShown = useCallback(() => setRow(undefined), []);
  const [choice, setChoice] = useState<MatrixChoice>(usualChoice);
  const [place, setPlace] = useState(firstPlace);
  const test = useFlow(world, revision);
  const { ask } = test;
  const openFlow = useCallback(
    (flow: Flow) => {
      ask(flow);
      onPlaces({ view: 'flow' });
    },
    [ask, onPlaces],
  );
  const { pair, look } = places;
  return (
    <Measured className="order-1 min-h-72 flex-1 overflow-auto border-line bg-paper max-lg:max-h-[60vh] max-lg:border-t">
      {(width) => (
        <>
          {!hideDiagram && (
            <TabPanel value="diagram" className="h-full">
              <Picture account={account} changed={changed} width={width} has={has} onRow={showRow} />
            </TabPanel>
          )}
          <TabPanel value="table">
            <TablePanel
              world={world}
              revision={revision}
              account={account}
              changed={changed}
              row={row}
              onShown={rowShown}
            />
          </TabPanel>
          <TabPanel value="console">
            <ConsolePanel
              world={attempt.world}
              revision={attempt.revision}
              busy={busy}
              call={call}
              runLine={(text) => void runLine(text)}
              place={place}
              onPlace={setPlace}
            />
          </TabPanel>
          <TabPanel value="flow" className="h-full">
            <FlowPanel world={world} revision={revision} account={account} test={test} width={width} onShow={showRow} />
          </TabPanel>
          <TabPanel value="matrix">
            <MatrixPanel world={world} revision={revision} choice={choice} onChoose={setChoice} onOpen={openFlow} />
          </TabPanel>
          <TabPanel value="log">
            <StepLog steps={steps} />
          </TabPanel>
          {pair && (
            <TabPanel value="compare">
              <ComparePanel
                attemptId={attempt.id}
                pair={pair}
                sides={sidesOf(attempt, line, pair, look)}
                takesFocus={places.arrives}
                onPair={(next) => onPlaces({ pair: next })}
                onLook={(seq) => onPlaces({ look: seq, view: 'diagram' })}
                onClose={() => thenFocus('views', () => onPlaces({ pair: undefined, view: 'diagram' }))}
              />
            </TabPanel>
          )}
          {places.outcome && (
            <TabPanel value="outcome">
              <OutcomePanel
                attemptId={attempt.id}
                width={width}
                hideDiagram={hideDiagram}
                takesFocus={places.arrives}
                onClose={() => thenFocus('views', () => onPlaces({ outcome: false, view: 'diagram' }))}
              />
            </TabPanel>
          )}
        </>
      )}
    </Measured>
  );
}
