import { z } from 'zod';
import { Check } from '@/lib/labs/checks/check';

const lines = z.string().min(1);

const Claim = z
  .strictObject({
    /** Lines that bring about what the choice says; the last one shows whether it is so. */
    run: lines,
    /** The last line's call is refused with this AWS code. */
    refused: z.string().min(1).optional(),
    /** The last line prints this text and nothing else; any white space counts as one space. */
    prints: z.string().optional(),
    /** This holds in the account afterwards, once everything on its way has settled. */
    check: Check.optional(),
    /** The last line's call is accepted. */
    accepted: z.literal(true).optional(),
    /** The choice says the opposite. */
    not: z.literal(true).optional(),
  })
  .refine(
    ({ refused, prints, check, accepted }) =>
      [refused, prints, check, accepted].filter((expected) => expected !== undefined).length === 1,
    'one of refused, prints, check and accepted, and only one',
  );

const head = {
  /** AWS CLI lines that make the account; the variables they set are there for all other lines. */
  start: lines,
};

const ChoiceProof = z.strictObject({ ...head, claims: z.record(z.string(), Claim) });
const OrderingProof = z.strictObject({ ...head, lines: z.record(z.string(), lines), check: Check.optional() });
const MatchingProof = z.strictObject({
  ...head,
  runs: z.record(z.string(), lines),
  answers: z.record(z.string(), z.string()),
});
const NumericProof = z.strictObject({ ...head, run: lines });
const CliProof = z.strictObject({ sabotage: z.array(lines).min(1) });

/**
 * What proves a question's key on the engine, by its type:
 * single, multiple: `claims`, one for each choice; a choice is right when and only when its claim holds.
 * ordering: `lines` of each item; of all orders only the marked one runs without refusal (and passes `check`).
 * matching: `runs` of each prompt and `answers` of each option, an AWS code or what is printed, all different; what the
 * engine answers to a prompt is the answer of its option.
 * numeric: `run` prints the number.
 * cli: `sabotage`, wrong answers; the solution passes every check, doing nothing and each sabotage do not.
 */
export const QuestionProof = z.union([ChoiceProof, OrderingProof, MatchingProof, NumericProof, CliProof]);
export type QuestionProof = z.output<typeof QuestionProof>;
export type ProofWith<Member extends string> = Extract<QuestionProof, { [K in Member]: unknown }>;
