import 'server-only';
import { incomingOf } from '@/lib/auth/request';
import { answerEc2 } from './ec2-answer';

/** The EC2 endpoint as a route handler: behind `next dev`, and wherever the server is another than ours. */
export async function routeEc2(request: Request): Promise<Response> {
  const { text, ...init } = await answerEc2(incomingOf(request));
  return new Response(text, init);
}
