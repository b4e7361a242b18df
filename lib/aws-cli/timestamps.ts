import { isObject } from './json';

/**
 * Members of EC2's answers that are times. Every one of the operations here is listed, and no text has such a name.
 * Source: EC2 API model 2016-11-15.
 */
const times: ReadonlySet<string> = new Set([
  'AttachTime',
  'CreateTime',
  'DeleteTime',
  'ElasticInferenceAcceleratorAssociationTime',
  'ImpairedSince',
  'LaunchTime',
  'NotAfter',
  'NotBefore',
  'NotBeforeDeadline',
  'UsageOperationUpdateTime',
]);

/** An answer with its times as version 2 of the AWS CLI shows them: `2026-01-31T09:30:00+00:00`. */
export function withCliTimes(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return times.has(name) ? cliTime(value) : value;
  if (Array.isArray(value)) return value.map((member) => withCliTimes(member));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withCliTimes(member, key)]));
}

function cliTime(text: string): string {
  const [, seconds, milliseconds] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.(\d{3})Z$/.exec(text) ?? [];
  if (seconds === undefined) return text;
  return `${seconds}${milliseconds === '000' ? '' : `.${milliseconds}000`}+00:00`;
}
