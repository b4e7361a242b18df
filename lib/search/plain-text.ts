/** The words of MDX of ours on one line: no elements, marks of Markdown or addresses of links. */
export const plainText = (mdx: string): string =>
  mdx
    .split(/(`[^`]*`)/)
    // What stands between backticks has stars and underscores of its own.
    .map((part, index) => (index % 2 === 1 ? part.slice(1, -1) : withoutMarks(part)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

const withoutMarks = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^ *(#+|[-*]|\d+\.) +/gm, '')
    .replace(/^[|: -]+$/gm, '')
    .replace(/[*|]/g, '')
    .replace(/(?<!\w)_|_(?!\w)/g, '');
