'use client';

import { type FormEvent, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { inputClass, TextInput } from '@/components/ui/text-input';
import { type EndGroup, endKey, typedEnd } from '@/lib/diagram/flow-ends';
import type { Flow, FlowTarget, Protocol } from '@/lib/engine/reachability/flow';

const protocols = [
  { value: 'tcp', label: 'TCP' },
  { value: 'udp', label: 'UDP' },
  { value: 'icmp', label: 'ICMP echo (ping)' },
];
const wellKnown = { 22: 'SSH', 53: 'DNS', 80: 'HTTP', 443: 'HTTPS', 3306: 'MySQL', 3389: 'RDP', 5432: 'PostgreSQL' };

/** From, to, protocol and port: asks a flow, or says what is missing. `flow` is what was asked last. */
export function FlowForm({
  groups,
  flow,
  onAsk,
}: {
  groups: readonly EndGroup[];
  flow: Flow | undefined;
  onAsk: (flow: Flow) => void;
}) {
  const [firstHost] = groups.filter(({ label }) => label !== 'Outside').flatMap(({ ends }) => ends);
  const [from, setFrom] = useState(flow ? endKey(flow.source) : 'internet');
  const [to, setTo] = useState(flow ? endKey(flow.destination) : (firstHost?.key ?? 'internet'));
  const [typed, setTyped] = useState(flow ? typedText(flow.destination) : '');
  const [protocol, setProtocol] = useState<Protocol>(flow?.protocol ?? 'tcp');
  const [port, setPort] = useState(flow?.port === undefined ? '22' : `${flow.port}`);
  const [wrong, setWrong] = useState<{ typed?: string; port?: string; ends?: string }>({});
  const ports = useId();
  const ends = new Map(groups.flatMap((group) => group.ends.map(({ key, end }) => [key, end] as const)));

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const source = ends.get(from);
    const destination = to === 'other' ? typedEnd(typed) : ends.get(to);
    const number = /^\d{1,5}$/.test(port.trim()) ? Number(port) : 0;
    const problems = {
      ...(!source && { ends: 'What the flow comes from is gone. Choose another.' }),
      ...(source && !destination && to !== 'other' && { ends: 'What the flow goes to is gone. Choose another.' }),
      ...(!destination && to === 'other' && { typed: 'Enter an address, as 10.0.1.10, or a DNS name.' }),
      ...(protocol !== 'icmp' && (number < 1 || number > 65_535) && { port: 'Enter a port from 1 to 65535.' }),
    };
    const form = event.currentTarget;
    // Drawn at once, so that the first field that is wrong can be found and its error is read out with it.
    flushSync(() => setWrong(problems));
    form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    if (!source || !destination || Object.keys(problems).length > 0) return;
    onAsk({ source, destination, protocol, ...(protocol !== 'icmp' && { port: number }) });
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-3" aria-label="Flow" noValidate>
      <Field label="From" error={wrong.ends}>
        {(control) => <EndSelect {...control} groups={groups} value={from} onChange={setFrom} />}
      </Field>
      <Field label="To">
        {(control) => <EndSelect {...control} groups={groups} value={to} onChange={setTo} other />}
      </Field>
      {to === 'other' && (
        <Field label="Address or name" error={wrong.typed}>
          {(control) => (
            <TextInput
              {...control}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              className="font-mono"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)_5.5rem_auto] items-end gap-3">
        <Field label="Protocol">
          {(control) => (
            <Select
              {...control}
              options={protocols}
              value={protocol}
              // The values are those of `protocols`.
              onChange={(event) => setProtocol(event.target.value as Protocol)}
            />
          )}
        </Field>
        {protocol === 'icmp' ? (
          <span />
        ) : (
          <Field label="Port">
            {(control) => (
              <TextInput
                {...control}
                value={port}
                onChange={(event) => setPort(event.target.value)}
                inputMode="numeric"
                autoComplete="off"
                list={ports}
                {...(wrong.port && { 'aria-invalid': true, 'aria-describedby': `${ports}-wrong` })}
              />
            )}
          </Field>
        )}
        <Button type="submit" variant="primary">
          Test
        </Button>
      </div>
      {wrong.port && protocol !== 'icmp' && (
        <p id={`${ports}-wrong`} className="flex gap-1.5 text-sm text-refused">
          <span aria-hidden="true">✕</span>
          {wrong.port}
        </p>
      )}
      <datalist id={ports}>
        {Object.entries(wellKnown).map(([number, name]) => (
          <option key={number} value={number}>
            {name}
          </option>
        ))}
      </datalist>
    </form>
  );
}

const typedText = (end: FlowTarget): string =>
  end.kind === 'address' ? end.address : end.kind === 'name' ? end.name : '';

function EndSelect({
  groups,
  value,
  onChange,
  other = false,
  ...control
}: {
  groups: readonly EndGroup[];
  value: string;
  onChange: (key: string) => void;
  other?: boolean;
  id: string;
}) {
  const isListed = (other && value === 'other') || groups.some(({ ends }) => ends.some(({ key }) => key === value));
  return (
    <select {...control} value={value} onChange={(event) => onChange(event.target.value)} className={inputClass}>
      {!isListed && <option value={value}>gone: {value.replace(/^\w+:/, '')}</option>}
      {groups.map(({ label, ends }) => (
        <optgroup key={label} label={label}>
          {ends.map((end) => (
            <option key={end.key} value={end.key}>
              {end.label}
            </option>
          ))}
        </optgroup>
      ))}
      {other && (
        <optgroup label="Anything else">
          <option value="other">An address or name</option>
        </optgroup>
      )}
    </select>
  );
}
