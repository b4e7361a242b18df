import { action, type Key, signedPost } from '../clients/sign';
import type { Client } from './load';

/** A request that only has to be sent. */
export interface ReadyRequest {
  readonly path: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A guest with a sandbox of its own, and what signs for it. */
export interface Learner {
  readonly vpc: string;
  /** Make a call at the EC2 endpoint, signed; answers the XML. Throws unless it is accepted. */
  call(operation: string, input?: Readonly<Record<string, string>>): Promise<string>;
  /** A signed request with any body, which can be sent for a quarter of an hour. */
  signed(body: string): ReadyRequest;
  /** The request that runs a line in the lab's shell. */
  lineRequest(text: string): ReadyRequest;
  /** Run a line in the lab's shell. */
  line(text: string): Promise<unknown>;
}

export const idIn = (xml: string, element: string): string =>
  new RegExp(`<${element}>(.*?)</${element}>`).exec(xml)?.[1] ?? '';

export async function newLearner(client: Client): Promise<Learner> {
  const started = await client.send('/api/v1/labs/sandbox/attempts', { method: 'POST', body: {} });
  const cookie = [started.headers['set-cookie'] ?? []]
    .flat()
    .map((text) => text.split(';')[0])
    .join('; ');
  const { id } = JSON.parse(started.text()) as { id: string };
  const post = (path: string, body: object) =>
    client.send(`/api/v1/lab-attempts/${id}${path}`, { method: 'POST', headers: { cookie }, body });
  const key = JSON.parse((await post('/credentials', {})).text()) as Key & { endpointUrl: string };
  const { host, pathname } = new URL(key.endpointUrl);
  const signed = (body: string) => {
    const { init } = signedPost(`http://${host}${pathname}`, body, key, {
      headers: { 'user-agent': 'Boto3/1.26.27 md/Botocore#1.29.27 ua/2.0' },
    });
    // `signedPost` gives them so.
    const headers = init.headers as Record<string, string>;
    return { path: pathname, method: 'POST', headers: { ...headers, host }, body };
  };
  const call = async (operation: string, input: Readonly<Record<string, string>> = {}) => {
    const { path, ...request } = signed(action(operation, input));
    return (await client.send(path, request)).text();
  };
  const subnets = await call('DescribeSubnets');
  return {
    vpc: idIn(subnets, 'vpcId'),
    call,
    signed,
    lineRequest: (line) => ({
      path: `/api/v1/lab-attempts/${id}/commands`,
      method: 'POST',
      headers: { cookie, origin: client.url, 'content-type': 'application/json' },
      body: JSON.stringify({ line }),
    }),
    line: (line) => post('/commands', { line }),
  };
}
