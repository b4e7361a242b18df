import { route } from '@/lib/auth/route';
import { endpoints } from '@/lib/usecases/endpoints';

export const GET = route(endpoints.getLessonProgress);
export const PUT = route(endpoints.setLessonProgress);
