import { readForm } from '@/lib/ec2-query/form';
import { sha256, signatureOf } from '@/lib/usecases/ec2-signature';

export interface Key {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface Signing {
  readonly region?: string;
  readonly service?: string;
  /** When it says that it was signed, ms since 1970 UTC. */
  readonly at?: number;
  readonly signedHeaders?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly terminator?: string;
  readonly day?: string;
}

const stampOf = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

export const action = (name: string, more: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({ Action: name, Version: '2016-11-15', ...more }).toString();

/** A request to the endpoint, signed in its header as the SDKs do. */
export function signedPost(url: string, body: string, key: Key, how: Signing = {}): { url: string; init: RequestInit } {
  const address = new URL(url);
  const stamp = stampOf(how.at ?? Date.now());
  const all: Record<string, string> = {
    host: address.host,
    'x-amz-date': stamp,
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    ...how.headers,
  };
  const names = how.signedHeaders ?? Object.keys(all).sort();
  const scope = { stamp, day: how.day ?? stamp.slice(0, 8), region: how.region ?? 'us-east-1', signedHeaders: names };
  const service = how.service ?? 'ec2';
  const request = {
    method: 'POST',
    path: address.pathname,
    query: readForm(address.search.slice(1)),
    header: (name: string) => all[name],
  };
  const signature = signatureOf(request, scope, { payloadHash: sha256(body), signer: signerOf(key), service });
  const credential = [key.accessKeyId, scope.day, scope.region, service, how.terminator ?? 'aws4_request'].join('/');
  const { host: _host, ...headers } = all;
  return {
    url,
    init: {
      method: 'POST',
      headers: {
        ...headers,
        authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
      },
      body,
    },
  };
}

/** A client may have an ID with a secret that is not its own, and the server in the same process must not know it by that ID. */
const signerOf = ({ secretAccessKey }: Key) => ({
  accessKeyId: secretAccessKey,
  secretAccessKey: () => secretAccessKey,
});

/** An address that is signed, to be fetched as it is. */
export function presigned(url: string, body: string, key: Key, { at = Date.now(), seconds = 60 } = {}): string {
  const stamp = stampOf(at);
  const day = stamp.slice(0, 8);
  const address = new URL(url);
  const query = new URLSearchParams({
    ...Object.fromEntries(new URLSearchParams(body)),
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${key.accessKeyId}/${day}/us-east-1/ec2/aws4_request`,
    'X-Amz-Date': stamp,
    'X-Amz-Expires': String(seconds),
    'X-Amz-SignedHeaders': 'host',
  });
  const request = {
    method: 'GET',
    path: address.pathname,
    query: [...query],
    header: () => address.host,
  };
  const scope = { stamp, day, region: 'us-east-1', signedHeaders: ['host'] };
  const signature = signatureOf(request, scope, { payloadHash: sha256(''), signer: signerOf(key) });
  return `${url}?${query}&X-Amz-Signature=${signature}`;
}

/** The code and sentence in a refusal of EC2. */
export const refusalIn = (xml: string): string =>
  `${/<Code>(.*?)<\/Code>/s.exec(xml)?.[1]}: ${/<Message>(.*?)<\/Message>/s.exec(xml)?.[1]}`;

/** What a server answers, as text. */
export async function fetched(url: string, init: RequestInit = {}) {
  const response = await fetch(url, { redirect: 'manual', ...init });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Sends a request that is signed with an attempt's credentials. */
export function send(key: Key & { readonly endpointUrl: string }, body: string, how: Signing = {}) {
  const { url, init } = signedPost(key.endpointUrl, body, key, how);
  return fetched(url, init);
}
