import { database } from '../../database';

export const dynamic = 'force-dynamic';

export default function Row() {
  const row = database().prepare('SELECT id, text FROM entry ORDER BY id DESC LIMIT 1').get() as
    | { text?: string }
    | undefined;
  return (
    <main>
      <h1>One row</h1>
      <p>{row?.text ?? 'none'}</p>
    </main>
  );
}
