import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Incoming, Outgoing } from '@/lib/auth/incoming';
import { maxBodyBytes } from '@/lib/auth/request';
import { UserError } from '@/lib/auth/user-error';
import { findByAccessKey, type LabAttempt } from '@/lib/db/lab-attempts';
import type { SignedRequest } from '@/lib/ec2-query/canonical-request';
import { queryErrors } from '@/lib/ec2-query/errors';
import { readForm, refuseTooMany } from '@/lib/ec2-query/form';
import { readingCall } from '@/lib/ec2-query/read-call';
import { readSignature } from '@/lib/ec2-query/read-signature';
import { contentType, writeAnswer, writeRefusal } from '@/lib/ec2-query/write-answer';
import { AwsError, NotModelled } from '@/lib/engine/aws-error';
import { environment } from '@/lib/environment/environment';
import { callEc2 } from './ec2-call';
import { secretAccessKey } from './ec2-credentials';
import { isSignedWith } from './ec2-signature';
import { labRegion } from './lab-versions';
import { inLongTurn } from './long-calls';

/** Clients join a path of their own to the address that they are given. */
export const ec2Paths = ['/api/ec2', '/api/ec2/'];

/**
 * The EC2 Query endpoint: a request that is signed with the credentials of a lab attempt, answered as EC2 answers it.
 * It knows no cookie and no token. Never rejects.
 */
export async function answerEc2(request: Incoming): Promise<Outgoing> {
  const arrivedAt = Date.now();
  const requestId = randomUUID();
  try {
    return await answer(request, arrivedAt, requestId);
  } catch (error) {
    const refusal = refusalOf(error);
    return xml(refusal.status, writeRefusal(refusal, requestId), requestId);
  }
}

async function answer(request: Incoming, arrivedAt: number, requestId: string): Promise<Outgoing> {
  const { method, header } = request;
  const body = method === 'POST' ? await request.body() : '';
  refuseTooMany(body);
  const [path = '', search = ''] = request.url.split(/\?(.*)/s, 2);
  const query = readForm(search);
  const attempt = await signerOf({ method, path, query, header, body }, arrivedAt);
  return inLongTurn(body.length, attempt.userId, async (letOthers) => {
    const sent = [...query.filter(([name]) => !name.startsWith('X-Amz-')), ...readForm(body)];
    await letOthers();
    const reading = readingCall(sent);
    let part = reading.next();
    for (; !part.done; part = reading.next()) await letOthers();
    const call = part.value;
    await letOthers();
    const outcome = await callEc2(attempt, call, clientOf(header('user-agent')));
    if (!outcome.ok) throw outcome.error;
    return xml(200, writeAnswer(call.operation, outcome.output, requestId), requestId);
  });
}

/** The attempt whose credentials signed the request. */
async function signerOf(signed: SignedRequest & { readonly body: string }, arrivedAt: number): Promise<LabAttempt> {
  const { header, query } = signed;
  const signature = readSignature(signed);
  const { accessKeyId } = signature;
  if (arrivedAt < signature.from || arrivedAt > signature.until) throw queryErrors.requestExpired();
  // None of ours comes with a session token: it belongs to other credentials that the client still has around.
  const inAddress = query.find(([name]) => name === 'X-Amz-Security-Token')?.[1];
  const hasToken = Boolean(header('x-amz-security-token') || inAddress);
  const attempt = hasToken ? undefined : await findByAccessKey(accessKeyId);
  if (!attempt) throw queryErrors.authFailure();
  const hosts = [header('host'), header('x-forwarded-host'), environment().publicUrl.host];
  const known = { hosts: [...new Set(hosts.filter((host) => host !== undefined))], paths: ec2Paths };
  const keys = { accessKeyId, secretAccessKey: () => secretAccessKey(attempt) };
  if (!isSignedWith(keys, signed, signature, known)) throw queryErrors.signatureDoesNotMatch();
  if (signature.region !== (await labRegion(attempt.contentHash))) {
    throw queryErrors.wrongScope(`Credential should be scoped to a valid region, not '${signature.region}'.`);
  }
  return attempt;
}

/** The tool as its `User-Agent` names it, `Boto3/1.26.27`: the first that people know. */
const clientOf = (userAgent = ''): string | undefined =>
  /\b(Terraform|aws-cli|Boto3|aws-sdk-[a-z0-9-]{1,20}|Botocore)\/[\w.+-]{1,20}/i.exec(userAgent.slice(0, 1_000))?.[0];

function refusalOf(error: unknown): AwsError | NotModelled {
  if (error instanceof AwsError || error instanceof NotModelled) return error;
  if (error instanceof UserError && error.code === 'TooLarge') return queryErrors.tooLarge(maxBodyBytes);
  if (error instanceof UserError && error.code === 'TooManyRequests') return queryErrors.requestLimitExceeded();
  // The one place where a bug of a call is seen: the log gets it whole, the client what EC2 says of its own.
  console.error(error);
  return queryErrors.internalError();
}

const xml = (status: number, text: string, requestId: string): Outgoing => ({
  status,
  headers: {
    'content-type': contentType,
    'cache-control': 'no-cache, no-store',
    'x-amzn-requestid': requestId,
  },
  text,
});
