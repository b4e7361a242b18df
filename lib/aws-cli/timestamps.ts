import { isObject } from './json';

/**
 * Members of EC2's answers that are times. Every one of the operations here is listed, and no text has such a name.
 * Source: EC2 API model 2016-11-15.
 */
const times: ReadonlySet<string> = new Set([
  'AttachTime',
  'CreateTime',
  'CreatedDate',
  'CreationTime',
  'CreationTimestamp',
  'DeleteTime',
  'ElasticInferenceAcceleratorAssociationTime',
  'ExpirationTime',
  'ImpairedSince',
  'LastStatusChange',
  'LaunchTime',
  'NotAfter',
  'NotBefore',
  'NotBeforeDeadline',
  'ProvisionTime',
  'RequestTime',
  'StartDate',
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

/**
 * The instant that a time given to the CLI means, `2026-01-31T09:30:00.000Z`: seconds since 1970, or a date of ISO 8601
 * with or without a time, in UTC where it names no zone. Undefined for what is no time.
 * Assumed: the CLI takes other forms of dates too; here they are refused as no time.
 */
export function instantOf(given: unknown): string | undefined {
  const text = typeof given === 'number' ? String(given) : given;
  if (typeof text !== 'string') return undefined;
  if (/^\d{1,11}(\.\d+)?$/.test(text)) return new Date(Number(text) * 1000).toISOString();
  const [, time, zone] =
    /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(text) ?? [];
  const instant = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(time && !zone ? `${text}Z` : text) : Number.NaN;
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
}
