import type { Answer } from '@/lib/quizzes/answer';
import { isSame } from './answers';

/** An answer that the server is not known to have. */
export interface Draft {
  readonly answer: Answer;
  /** The version that it was written on. */
  readonly version: number;
  /** What was sent since without an answer having come, so the server may have it. */
  readonly unsure: readonly Answer[];
}

/** What of the browser's storage is needed; undefined where it is refused. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The unsaved answers of one attempt, in this browser, so that they outlive the tab. */
export class Drafts {
  constructor(
    private readonly attemptId: string,
    private readonly storage: DraftStorage | undefined,
  ) {}

  /** Whether it is kept: storage may be full or refused. */
  keep(questionId: string, draft: Draft): boolean {
    try {
      this.storage?.setItem(this.key(questionId), JSON.stringify(draft));
      return this.storage !== undefined;
    } catch {
      return false;
    }
  }

  find(questionId: string): Draft | undefined {
    try {
      return draftFrom(JSON.parse(this.storage?.getItem(this.key(questionId)) ?? 'null'));
    } catch {
      return undefined;
    }
  }

  /** Takes it away if it is `answer`: that needs no keeping any more. What another tab wrote meanwhile stays. */
  forget(questionId: string, answer: Answer): void {
    const draft = this.find(questionId);
    if (draft && isSame(draft.answer, answer)) this.drop(questionId);
  }

  drop(questionId: string): void {
    try {
      this.storage?.removeItem(this.key(questionId));
    } catch {
      // Refused: then nothing was kept either.
    }
  }

  private key(questionId: string): string {
    return `quiz-draft/${this.attemptId}/${questionId}`;
  }
}

/** The browser's storage, or none where it is refused. */
export function browserStorage(): DraftStorage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

function draftFrom(stored: unknown): Draft | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { answer, version, unsure } = stored as Record<string, unknown>;
  if (typeof version !== 'number' || !isAnswer(answer)) return undefined;
  return { answer, version, unsure: Array.isArray(unsure) ? unsure.filter(isAnswer) : [] };
}

const isAnswer = (value: unknown): value is Answer =>
  value === null ||
  typeof value === 'string' ||
  (typeof value === 'object' && Object.values(value).every((part) => typeof part === 'string'));
