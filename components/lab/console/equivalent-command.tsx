import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';

/** The line that does what the form does, as it is filled in so far. */
export function EquivalentCommand({ command, busy, onType }: { command: string; busy: boolean; onType: () => void }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <h3 id={id} className="font-medium">
        Equivalent command
      </h3>
      <pre className="bg-terminal p-3 text-sm whitespace-pre-wrap text-terminal-ink wrap-anywhere">
        <code>{command}</code>
      </pre>
      <div className="flex flex-wrap items-center gap-2">
        <CopyButton text={command} />
        <Button type="submit" size="sm" busy={busy}>
          {busy ? 'Running' : 'Run'}
        </Button>
        <Button size="sm" busy={busy} onClick={onType}>
          Type it in the terminal
        </Button>
      </div>
    </section>
  );
}
