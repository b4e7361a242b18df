import { ApiError } from '../site/api';

// Who only looks at the page needs neither; each comes when there is, or will soon be, an attempt to show. Asked for again
// after a failure, it is fetched again, which `React.lazy` would not do.

/** The questions of an open attempt. Throws ApiError where the script does not come. */
export const sittingScreen = () => import('./sitting').then((module) => module.Sitting, didNotCome);

/** What an attempt ended with. Throws ApiError where the script does not come. */
export const resultScreen = () => import('./result').then((module) => module.Result, didNotCome);

/** Fetches one of them ahead; a failure is told when it is needed. */
export function fetchAhead(screen: typeof sittingScreen | typeof resultScreen): void {
  screen().catch(() => {});
}

function didNotCome(error: unknown): never {
  console.warn(error);
  throw new ApiError(
    0,
    'A part of this page did not arrive. What you did before is kept; try again, or reload the page.',
  );
}
