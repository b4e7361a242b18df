import type { SignedRequest } from './canonical-request';
import { queryErrors } from './errors';

/** What a request says of its signature; nothing of it is proved yet. */
export interface Signature {
  readonly accessKeyId: string;
  /** Day of the scope, `20260131`. */
  readonly day: string;
  readonly region: string;
  /** When it was signed, as written: `20260131T093000Z`. */
  readonly stamp: string;
  /** From when until when it holds, ms since 1970 UTC. */
  readonly from: number;
  readonly until: number;
  /** Names in small letters, in the order signed. */
  readonly signedHeaders: readonly string[];
  /** 64 hexadecimal digits. */
  readonly signature: string;
}

const algorithm = 'AWS4-HMAC-SHA256';
const service = 'ec2';
/** How far a client's clock may be from ours. */
const toleranceMs = 15 * 60 * 1000;
/** A presigned address holds for a week at most. */
const mostSeconds = 604_800;

/** Reads the signature of a request: in its `Authorization` header, or in its address. Refuses a form that is none. */
export function readSignature(request: SignedRequest): Signature {
  const authorization = request.header('authorization');
  if (authorization !== undefined) return fromHeader(request, authorization);
  const query = new Map(request.query);
  if (query.has('X-Amz-Algorithm')) return fromAddress(query);
  throw queryErrors.missingToken();
}

function fromHeader(request: SignedRequest, authorization: string): Signature {
  const shown = `Authorization=${authorization.slice(0, 300)}`;
  const incomplete = (message: string) => queryErrors.incompleteSignature(`${message} ${shown}`);
  const [scheme = '', ...rest] = authorization.trim().split(' ');
  if (!scheme.startsWith('AWS4-')) throw queryErrors.missingToken();
  if (scheme !== algorithm) throw queryErrors.incompleteSignature(unsupported(scheme));
  const parts = new Map<string, string>();
  for (const part of rest.join('').split(',')) {
    const equals = part.indexOf('=');
    if (equals < 0) {
      throw queryErrors.incompleteSignature(
        `'${part.slice(0, 100)}' not a valid key=value pair (missing equal-sign) in Authorization header: '${authorization.slice(0, 300)}'.`,
      );
    }
    parts.set(part.slice(0, equals), part.slice(equals + 1));
  }
  const stamp = request.header('x-amz-date');
  const missing = ['Credential', 'Signature', 'SignedHeaders']
    .filter((name) => !parts.get(name))
    .map((name) => `Authorization header requires '${name}' parameter.`);
  if (!stamp) missing.push(`Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.`);
  const [credential, signature, signedHeaders] = ['Credential', 'Signature', 'SignedHeaders'].map((name) =>
    parts.get(name),
  );
  if (!stamp || !credential || !signature || !signedHeaders) throw incomplete(missing.join(' '));
  const at = instant(stamp);
  return checked({ credential, signature, signedHeaders, stamp, needed: ['host', 'x-amz-date'] }, at, at + toleranceMs);
}

function fromAddress(query: ReadonlyMap<string, string>): Signature {
  const names = ['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Signature', 'X-Amz-SignedHeaders', 'X-Amz-Date'];
  const missing = names.find((name) => !query.get(name));
  if (missing) throw queryErrors.incompleteSignature(`AWS query-string parameters must include '${missing}'.`);
  const [scheme = '', credential = '', signature = '', signedHeaders = '', stamp = ''] = names.map((name) =>
    query.get(name),
  );
  if (scheme !== algorithm) throw queryErrors.incompleteSignature(unsupported(scheme));
  const seconds = query.get('X-Amz-Expires') ?? '';
  if (!/^\d{1,6}$/.test(seconds) || Number(seconds) < 1 || Number(seconds) > mostSeconds) {
    throw queryErrors.incompleteSignature(`'X-Amz-Expires' must be a number of seconds from 1 to ${mostSeconds}.`);
  }
  const at = instant(stamp);
  return checked({ credential, signature, signedHeaders, stamp, needed: ['host'] }, at, at + Number(seconds) * 1000);
}

const unsupported = (scheme: string): string =>
  `Unsupported AWS 'algorithm': '${scheme.slice(0, 100)}' (only ${algorithm} for now).`;

/** `20260131T093000Z` in ms since 1970 UTC. */
function instant(stamp: string): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp) ?? [];
  const at = year ? Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw queryErrors.incompleteSignature(
    `Date must be in ISO-8601 'basic format'. Got '${stamp.slice(0, 100)}'. See http://en.wikipedia.org/wiki/ISO_8601`,
  );
}

interface Said {
  readonly credential: string;
  readonly signature: string;
  readonly signedHeaders: string;
  readonly stamp: string;
  /** Headers that must be signed. */
  readonly needed: readonly string[];
}

function checked({ credential, signature, signedHeaders, stamp, needed }: Said, at: number, until: number): Signature {
  const scope = credential.split('/');
  const [accessKeyId = '', day = '', region = '', itsService, terminator] = scope;
  if (scope.length !== 5) {
    throw queryErrors.incompleteSignature(
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential.slice(0, 200)}'`,
    );
  }
  const wrong: string[] = [];
  if (itsService !== service) wrong.push(`Credential should be scoped to correct service: '${service}'.`);
  if (terminator !== 'aws4_request') {
    wrong.push(
      `Credential should be scoped with a valid terminator: 'aws4_request', not '${terminator?.slice(0, 100)}'.`,
    );
  }
  if (day !== stamp.slice(0, 8)) {
    wrong.push(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${day.slice(0, 100)}' != '${stamp.slice(0, 8)}', from '${stamp}'.`,
    );
  }
  if (wrong.length > 0) throw queryErrors.wrongScope(wrong.join(' '));
  const names = signedHeaders.split(';');
  for (const name of needed) {
    if (!names.includes(name)) {
      const said = name === 'host' ? `'Host' or ':authority'` : `'X-Amz-Date'`;
      throw queryErrors.wrongScope(`${said} must be a 'SignedHeader' in the AWS Authorization.`);
    }
  }
  if (!/^[0-9a-f]{64}$/.test(signature) || !/^[a-z0-9;._-]+$/.test(signedHeaders)) {
    throw queryErrors.signatureDoesNotMatch();
  }
  return {
    accessKeyId,
    day,
    region,
    stamp,
    from: at - toleranceMs,
    until,
    signedHeaders: names,
    signature,
  };
}
