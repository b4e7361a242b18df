import type { MarkView } from '@/lib/quizzes/views';
import { ApiError, askOften } from '../site/api';

/** What is sent with a mark. `version` is that of the mark one saw; 0 for none. */
export type MarkBody = {
  readonly rubric: Readonly<Record<string, number>>;
  /** In place of the rubric's sum. */
  readonly points?: number;
  readonly comment: string;
  readonly version: number;
};

export type PutMark =
  | { readonly kind: 'saved'; readonly mark: MarkView }
  /** Another mark has been given meanwhile; nothing was written. */
  | { readonly kind: 'overtaken'; readonly theirs: MarkView }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Save a mark. When the answer is lost on its way it is asked for again under the same `key`, so nothing is stored twice;
 * whoever tries the same body again later sends that key again.
 */
export async function putMark(answerId: string, body: MarkBody, key: string): Promise<PutMark> {
  try {
    return { kind: 'saved', mark: await askOften<MarkView>(`/marks/${answerId}`, { method: 'PUT', body, key }) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { status, message, current } = error;
    // The API's own shape.
    if (status === 409 && current) return { kind: 'overtaken', theirs: current as MarkView };
    return { kind: 'refused', message };
  }
}
