import { type Rubric, rubricPoints } from '@/lib/quizzes/question';
import { sumPoints } from './points';

/** The mark does not fit the rubric; the message says what would. */
export class InvalidMark extends Error {
  override readonly name = 'InvalidMark';
  constructor(
    /** What was sent wrongly: `points`, or `rubric.` and a criterion's id. */
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

/** What a marker sends: points by criterion, and points that count instead of their sum. */
export interface SentMark {
  readonly rubric: Readonly<Record<string, number>>;
  readonly points?: number | undefined;
}

export interface AcceptedMark {
  readonly rubric: Record<string, number>;
  readonly points: number;
  readonly maxPoints: number;
}

/**
 * The mark that is stored: each criterion at one of its levels, points their sum unless given. Criteria may be left out only
 * where points are given. Throws `InvalidMark`.
 */
export function acceptMark(rubric: Rubric, sent: SentMark): AcceptedMark {
  const maxPoints = sumPoints([rubricPoints(rubric)]);
  const given = new Map(Object.entries(sent.rubric));
  for (const id of given.keys()) {
    if (!rubric.some((criterion) => criterion.id === id)) {
      throw new InvalidMark(`rubric.${id}`, `The rubric has no criterion '${id}'.`);
    }
  }
  const chosen = rubric.flatMap(({ id, title, levels }): [string, number][] => {
    const points = given.get(id);
    if (points === undefined) {
      if (sent.points !== undefined) return [];
      throw new InvalidMark(`rubric.${id}`, `Choose a level of '${title}', or give the points of the whole answer.`);
    }
    if (!levels.some((level) => level.points === points)) {
      const allowed = levels.map((level) => level.points);
      throw new InvalidMark(
        `rubric.${id}`,
        `'${title}' gives ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)} points, not ${points}.`,
      );
    }
    return [[id, points]];
  });
  return {
    rubric: Object.fromEntries(chosen),
    points: sent.points === undefined ? sumPoints(chosen.map(([, points]) => points)) : bounded(sent.points, maxPoints),
    maxPoints,
  };
}

function bounded(points: number, maxPoints: number): number {
  if (!(points >= 0 && points <= maxPoints)) {
    throw new InvalidMark('points', `This answer can have 0 to ${maxPoints} points, not ${points}.`);
  }
  if (Math.round(points * 100) / 100 !== points) {
    throw new InvalidMark('points', `Give points with at most two decimals, not ${points}.`);
  }
  return points;
}
