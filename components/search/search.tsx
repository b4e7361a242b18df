'use client';

import { type KeyboardEvent, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { TextInput } from '../ui/text-input';
import { Asked } from './asked';
import { Failed, NothingAsked, NothingFound } from './no-results';
import { ResultList } from './result-list';
import { useIndex } from './use-index';

/** How long nobody types before the address says what was typed, in ms: browsers refuse to have it changed at every key. */
const rest = 300;
const addressOf = (query: string): string => (query ? `/search?q=${encodeURIComponent(query)}` : '/search');

/** A field and what it finds. What was typed stands in the address too, so that it can be linked to. */
export function Search() {
  const place = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  /** What the address says, as far as it was written here. */
  const written = useRef('');
  const [query, setQuery] = useState('');
  const { find, failed, again } = useIndex(query !== '');

  const asked = useCallback((wanted: string) => {
    if (wanted === written.current) return;
    written.current = wanted;
    if (field.current) field.current.value = wanted;
    setQuery(wanted.trim());
  }, []);
  useEffect(() => {
    // What was typed before this script was there.
    const typed = field.current?.value.trim();
    if (typed) setQuery(typed);
    if (!location.search) field.current?.focus();
  }, []);

  const write = useCallback(() => {
    const now = field.current?.value.trim() ?? '';
    if (now === written.current) return;
    written.current = now;
    history.replaceState(null, '', addressOf(now));
  }, []);
  useEffect(() => {
    // The address leads, until something else was typed.
    if (query === written.current) return;
    const timer = setTimeout(write, rest);
    return () => clearTimeout(timer);
  }, [query, write]);

  /** Up and down lead from the field through the results, and back. */
  const step = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [...(place.current?.querySelectorAll<HTMLElement>('input, a[data-hit]') ?? [])];
    const at = stops.findIndex((stop) => stop.matches(':focus'));
    const next = by === undefined || at < 0 ? undefined : stops[at + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  const found = query === '' ? undefined : find?.(query);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field and the links inside it
    <div ref={place} onKeyDown={step}>
      <search className="mt-6 block noscript:hidden">
        <form
          action="/search"
          className="flex gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            write();
            place.current?.querySelector<HTMLElement>('a[data-hit]')?.focus();
          }}
        >
          <label htmlFor="search-field" className="sr-only">
            Words to look for
          </label>
          <TextInput
            ref={field}
            id="search-field"
            type="search"
            name="q"
            maxLength={100}
            placeholder="detach, ENI, source/destination check"
            autoCapitalize="none"
            autoComplete="off"
            enterKeyHint="search"
            onChange={({ target }) => setQuery(target.value.trim())}
            onBlur={write}
          />
          <Button type="submit">Search</Button>
        </form>
      </search>
      <Suspense fallback={null}>
        <Asked onAsked={asked} />
      </Suspense>
      <p role="status" className="mt-3 min-h-6 text-sm text-dim">
        {found && said(found.count, found.partly)}
        {query !== '' && !find && !failed && <span className="late">Loading what can be found</span>}
      </p>
      {query === '' && <NothingAsked />}
      {query !== '' && failed && <Failed onAgain={again} />}
      {found && found.count === 0 && <NothingFound query={query} />}
      {found && <ResultList groups={found.groups} />}
    </div>
  );
}

function said(count: number, partly: boolean): string {
  if (count === 0) return 'Nothing found.';
  const places = count === 1 ? '1 place' : `${count} places`;
  return partly ? `No place has all of these words. ${places} with some of them.` : `${places}.`;
}
