import { route } from '@/lib/auth/route';
import { endpoints } from '@/lib/usecases/endpoints';

export const GET = route(endpoints.listNotes);
