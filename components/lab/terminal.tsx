'use client';

import { FitAddon } from '@xterm/addon-fit';
import { Terminal as Xterm } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Readline } from 'xterm-readline';
import { type Entry, isComplete, printable, usualPrompt } from './transcript';
import type { Typing, TypingRef } from './typing';

export interface TerminalProps {
  /** What to show first: the lines of before and their output. */
  readonly entries: readonly Entry[];
  /** Runs a line and answers what it printed, and the prompt that is `next` where that is known before the page knows it. */
  readonly run: (line: string) => Promise<Entry & { readonly next?: string }>;
  /** What was run elsewhere in the page since, oldest first: only ever added to. */
  readonly outside: readonly Entry[];
  /** What stands before the next line. */
  readonly prompt: string;
  readonly complete: (line: string) => Promise<{ from: number; candidates: string[] }>;
  /** Lines for the arrow keys, oldest first. */
  readonly history: readonly string[];
  readonly screenReader: boolean;
  readonly fontSize: number;
  readonly typing: TypingRef;
}

/**
 * Readline keeps its history in the browser's storage, and throws where a browser refuses that: in another site's frame, or
 * because its owner wants it so. Told that there is none, it does without.
 */
function hideRefusedStorage(): void {
  try {
    void localStorage;
  } catch {
    Object.defineProperty(window, 'localStorage', { value: undefined, configurable: true });
  }
}

const promptText = (prompt: string) => `\x1b[90m${printable(prompt)}\x1b[0m `;
const red = (text: string) => `\x1b[31m${text}\x1b[0m`;
const lines = (text: string) => printable(text).replace(/\n/g, '\r\n');

/**
 * The lab's terminal. Tab completes while something is typed; on an empty line, and after Escape, Tab moves on to
 * the next thing in the page, so that the keyboard is never caught.
 */
export function Terminal(props: TerminalProps) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const { screenReader, fontSize, outside, typing } = props;
  const stir = useRef(() => {});
  // biome-ignore lint/correctness/useExhaustiveDependencies: that something came is what is told
  useEffect(() => stir.current(), [outside]);

  const typed = useRef<() => Typing>(undefined);
  // Looked at while it still has the keyboard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size or mode is another terminal
  useLayoutEffect(
    () => () => {
      typing.current = typed.current?.();
    },
    [typing, screenReader, fontSize],
  );

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const style = getComputedStyle(element);
    const term = new Xterm({
      screenReaderMode: screenReader,
      fontSize,
      fontFamily: style.fontFamily,
      lineHeight: 1.35,
      cursorBlink: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      theme: {
        background: style.backgroundColor,
        foreground: '#d7dae0',
        cursor: '#fb923c',
        red: '#f97066',
        brightBlack: '#8f96a3',
        selectionBackground: '#fb923c55',
        scrollbarSliderBackground: '#8f96a333',
        scrollbarSliderHoverBackground: '#8f96a366',
      },
    });
    const fit = new FitAddon();
    hideRefusedStorage();
    const readline = new Readline();
    term.loadAddon(fit);
    term.loadAddon(readline);
    readline.setCheckHandler(isComplete);
    term.open(element);
    fit.fit();
    const resized = new ResizeObserver(() => fit.fit());
    resized.observe(element);

    let closed = false;
    let escaped = false;
    // What is typed while a line runs waits for the next prompt, as in any terminal; so does a Tab.
    let ahead = typing.current?.text ?? '';
    let reads = false;
    typed.current = () => ({
      text: reads ? readline.getLine() : ahead,
      focused: element.contains(document.activeElement),
    });
    const keydown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') escaped = true;
      else if (event.key !== 'Tab') escaped = false;
      if (event.key !== 'Tab' || event.shiftKey || escaped) {
        if (event.key === 'Tab') event.stopPropagation(); // Leave: the browser moves the focus.
        return;
      }
      event.stopPropagation();
      if (reads && readline.getLine() === '') return;
      if (!reads && !/[^\r]$/.test(ahead)) return;
      event.preventDefault();
      if (reads) void offer(readline, latest.current.complete, term);
      else ahead += '\t';
    };
    element.addEventListener('keydown', keydown, true);

    for (const line of latest.current.history) readline.appendHistory(line);
    if (latest.current.entries.length === 0)
      term.write('\x1b[90mType help to see what there is. Tab completes.\x1b[0m\r\n');
    // The prompt is ready to be typed at, unless the person is elsewhere already or would lose the page to a keyboard.
    const isFree = document.activeElement === document.body;
    if (isFree && (typing.current?.focused || matchMedia('(pointer: fine)').matches)) term.focus();
    typing.current = undefined;
    const end = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
    const answer = ({ stdout, stderr }: Entry) => lines(end(stdout)) + (stderr ? red(lines(end(stderr))) : '');
    const print = (entry: Entry) =>
      term.write(`${promptText(entry.prompt ?? usualPrompt)}${lines(entry.line)}\r\n${answer(entry)}`);
    for (const entry of latest.current.entries) print(entry);
    let printed = latest.current.outside.length;
    term.onData((data) => {
      if (!reads) ahead += data;
    });
    const flushed = () => new Promise<void>((done) => term.write('', done));
    const loop = async () => {
      let prompt: string | undefined;
      while (!closed) {
        const stirred = new Promise<undefined>((done) => {
          stir.current = () => done(undefined);
        });
        for (const entry of latest.current.outside.slice(printed)) print(entry);
        printed = latest.current.outside.length;
        const reading = readline.read(promptText(prompt ?? latest.current.prompt));
        await flushed(); // The prompt is there and keys are read from now on.
        reads = true;
        const [typed = ''] = ahead.split('\r', 1);
        const enters = ahead.length > typed.length;
        ahead = ahead.slice(typed.length + 1);
        const text = typed.replaceAll('\t', '');
        if (text) term.input(text);
        if (enters)
          term.input('\r'); // By itself, or it would be taken for part of a paste.
        else if (typed.endsWith('\t')) void offer(readline, latest.current.complete, term);
        const line = await Promise.race([reading, stirred]);
        reads = false;
        if (closed) return;
        if (line === undefined) {
          // What was run elsewhere comes before what is being typed.
          ahead = readline.getLine();
          prompt = undefined;
          term.write('\r\x1b[2K');
          continue;
        }
        const entry = await latest.current.run(line);
        if (closed) return;
        prompt = entry.next;
        if (line.trim() === 'clear') term.clear();
        term.write(answer(entry));
      }
    };
    void loop();
    return () => {
      closed = true;
      element.removeEventListener('keydown', keydown, true);
      resized.disconnect();
      term.dispose();
    };
  }, [screenReader, fontSize, typing]);

  return (
    <div
      ref={place}
      data-testid="terminal"
      className="size-full overflow-hidden bg-terminal font-mono text-terminal-ink [&_.xterm]:h-full [&_.xterm]:p-3 [&_.xterm-viewport]:bg-transparent!"
    />
  );
}

/** Complete what is typed: the one candidate, what all of them share, or else a list of them. */
async function offer(readline: Readline, complete: TerminalProps['complete'], term: Xterm): Promise<void> {
  const line = readline.getLine();
  const { from, candidates } = await complete(line).catch(() => ({ from: 0, candidates: [] }));
  if (candidates.length === 0 || readline.getLine() !== line) return;
  const shared = candidates.reduce((common, candidate) => {
    let length = 0;
    while (length < common.length && common[length] === candidate[length]) length += 1;
    return common.slice(0, length);
  });
  const completed = line.slice(0, from) + shared + (candidates.length === 1 ? ' ' : '');
  if (completed.length > line.length) readline.updateLine(completed);
  else {
    const shown =
      candidates.slice(0, 60).join('  ') + (candidates.length > 60 ? `  … ${candidates.length} in all` : '');
    term.write(`\r\n${lines(shown)}\r\n`);
    readline.updateLine(line);
  }
}
