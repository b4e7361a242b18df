import 'server-only';
import type { WorldJson } from '@/lib/engine/world';

/** Records of an account that is drawn; one of two hundred interfaces has some five hundred. Drawing is what a look costs. */
const mostDrawn = 1_000;

/** Whether a page that is rendered on the server draws the account; a lab draws any, in the browser of who asks. */
export const isDrawable = ({ tables }: Pick<WorldJson, 'tables'>): boolean =>
  Object.values(tables).reduce((sum, records) => sum + records.length, 0) <= mostDrawn;
