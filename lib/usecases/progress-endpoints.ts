import 'server-only';
import { z } from 'zod';
import { type Endpoint, endpoint } from '@/lib/auth/endpoint';
import { ProgressView } from '@/lib/progress/views';
import { progress } from './progress';

export const progressEndpoints = {
  progress: endpoint({
    id: 'GET /api/v1/progress',
    summary: 'Where you stand, per lesson, lab, quiz and objective',
    input: z.strictObject({}),
    output: ProgressView,
    handle: (caller) => progress(caller?.user),
  }),
} satisfies Record<string, Endpoint>;
