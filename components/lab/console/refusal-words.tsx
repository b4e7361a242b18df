import { SourceText } from '@/components/fidelity/source-text';
import type { CallRefusal } from '@/lib/labs/views';

const known = { observed: 'Observed', documented: 'Documented', assumed: 'Assumed' };

/** A refusal in AWS's code and words. */
export const RefusalWords = ({ refusal: { code, message } }: { refusal: CallRefusal }) => (
  <>
    <code className="wrap-anywhere">{code}</code>: {message}
  </>
);

/** The rule behind a refusal: how it is known, and where more is said of it. */
export function RefusalRule({ refusal: { code, rule }, operation }: { refusal: CallRefusal; operation: string }) {
  if (code === 'NotModelled') {
    return <p className="text-sm text-dim">AWS has this. The gap is this simulator’s.</p>;
  }
  return (
    <div className="flex flex-col gap-1 text-sm text-dim">
      {rule && (
        <p>
          {known[rule.provenance]}: <SourceText text={rule.source} />
        </p>
      )}
      <p className="flex flex-wrap gap-x-4">
        {rule && (
          <a href={rule.href} target="_blank" rel="noreferrer" className="underline">
            How the refusals of “{rule.title}” are known (new tab)
          </a>
        )}
        <a
          href={`https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_${operation}.html`}
          target="_blank"
          rel="noreferrer"
          className="underline"
        >
          AWS on {operation} (new tab)
        </a>
      </p>
    </div>
  );
}
