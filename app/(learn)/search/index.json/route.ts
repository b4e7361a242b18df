import { listSearchEntries } from '@/lib/usecases/search';

// A file of the build, the same for everyone: content is known by then, and no server's work to hand out.
export const dynamic = 'force-static';
export const dynamicParams = false;

/** What the search page looks in (`SearchEntry[]`). */
export async function GET() {
  return Response.json(await listSearchEntries());
}
