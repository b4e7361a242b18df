import { z } from 'zod';
import { Meaning } from './experiment';

const text = z.string().min(1);
/** Numbers of the source documents, from 1. */
const documents = z.array(z.int().min(1).max(5));
const claims = z.array(z.int().positive()).min(1);
/** Short names of pages of AWS, as `pages` of the file has them. */
const aws = z.array(text);

/** What is known of a claim, from best to worst; the last two are not of right and wrong. */
export const verdicts = ['right', 'right-if', 'loose', 'dated', 'wrong', 'opinion', 'about'] as const;
export type Verdict = (typeof verdicts)[number];

const ClaimRow = z.strictObject({
  n: z.int().positive(),
  /** In our words. */
  says: text,
  /** Documents that state it. */
  documents,
  /** Documents that imply it, or nearly say it. */
  near: documents.default([]),
  /** Claims that contradict it. */
  against: z.array(z.int().positive()).default([]),
  verdict: z.enum(verdicts),
  /** What is missing, or right instead. */
  correction: text.optional(),
  aws,
  /** What no page of AWS was read for: it rests on general knowledge of the service. */
  unread: text.optional(),
  /**
   * How it can be settled: `run` by an experiment, `model` by one that shows our simulator only and so is cited as well, `cite` by
   * AWS’s word alone, `none` not at all.
   */
  proof: z.enum(['run', 'model', 'cite', 'none']),
});

/** One of the two statements of a case. `means` is what its experiment’s steps would show if it were right. */
const SideRow = z.strictObject({
  documents: documents.min(1),
  says: text,
  claims,
  means: z.array(Meaning).default([]),
});

const CaseRow = z
  .strictObject({
    id: z.string().regex(/^C\d+$/),
    title: text,
    sides: z.tuple([SideRow, SideRow]),
    /** Which of the two holds; `both`, each for its part; `opinion` where nothing can say. */
    holds: z.enum(['first', 'second', 'both', 'opinion']),
    verdict: text,
    aws: aws.min(1),
    /** How it is settled: by an experiment, or by AWS’s word alone. */
    proof: z.enum(['run', 'cite']),
    /** The id of the experiment that does; none while it is not written. */
    experiment: text.optional(),
  })
  .refine(
    ({ sides, experiment }) => experiment !== undefined || sides.every(({ means }) => means.length === 0),
    'means speaks of the steps of an experiment',
  );

const GapRow = z.strictObject({ id: z.string().regex(/^G\d+$/), says: text, aws: aws.min(1) });

const SystemRow = z.strictObject({
  id: z.string().regex(/^U\d+$/),
  name: text,
  documents,
  near: documents.default([]),
  /** Claims that speak of it: the lessons that teach them teach it. */
  claims,
  /** Where one does something with it. */
  labs: z.array(text).default([]),
  experiments: z.array(text).default([]),
});

/** What content/claims.yaml says: the ledger of every statement of the five documents. */
export const LedgerFile = z.strictObject({
  pages: z.record(z.string().regex(/^[a-z0-9-]+$/), z.url({ protocol: /^https$/ })),
  parts: z
    .array(
      z.strictObject({ id: z.string().regex(/^[a-z]+(-[a-z]+)*$/), title: text, claims: z.array(ClaimRow).min(1) }),
    )
    .min(1),
  cases: z.array(CaseRow),
  gaps: z.array(GapRow),
  systems: z.array(SystemRow),
});
export type LedgerFile = z.output<typeof LedgerFile>;

/** Where a claim stands with all that is known of it: on the page of its part. */
export const claimPath = (part: string, n: number): string => `/sources/claims/${part}#claim-${n}`;

export type Claim = z.output<typeof ClaimRow>;
export type Case = z.output<typeof CaseRow>;
export type Gap = z.output<typeof GapRow>;
export type NamedSystem = z.output<typeof SystemRow>;

/** The ledger as it is used: `aws` of each row are addresses. */
export type Ledger = Omit<LedgerFile, 'pages'>;
