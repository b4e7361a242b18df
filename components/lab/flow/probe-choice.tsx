'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Probe } from './use-matrix';

const small =
  'min-h-7 rounded border border-line-strong bg-panel px-2 text-sm text-ink aria-invalid:border-refused pointer-coarse:min-h-11 pointer-coarse:text-[1rem]';

/** Which protocol and port the table shows, with what is known of each. */
export function ProbeChoice({
  probes,
  shown,
  onShow,
  onAdd,
}: {
  probes: readonly { readonly probe: Probe; readonly reached: number; readonly known: number }[];
  shown: Probe;
  onShow: (probe: Probe) => void;
  onAdd: (probe: Probe) => void;
}) {
  const name = useId();
  const [protocol, setProtocol] = useState<'tcp' | 'udp'>('tcp');
  const [port, setPort] = useState('');
  const [wrong, setWrong] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const number = /^\d{1,5}$/.test(port.trim()) ? Number(port) : 0;
    const isPort = number >= 1 && number <= 65_535;
    setWrong(!isPort);
    if (!isPort) return;
    onAdd({ key: `${protocol}${number}`, label: `${protocol} ${number}`, protocol, port: number });
    setPort('');
  };
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <fieldset>
        <legend className="mb-1 text-sm text-dim">Protocol and port, and how many pairs are reached</legend>
        <div className="flex flex-wrap gap-2">
          {probes.map(({ probe, reached, known }) => (
            <label
              key={probe.key}
              className="flex min-h-9 items-center gap-2 rounded border border-line-strong bg-panel px-2.5 text-sm has-checked:border-cable pointer-coarse:min-h-11"
            >
              <input
                type="radio"
                name={name}
                checked={shown.key === probe.key}
                onChange={() => onShow(probe)}
                className="accent-(--cable)"
              />
              <span>
                {probe.label}
                <span className="text-dim tabular-nums">
                  {' '}
                  {known > 0 ? `${reached} of ${known}` : '…'}
                  <span className="sr-only">{known > 0 ? ' reached' : ' not known yet'}</span>
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <form onSubmit={add} className="flex flex-wrap items-center gap-2" aria-label="Another port" noValidate>
        <select
          aria-label="Protocol"
          value={protocol}
          // The values are the two options.
          onChange={(event) => setProtocol(event.target.value as 'tcp' | 'udp')}
          className={small}
        >
          <option value="tcp">tcp</option>
          <option value="udp">udp</option>
        </select>
        <input
          aria-label="Another port"
          inputMode="numeric"
          placeholder="port"
          value={port}
          onChange={(event) => setPort(event.target.value)}
          className={`${small} w-20`}
          autoComplete="off"
          {...(wrong && { 'aria-invalid': true, 'aria-describedby': `${name}-wrong` })}
        />
        <Button type="submit" size="sm">
          Add port
        </Button>
        {wrong && (
          <p id={`${name}-wrong`} role="alert" className="text-sm text-refused">
            ✕ Enter a port from 1 to 65535.
          </p>
        )}
      </form>
    </div>
  );
}
