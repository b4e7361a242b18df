/** Files of tests, the first few of many. */
export function TestNames({ tests, most, none }: { tests: readonly string[]; most: number; none: string }) {
  const names = tests.slice(0, most).map((name) => name.replace(/^test\//, ''));
  const more = tests.length - names.length;
  return (
    <span className="wrap-anywhere">
      {names.length > 0 ? `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}` : none}
    </span>
  );
}
