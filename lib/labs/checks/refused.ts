import { z } from 'zod';
import { instanceState } from '@/lib/engine/instance/instance';
import type { RefusedFact } from '../facts';
import { instancesNamed } from '../names';
import type { Moment } from '../replay';
import type { Verdict } from './verdict';

/** On this path a call was refused with that code: judged on the path, because a refusal leaves no trace in the world. */
export const RefusedCheck = z.strictObject({
  /** AWS's name, `DetachNetworkInterface`. */
  operation: z.string(),
  code: z.string(),
  /** Once in each of these: the call was about the instance of that name, while it was in that state. */
  when: z
    .array(z.strictObject({ instance: z.string(), state: z.enum(['pending', 'running', 'stopping', 'stopped']) }))
    .min(1)
    .optional(),
});
type Want = z.output<typeof RefusedCheck>;

export function checkRefused(want: Want, moment: Moment): Verdict {
  const tries = moment.facts.of('refused').filter((fact) => fact.operation === want.operation);
  if (!want.when) return tell('', tries, want.code);
  const manyInstances = new Set(want.when.map(({ instance }) => instance)).size > 1;
  const verdicts = want.when.map(({ instance, state }) => {
    const label = manyInstances ? `${instance} ${state}: ` : `${state.charAt(0).toUpperCase()}${state.slice(1)}: `;
    return tell(
      label,
      tries.filter((fact) => fact.name === instance && fact.state === state),
      want.code,
    );
  });
  const passed = verdicts.every((verdict) => verdict.passed);
  const open = want.when.filter((_, index) => !verdicts[index]?.passed).map(({ instance }) => instance);
  const states = [...new Set(open)].map((name) => presentState(moment, name));
  return { passed, found: [...verdicts.map((verdict) => verdict.found), ...states].join('\n') };
}

/** `tries` are the refusals that this is about. */
function tell(label: string, tries: readonly RefusedFact[], code: string): Verdict {
  if (tries.some((fact) => fact.code === code)) return { passed: true, found: sentence(label, `refused, ${code}`) };
  const last = tries.at(-1);
  const found = last ? `refused, but with ${last.code}` : 'not tried yet';
  return { passed: false, found: sentence(label, found) };
}

const sentence = (label: string, text: string): string =>
  `${label}${label ? text : text.charAt(0).toUpperCase() + text.slice(1)}.`;

function presentState({ world }: Moment, name: string): string {
  const instance = instancesNamed(world, name).at(-1);
  return instance ? `${name} is ${instanceState(world, instance)}.` : `There is no instance named ${name} any more.`;
}
