import 'server-only';
import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import { canonicalRequest, type SignedRequest } from '@/lib/ec2-query/canonical-request';
import type { Signature } from '@/lib/ec2-query/read-signature';

/** Whose secret signs: the ID goes with that secret alone, which is worked out only where no signing key of it is known. */
export interface Signer {
  readonly accessKeyId: string;
  readonly secretAccessKey: () => string;
}

/**
 * The signature, Version 4, of a request with this body: 64 hexadecimal digits.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signatureOf(
  request: SignedRequest,
  { stamp, day, region, signedHeaders }: Pick<Signature, 'stamp' | 'day' | 'region' | 'signedHeaders'>,
  { payloadHash, signer, service = 'ec2' }: { payloadHash: string; signer: Signer; service?: string },
): string {
  const scope = `${day}/${region}/${service}/aws4_request`;
  const text = `AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${sha256(canonicalRequest(request, signedHeaders, payloadHash))}`;
  return createHmac('sha256', signingKey(signer, scope)).update(text).digest('hex');
}

/** Keys that requests of the day were signed with: each is asked for with every request of its client. */
const signingKeys = new Map<string, Buffer>();
const mostKeys = 1_000;

function signingKey({ accessKeyId, secretAccessKey }: Signer, scope: string): Buffer {
  const name = `${accessKeyId} ${scope}`;
  const known = signingKeys.get(name);
  if (known) return known;
  const key = scope
    .split('/')
    .reduce(
      (secretSoFar, part) => createHmac('sha256', secretSoFar).update(part).digest(),
      Buffer.from(`AWS4${secretAccessKey()}`),
    );
  const [oldest] = signingKeys.keys();
  if (signingKeys.size >= mostKeys && oldest !== undefined) signingKeys.delete(oldest);
  signingKeys.set(name, key);
  return key;
}

export const sha256 = (text: string): string => hash('sha256', text);

/**
 * Whether the request was signed with this signer's secret, body and all. A client signs the host and path that it was given;
 * what stands in front of this server may have changed them, so each of `hosts` and `paths` that it may be known by is
 * tried. Nothing is given away by that: the secret is this attempt's alone.
 */
export function isSignedWith(
  signer: Signer,
  request: SignedRequest & { readonly body: string },
  signature: Signature,
  known: { readonly hosts: readonly string[]; readonly paths: readonly string[] },
): boolean {
  const given = Buffer.from(signature.signature, 'hex');
  const payloadHash = sha256(request.body);
  return known.hosts.some((host) =>
    known.paths.some((path) => {
      const header = (name: string) => (name === 'host' ? host : request.header(name));
      const ours = signatureOf({ ...request, path, header }, signature, { payloadHash, signer });
      return timingSafeEqual(Buffer.from(ours, 'hex'), given);
    }),
  );
}
