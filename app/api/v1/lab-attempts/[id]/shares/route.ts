import { route } from '@/lib/auth/route';
import { endpoints } from '@/lib/usecases/endpoints';

export const GET = route(endpoints.listShares);
export const POST = route(endpoints.share);
