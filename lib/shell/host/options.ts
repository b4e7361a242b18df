/** The options of a program, by their letters and long names. */
interface OptionSpec {
  /** Letters without a value. */
  readonly flags: string;
  /** Letters with one. */
  readonly valued: string;
  /** Letters that the real program has and that are not modelled here. */
  readonly lacking?: string;
  /** Long names, without their dashes, for letters of the above. */
  readonly long?: Readonly<Record<string, string>>;
  /** Options end at the second word that is none, as with ssh, where a command begins; otherwise they may stand anywhere. */
  readonly leading?: true;
}

export interface Options {
  readonly flags: ReadonlySet<string>;
  /** Values by letter, in order of appearance. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly words: readonly string[];
}

/** Why the words are no options: as they were written, with dashes. */
interface OptionProblem {
  readonly problem: 'unknown' | 'no value' | 'not modelled';
  readonly option: string;
}

/** Read words as getopt(3) does: `-n5`, `-n 5`, `-vz`, `--name value`, `--name=value`, `--`. */
export function readOptions(args: readonly string[], spec: OptionSpec): Options | OptionProblem {
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  const words: string[] = [];
  const give = (letter: string, value: string) => values.set(letter, [...(values.get(letter) ?? []), value]);
  let index = 0;
  const next = () => {
    index += 1;
    return args[index];
  };
  for (; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--') return { flags, values, words: [...words, ...args.slice(index + 1)] };
    if (arg === '-' || !arg.startsWith('-')) {
      words.push(arg);
      if (spec.leading && words.length > 1) return { flags, values, words: [...words, ...args.slice(index + 1)] };
      continue;
    }
    if (arg.startsWith('--')) {
      const [name = '', ...rest] = arg.slice(2).split('=');
      const letter = spec.long?.[name];
      if (letter === undefined) return { problem: 'unknown', option: `--${name}` };
      if (spec.lacking?.includes(letter)) return { problem: 'not modelled', option: `--${name}` };
      if (!spec.valued.includes(letter)) flags.add(letter);
      else {
        const value = rest.length > 0 ? rest.join('=') : next();
        if (value === undefined) return { problem: 'no value', option: `--${name}` };
        give(letter, value);
      }
      continue;
    }
    for (let at = 1; at < arg.length; at += 1) {
      const letter = arg.charAt(at);
      if (spec.lacking?.includes(letter)) return { problem: 'not modelled', option: `-${letter}` };
      if (spec.flags.includes(letter)) flags.add(letter);
      else if (spec.valued.includes(letter)) {
        const value = arg.slice(at + 1) || next();
        if (value === undefined) return { problem: 'no value', option: `-${letter}` };
        give(letter, value);
        break;
      } else return { problem: 'unknown', option: `-${letter}` };
    }
  }
  return { flags, values, words };
}

/** The last value of an option: the one that counts. */
export const lastOf = ({ values }: Options, letter: string): string | undefined => values.get(letter)?.at(-1);
