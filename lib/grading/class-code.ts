/** Crockford's base 32: no I, L, O or U, so that nobody has to ask which sign was meant. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;

/** A code from random bytes, of which it takes 16: 5 bits of each, 80 in all. */
export const classCode = (random: Uint8Array): string =>
  Array.from(random.subarray(0, length), (byte) => alphabet[byte % alphabet.length]).join('');

/** What a person typed as the code that is stored; undefined when no code looks so. Case, blanks and dashes do not matter. */
export function normaliseCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return code.length === length && [...code].every((sign) => alphabet.includes(sign)) ? code : undefined;
}

/** A code as it is shown and read out: in groups of four. */
export const formatCode = (code: string): string => code.replace(/.{4}(?=.)/g, '$&-');
