'use client';

import { useState } from 'react';
import { Button } from './button';

/** Puts `text` on the clipboard and says so. `label` names what is copied: "Copy address". */
export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied');
    } catch {
      // Refused by the browser: no permission, or a page served without https.
      setSaid('Not copied. Select the text and copy it yourself.');
    }
  };
  return (
    <span className="inline-flex items-center gap-2">
      <Button size="sm" onClick={copy} onBlur={() => setSaid('')}>
        {label}
      </Button>
      <span role="status" className="text-sm text-dim">
        {said}
      </span>
    </span>
  );
}
