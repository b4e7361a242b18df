import 'server-only';
import { z } from 'zod';
import type { Endpoint } from '@/lib/auth/endpoint';
import { permissions } from '@/lib/auth/permissions';
import { refusalStatus } from '@/lib/auth/user-error';
import { version } from './version';

const ErrorBody = z.object({
  error: z.object({ code: z.string(), message: z.string(), issues: z.array(z.unknown()).optional() }),
});

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, target: 'openapi-3.0', unrepresentable: 'any' }) as Record<string, unknown>;

/** The OpenAPI description of `endpoints`, from the very schemas that validate them. */
export function openApi(endpoints: readonly Endpoint[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints) {
    const [method = '', path = ''] = endpoint.id.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(endpoint, method, path) };
  }
  return {
    openapi: '3.0.3',
    info: { title: 'Patchbay', version, description: 'What the pages call and programs may call too.' },
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'Made in Settings.' } } },
    paths,
  };
}

function operation(endpoint: Endpoint, method: string, path: string): object {
  const input = schemaOf(endpoint.input, 'input');
  const properties = (input.properties ?? {}) as Record<string, object>;
  const required = new Set((input.required ?? []) as string[]);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const rest = Object.entries(properties).filter(([name]) => !inPath.includes(name));
  const needed = rest.map(([name]) => name).filter((name) => required.has(name));
  const writes = method !== 'GET';
  const parameter = (name: string, place: string) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: properties[name] ?? { type: 'string' },
  });
  const isPublic = permissions[endpoint.id] === 'anyone';
  return {
    summary: endpoint.summary,
    ...(!isPublic && { security: [{ token: [] }] }),
    parameters: [
      ...inPath.map((name) => parameter(name, 'path')),
      ...(writes ? [] : rest.map(([name]) => parameter(name, 'query'))),
      ...(writes
        ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }]
        : []),
    ],
    ...(writes &&
      rest.length > 0 && {
        requestBody: {
          required: needed.length > 0,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: Object.fromEntries(rest),
                // OpenAPI 3.0 has no empty list of required members.
                ...(needed.length > 0 && { required: needed }),
                additionalProperties: false,
              },
            },
          },
        },
      }),
    responses: {
      [endpoint.status ?? 200]: {
        description: 'It went well.',
        content: {
          [endpoint.streams ? 'text/event-stream' : endpoint.isText ? 'text/plain' : 'application/json']: {
            schema: schemaOf(endpoint.output, 'output'),
          },
          ...(endpoint.csv && { 'text/csv': { schema: { type: 'string' } } }),
        },
      },
      ...Object.fromEntries(
        Object.entries(refusalStatus).map(([code, status]) => [
          status,
          { description: code, content: { 'application/json': { schema: schemaOf(ErrorBody, 'output') } } },
        ]),
      ),
    },
  };
}
