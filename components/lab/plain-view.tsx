import type { ComponentProps, ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';
import { type Entry, printable, usualPrompt } from './transcript';

/** The plain terminal as it looks: a log above, a field below. */
export function PlainView({
  log,
  prompt,
  busy = false,
  field,
  ...form
}: ComponentProps<'form'> & {
  /** A list of entries. */
  log: ReactNode;
  prompt: string;
  busy?: boolean;
  field: ComponentProps<'input'> & { id: string };
}) {
  return (
    <div className="flex h-full min-h-0 flex-col bg-terminal text-terminal-ink">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse */}
      <section aria-label="What was run" tabIndex={0} className="min-h-0 flex-1 overflow-y-auto p-3">
        {log}
      </section>
      <form {...form} className="flex gap-2 border-t border-line bg-panel p-3 text-ink">
        <label htmlFor={field.id} className="sr-only">
          Command
        </label>
        <span className="self-center font-mono text-sm text-dim">{prompt}</span>
        <TextInput
          {...field}
          placeholder="aws ec2 describe-instances"
          className="font-mono"
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
        />
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? 'Running' : 'Run'}
        </Button>
      </form>
    </div>
  );
}

export const plainLogClass = 'flex flex-col gap-3 font-mono text-sm';

/** A line and what came of it. The page's first script copies one and fills its parts in. */
export function PlainEntry({ entry: { prompt = usualPrompt, line, stdout, stderr } }: { entry: Entry }) {
  return (
    <li data-entry="">
      <p className="break-words whitespace-pre-wrap">
        <span data-part="prompt" className="text-terminal-dim">
          {prompt}{' '}
        </span>
        <span data-part="line">{line}</span>
      </p>
      <pre data-part="stdout" hidden={!stdout} className="overflow-x-auto">
        {printable(stdout)}
      </pre>
      <pre data-part="stderr" hidden={!stderr} className="overflow-x-auto whitespace-pre-wrap text-terminal-refused">
        {printable(stderr).trim()}
      </pre>
    </li>
  );
}
