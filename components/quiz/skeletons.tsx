import { Loading, Skeleton } from '../ui/skeleton';

/** The place of the start panel. */
export function StartSkeleton() {
  return (
    // Without script nothing is being loaded; the page says what it needs.
    <div className="noscript:hidden">
      <Loading label="Your attempts are being loaded.">
        <div className="mt-8 flex flex-col gap-4 border-t border-line pt-6">
          <Skeleton className="h-9 w-40" />
          <Skeleton className="h-4 w-72 max-w-full" />
        </div>
      </Loading>
    </div>
  );
}

/** The place of a question. */
export function SittingSkeleton() {
  return (
    <Loading label="The quiz is being loaded.">
      <div className="flex flex-col gap-6">
        <Skeleton className="h-6 w-64 max-w-full" />
        <Skeleton className="h-10 w-full" />
        <Skeleton className="h-20 w-full" />
        <Skeleton className="h-40 w-full" />
      </div>
    </Loading>
  );
}
