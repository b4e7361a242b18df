/**
 * AWS's names on the command line: `CidrBlock` is `cidr-block`, `DescribeVPCs` would be `describe-vpcs`.
 * The rules are those of AWS's own tools: a word begins at a capital that small letters follow, and where a small
 * letter or digit meets a capital; a plural of capitals (`VPCs`) is one word.
 */
export function commandName(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const plural = /[A-Z]{2,}s$/.exec(name)?.[0] ?? '';
  const words = `${name.slice(0, name.length - plural.length)}${plural && `-${plural.toLowerCase()}`}`
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
  if (names.size < mostNames) names.set(name, words);
  return words;
}

// Names come from shapes, so they are few; the bound is for callers that pass something else.
const names = new Map<string, string>();
const mostNames = 10_000;
