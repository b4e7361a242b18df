'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import type { Form } from '@/lib/console/form';
import { type Section, sections } from '@/lib/console/sections';
import type { World } from '@/lib/engine/world';
import type { CallAnswer } from '@/lib/labs/views';
import { CallForm, type MakeCall } from './call-form';
import { firstPlace, type Place } from './place';
import { ResourceList } from './resource-list';
import { resultWords } from './result-words';

export interface ConsolePanelProps {
  /** The account where the attempt stands: forms act there, whatever is looked at. */
  readonly world: World;
  /** Stands for what is in `world`, which is one object. */
  readonly revision: number;
  /** Something else is under way in this attempt. */
  readonly busy: boolean;
  /** Make a call as a step; throws ApiError. */
  readonly call: MakeCall;
  /** Type a line in the terminal and run it. */
  readonly runLine: (line: string) => void;
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
}

/** The account as AWS's console shows it: lists, and forms that are calls. */
export function ConsolePanel(props: ConsolePanelProps) {
  const { place, onPlace } = props;
  return (
    <Tabs
      value={place.section}
      onValueChange={(section) => onPlace({ ...firstPlace, section })}
      className="flex flex-col gap-4 p-4"
    >
      <TabList label="Console">
        {sections.map(({ id, title }) => (
          <Tab key={id} value={id}>
            {title}
          </Tab>
        ))}
      </TabList>
      {sections.map((section) => (
        <TabPanel key={section.id} value={section.id}>
          <SectionView section={section} {...props} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

const formsOf = ({ make, actions }: Section): Form[] => [make, ...actions.flatMap(({ forms }) => forms)];

function SectionView({
  section,
  world,
  revision,
  busy,
  call,
  runLine,
  place,
  onPlace,
}: ConsolePanelProps & { section: Section }) {
  const rows = useMemo(() => (revision >= 0 ? section.rows(world) : []), [section, world, revision]);
  const [result, setResult] = useState<{ form: Form; answer: CallAnswer }>();
  const [opened, setOpened] = useState(false);
  const back = useRef<HTMLDivElement>(null);
  const [returned, setReturned] = useState(0);
  useEffect(() => {
    if (returned > 0) back.current?.focus();
  }, [returned]);

  const selected = rows.find(({ id }) => id === place.selected);
  const form = formsOf(section).find(({ id }) => id === place.form);
  const toList = () => {
    const { form: _closed, ...rest } = place;
    onPlace({ ...rest, filled: {} });
    setReturned((times) => times + 1);
  };
  if (form) {
    return (
      <CallForm
        key={form.id}
        form={form}
        world={world}
        filled={place.filled}
        busy={busy}
        takesFocus={opened}
        onFill={(filled) => onPlace({ ...place, filled })}
        call={call}
        runLine={runLine}
        onDone={(answer) => {
          setResult({ form, answer });
          toList();
        }}
        onCancel={() => {
          setResult(undefined);
          toList();
        }}
      />
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <div ref={back} tabIndex={-1} className="flex flex-col gap-3">
        <h2 className="text-lg">
          {section.title} <span className="font-normal text-dim">({rows.length})</span>
        </h2>
        {result && (
          <Notice kind="holds" title={`${result.form.title}: done`}>
            <span className="wrap-anywhere">{resultWords(result.answer.changes)}</span>
          </Notice>
        )}
      </div>
      <ResourceList
        section={section}
        rows={rows}
        selected={selected}
        onSelect={({ id }) => onPlace({ ...place, selected: id })}
        onOpen={(next) => {
          setResult(undefined);
          setOpened(true);
          onPlace({ ...place, form: next.id, filled: selected?.fills ?? {} });
        }}
      />
    </div>
  );
}
