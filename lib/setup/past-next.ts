import 'server-only';
import { servePastNext } from '@/lib/auth/past-next';
import { answer } from '@/lib/auth/route';
import { answerEc2, ec2Paths } from '@/lib/usecases/ec2-answer';
import { endpoints } from '@/lib/usecases/endpoints';

/** Name every address of the API to the built server. Streams are left to Next. */
export function serveApiPastNext(): void {
  for (const endpoint of Object.values(endpoints)) {
    if ('streams' in endpoint) servePastNext(endpoint.id);
    else servePastNext(endpoint.id, (request, params) => answer(endpoint, request, params));
  }
  for (const path of ec2Paths) {
    for (const method of ['GET', 'POST'] as const) servePastNext(`${method} ${path}`, answerEc2);
  }
}
