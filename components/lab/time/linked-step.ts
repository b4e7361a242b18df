import { type Line, seqAt } from './line';

/**
 * The step that the page's address asks for: `?step=` by the number that the page shows, `?moment=` by the one that the API
 * has. Answers the step, or why there is none, as a sentence; undefined when the address asks for nothing.
 */
export function linkedStep(search: string, line: Line): { seq: number } | { problem: string } | undefined {
  const asked = new URLSearchParams(search);
  const [step, moment] = [asked.get('step'), asked.get('moment')];
  const text = step ?? moment;
  if (text === null) return undefined;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  if (number === undefined) return { problem: 'The link to this page names no step. The lab is shown as it stands.' };
  if (step === null && (number === 0 || line.bySeq.has(number))) return { seq: number };
  if (step !== null && number <= line.steps.length) return { seq: seqAt(line, number) };
  return { problem: `There is no step ${number} in this attempt. The lab is shown as it stands.` };
}
