import { database } from '../../../database';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  return Response.json(database().prepare('SELECT id, text FROM entry ORDER BY id DESC LIMIT 1').get() ?? null);
}
