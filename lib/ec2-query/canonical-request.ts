import type { Pair } from './form';

/** A request as its signature sees it. */
export interface SignedRequest {
  readonly method: string;
  /** As sent, percent-encoded as it was. */
  readonly path: string;
  /** The parameters of the address. */
  readonly query: readonly Pair[];
  /** Value of a header by its name in small letters. */
  readonly header: (name: string) => string | undefined;
}

/**
 * The text of a request that Signature Version 4 signs. Names of headers in small letters, in the order signed;
 * `payloadHash` is the SHA-256 of the body in hexadecimal digits.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function canonicalRequest(
  request: SignedRequest,
  signedHeaders: readonly string[],
  payloadHash: string,
): string {
  const headers = signedHeaders.map((name) => `${name}:${trimmed(request.header(name) ?? '')}\n`).join('');
  // The path is encoded a second time: only S3 signs it as it is sent.
  const path = request.path.split('/').map(encode).join('/');
  return [request.method, path, canonicalQuery(request.query), headers, signedHeaders.join(';'), payloadHash].join(
    '\n',
  );
}

function canonicalQuery(query: readonly Pair[]): string {
  return query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const trimmed = (value: string): string => value.trim().replace(/ {2,}/g, ' ');

/** Percent-encoding of RFC 3986, which leaves less as it is than JavaScript's own. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
