'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { Tab, TabList, Tabs } from '@/components/ui/tabs';
import type { Attempt } from './attempt-state';
import { DeskPanels, type Shown } from './desk-panels';
import { usePart } from './flow/use-part';
import { latePanel } from './late-panel';
import { MisconceptionNote } from './misconception-note';
import { PlainTerminal } from './plain-terminal';
import { TerminalControls, useTerminalSettings } from './terminal-settings';
import { thenFocus } from './then-focus';
import { type Line, placeOf } from './time/line';
import { MomentBanner } from './time/moment-banner';
import { timelineName } from './time/names';
import { lookWords } from './time/step-words';
import { TimelineButton } from './time/timeline-button';
import type { Places } from './time/use-places';
import { Timeline } from './timeline';
import type { TypingRef } from './typing';
import type { Lab } from './use-attempt';
import { useLines } from './use-lines';

// xterm is half of this page's script: it comes when the page can be read, and on phones not at all.
const loadTerminal = () => import('./terminal').then((module) => module.Terminal);
const SolutionPlayer = latePanel(() => import('./time/solution-player').then((module) => module.SolutionPlayer));

/** What one looks at: a step that is not the one the lab stands at. */
export interface Look {
  readonly seq: number;
  /** Its moment is on its way; what is shown is of before. */
  readonly isComing: boolean;
  /** Why it cannot be shown. */
  readonly failed: string | undefined;
}

/** Picture above, terminal below. */
export function Desk({
  attempt,
  shown,
  line,
  look,
  lab,
  places,
  onPlaces,
  typing,
}: {
  attempt: Attempt;
  shown: Shown;
  line: Line;
  look: Look | undefined;
  lab: Pick<Lab, 'busy' | 'run' | 'call' | 'moveTo' | 'switchTo'>;
  places: Places;
  onPlaces: (some: Partial<Places>) => void;
  typing: TypingRef;
}) {
  const [settings, change] = useTerminalSettings();
  const { part: Terminal } = usePart(loadTerminal, !settings.plain);
  const { busy, run, call } = lab;
  // A terminal shows what it ran itself, so it does not give way while a line runs.
  const [isPlain, setPlain] = useState(true);
  useEffect(() => {
    if (!busy) setPlain(settings.plain || !Terminal);
  }, [busy, settings.plain, Terminal]);
  // Lines and forms act where the lab stands, so that is what is shown.
  const runHere = useCallback(
    (text: string) => {
      onPlaces({ look: undefined });
      return run(text);
    },
    [onPlaces, run],
  );
  const callHere = useCallback(
    (operation: string, input: object) => {
      onPlaces({ look: undefined });
      return call(operation, input);
    },
    [onPlaces, call],
  );
  const lines = useLines(attempt, runHere);
  const place = look ? placeOf(line, look.seq) : line.index;
  const steps = useMemo(() => line.steps.slice(0, place ?? line.index), [line, place]);
  const toNow = () => thenFocus('steps', () => onPlaces({ look: undefined }));
  const moveTo = async (to: number) => {
    if (await lab.moveTo(to)) toNow();
  };
  // What was told before this page was opened is not told again.
  const [told, setTold] = useState(attempt.misconceptions.length);
  const note = attempt.misconceptions[told];
  const { solution } = places;
  return (
    <Tabs
      value={settings.hideDiagram && places.view === 'diagram' ? 'table' : places.view}
      // The console's forms act where the lab stands, so it shows nothing else.
      onValueChange={(view) => onPlaces({ view, arrives: false, ...(view === 'console' && { look: undefined }) })}
      className="flex min-h-0 min-w-0 flex-1 flex-col"
    >
      {look && (
        <MomentBanner
          words={look.failed ? `${look.failed} You see the lab as it stands.` : lookWords(line, look.seq)}
          isShown={!look.failed}
          isComing={look.isComing}
          busy={busy}
          onBack={toNow}
          onGoOn={() => void moveTo(look.seq)}
          onFork={() => onPlaces({ dialog: 'fork' })}
          onCompare={() =>
            onPlaces({ pair: { left: look.seq, right: attempt.position }, view: 'compare', arrives: true })
          }
        />
      )}
      <DeskPanels
        attempt={attempt}
        shown={shown}
        line={line}
        steps={steps}
        busy={busy}
        call={callHere}
        runLine={lines.runElsewhere}
        places={places}
        hideDiagram={settings.hideDiagram}
        onPlaces={onPlaces}
      />
      <div className="order-2 flex flex-wrap items-center gap-x-4 gap-y-1 border-y border-line bg-panel px-4 py-1.5">
        <Timeline
          line={line}
          looked={place ?? line.index}
          busy={busy}
          onLook={(seq) => onPlaces({ look: seq, ...(places.view === 'console' && { view: 'diagram' }) })}
          onMove={(to) => void moveTo(to)}
        >
          <TimelineButton attempt={attempt} onOpen={() => onPlaces({ dialog: 'timelines' })} />
        </Timeline>
        <div id="lab-views" className="min-w-0">
          <TabList label="Show the account as">
            {!settings.hideDiagram && <Tab value="diagram">Diagram</Tab>}
            <Tab value="table">Table</Tab>
            <Tab value="console">Console</Tab>
            <Tab value="flow">Test a flow</Tab>
            <Tab value="matrix">Matrix</Tab>
            <Tab value="log">Log</Tab>
            {places.pair && <Tab value="compare">Compare</Tab>}
            {places.outcome && <Tab value="outcome">Outcome</Tab>}
          </TabList>
        </div>
        <div className="ml-auto">
          <TerminalControls settings={settings} onChange={change} />
        </div>
      </div>
      <div className={`order-3 flex shrink-0 flex-col ${!note ? 'lg:h-[38%]' : solution ? 'lg:h-[60%]' : 'lg:h-1/2'}`}>
        {solution && (
          <SolutionPlayer
            key={solution.timeline}
            lines={solution.lines}
            isHere={attempt.timeline === solution.timeline}
            own={timelineName(attempt.timelines, solution.from)}
            busy={busy}
            run={lines.runElsewhere}
            onReturn={() => void lab.switchTo(solution.from)}
            onResume={() => void lab.switchTo(solution.timeline)}
            onStop={() => thenFocus('terminal', () => onPlaces({ solution: undefined }))}
          />
        )}
        <div className="shrink-0 overflow-y-auto border-line bg-panel has-[section]:border-b has-[section]:p-3 lg:max-h-[60%]">
          <MisconceptionNote note={note} onDismiss={() => thenFocus('terminal', () => setTold(told + 1))} />
        </div>
        <section id="lab-terminal" aria-label="Terminal" tabIndex={-1} className="h-80 lg:h-auto lg:min-h-0 lg:flex-1">
          {isPlain || !Terminal ? (
            <PlainTerminal
              entries={lines.entries}
              run={lines.runLine}
              prompt={attempt.prompt}
              history={lines.history}
              busy={busy}
              typing={typing}
            />
          ) : (
            <Terminal
              entries={lines.entries}
              outside={lines.outside}
              run={lines.runLine}
              prompt={attempt.prompt}
              complete={lines.complete}
              history={lines.history}
              screenReader={settings.screenReader}
              fontSize={settings.fontSize}
              typing={typing}
            />
          )}
        </section>
      </div>
    </Tabs>
  );
}
