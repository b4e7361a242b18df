import { documents } from '@/lib/lessons/documents';
import { documentsNamedIn } from '@/lib/lessons/experiment-documents';

/** Which texts an experiment means by “document 1”, where its page does not list them; nothing where it names none. */
export function NamedDocuments({ view }: { view: Parameters<typeof documentsNamedIn>[0] }) {
  return documentsNamedIn(view).map((n) => (
    <p key={n} className="text-sm text-dim">
      <a href="/sources#documents" className="underline">
        Document {n}
      </a>{' '}
      of the five that this course checks: {documents[n - 1]?.title}
    </p>
  ));
}
