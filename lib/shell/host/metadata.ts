import { mix } from '@/lib/engine/ids';
import { getImage } from '@/lib/engine/image/image';
import type { Instance, MetadataOptions } from '@/lib/engine/instance/instance';
import { describeMetadataOptions } from '@/lib/engine/instance/metadata-options';
import type { World } from '@/lib/engine/world';
import { metadataOf } from './metadata-tree';
import type { HostSession } from './session';
import { type Page, page } from './web-page';

const v4Address = '169.254.169.254';
const v6Address = 'fd00:ec2::254';

/** Whether an address is the instance metadata service's, which no packet leaves the instance for. */
export const isMetadataAddress = (address: string): boolean => address === v4Address || address === v6Address;

interface MetadataRequest {
  readonly method: string;
  readonly path: string;
  /** By name in small letters. */
  readonly headers: ReadonlyMap<string, string>;
}

/** Most seconds that a token lives. */
const mostSeconds = 21_600;

/**
 * The instance metadata service: what it answers an instance. Undefined where it answers nothing: over IPv6 while that is off.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html (status codes, tokens);
 * …/instancedata-data-categories.html. Assumed: what its error pages look like, and the form of a token.
 * Not modelled: the hop limit of its answers.
 */
export function askMetadata(
  session: HostSession,
  instanceId: string,
  address: string,
  request: MetadataRequest,
): Page | undefined {
  const { world } = session;
  const instance = world.instances.get(instanceId);
  if (!instance) return undefined;
  const options = optionsOf(world, instance);
  if (address === v6Address && options.HttpProtocolIpv6 === 'disabled') return undefined;
  if (options.HttpEndpoint === 'disabled') return errorPage(world, 403);
  const { method, path, headers } = request;
  if (path === '/latest/api/token') {
    if (method !== 'PUT') return errorPage(world, 405);
    const ttl = headers.get('x-aws-ec2-metadata-token-ttl-seconds') ?? '';
    const seconds = /^\d+$/.test(ttl) ? Number(ttl) : 0;
    // A request that came through a proxy gets no token. Source: as above.
    if (headers.has('x-forwarded-for')) return errorPage(world, 403);
    if (seconds < 1 || seconds > mostSeconds) return errorPage(world, 400);
    const ends = Math.floor(world.now / 1000) + seconds;
    return page(world, 200, tokenOf(world, instance, ends), 'text/plain', [
      ['X-Aws-Ec2-Metadata-Token-Ttl-Seconds', String(seconds)],
      ['Connection', 'close'],
      ['Server', 'EC2ws'],
    ]);
  }
  if (method !== 'GET' && method !== 'HEAD') return errorPage(world, 405);
  const token = headers.get('x-aws-ec2-metadata-token');
  const isValid = token !== undefined && token !== '' && isTokenOf(world, instance, token);
  if (!isValid && (token !== undefined || options.HttpTokens === 'required')) return errorPage(world, 401);
  const body = metadataOf(world, instance, options, path);
  if (body === undefined) return errorPage(world, 404);
  return page(world, 200, body, path.endsWith('/document') ? 'application/json' : 'text/plain', [['Server', 'EC2ws']]);
}

// The description is what AWS shows of exactly these members.
const optionsOf = (world: World, instance: Instance): MetadataOptions =>
  describeMetadataOptions(world, instance, getImage(instance.ImageId)) as MetadataOptions;

/** A token says when it ends and who may use it, so that nothing has to be kept of it. */
function tokenOf(world: World, { InstanceId }: Instance, ends: number): string {
  const hex = ends.toString(16).padStart(8, '0');
  const mark = Array.from({ length: 5 }, (_, part) =>
    mix(`${world.seed}/token/${InstanceId}/${hex}`, part).toString(16).padStart(8, '0'),
  );
  return `AQAEA${hex}${mark.join('')}==`;
}

function isTokenOf(world: World, instance: Instance, token: string): boolean {
  const ends = Number.parseInt(token.slice(5, 13), 16);
  return ends >= 0 && token === tokenOf(world, instance, ends) && world.now < ends * 1000;
}

const titles: Readonly<Record<number, string>> = {
  400: '400 - Bad Request',
  401: '401 - Unauthorized',
  403: '403 - Forbidden',
  404: '404 - Not Found',
  405: '405 - Method Not Allowed',
};

function errorPage(world: World, status: 400 | 401 | 403 | 404 | 405): Page {
  const title = titles[status] ?? '';
  const body = `<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
\t"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
 <head>
  <title>${title}</title>
 </head>
 <body>
  <h1>${title}</h1>
 </body>
</html>
`;
  return page(world, status, body, 'text/html', [
    ['Connection', 'close'],
    ['Server', 'EC2ws'],
  ]);
}
