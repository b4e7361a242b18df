import { route } from '@/lib/auth/route';
import { endpoints } from '@/lib/usecases/endpoints';

export const dynamic = 'force-dynamic';
export const GET = route(endpoints.health);
