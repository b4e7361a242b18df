/** A sentence of a docstring: what stands in backticks is code, and where something was seen or stands is a link. */
export const SourceText = ({ text }: { text: string }) =>
  text.split(/(`[^`]+`|(?:https?:\/\/|github\.com\/)[^\s,;)]*[^\s,;).])/).map((part, index) => {
    // Every second part is code or an address.
    if (index % 2 === 0) return part;
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence keep their places, and one may occur twice
    if (part.startsWith('`')) return <code key={index}>{part.slice(1, -1)}</code>;
    return (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        key={index}
        href={part.startsWith('http') ? part : `https://${part}`}
        rel="noreferrer"
        className="wrap-anywhere underline"
      >
        {part.replace(/^https?:\/\//, '')}
      </a>
    );
  });
