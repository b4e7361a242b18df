import { Fragment } from 'react';

/** Text of a task, a finding or a hint: lines and paragraphs with `code` and **strong** words, and nothing else. */
export function LightText({ text }: { text: string }) {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => (
      <p key={paragraph} className="whitespace-pre-line">
        <Inline text={paragraph} />
      </p>
    ));
}

function Inline({ text }: { text: string }) {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part, index) => {
    // The parts of one text keep their places.
    const key = `${index}${part}`;
    if (part.startsWith('`') && part.endsWith('`') && part.length > 2) {
      return (
        // A name stays in one piece; a command may be broken.
        <code key={key} className={part.length < 26 && !part.includes(' ') ? 'whitespace-nowrap' : 'break-words'}>
          {part.slice(1, -1)}
        </code>
      );
    }
    if (part.startsWith('**')) return <strong key={key}>{part.slice(2, -2)}</strong>;
    return <Fragment key={key}>{part}</Fragment>;
  });
}
