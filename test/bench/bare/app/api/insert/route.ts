import { database } from '../../../database';

export async function POST(request: Request): Promise<Response> {
  const { line } = (await request.json()) as { line: string };
  const { lastInsertRowid } = database().prepare('INSERT INTO entry (text, at) VALUES (?, ?)').run(line, Date.now());
  return Response.json({ id: Number(lastInsertRowid) });
}
