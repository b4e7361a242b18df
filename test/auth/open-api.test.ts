import { expect, test } from 'vitest';
import { permissions } from '@/lib/auth/permissions';
import { endpoints } from '@/lib/usecases/endpoints';
import { openApi } from '@/lib/usecases/open-api';

type Json = Record<string, unknown>;
type Operation = {
  summary: string;
  security?: unknown[];
  parameters: { name: string; in: string; required: boolean; schema: Json }[];
  requestBody?: { required: boolean; content: { 'application/json': { schema: Json } } };
  responses: Record<string, { description: string; content: Record<string, { schema: Json }> }>;
};

const all = Object.values(endpoints);
// Sent to clients as JSON, so looked at as JSON.
const description = JSON.parse(JSON.stringify(openApi(all))) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
};
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ id: `${method.toUpperCase()} ${path}`, path, operation })),
);

test('every address of the API that the permission table knows is described, and no other', () => {
  const known = Object.keys(permissions).filter((id) => / \/api\/(v1\/|health$)/.test(id));
  expect(operations.map(({ id }) => id).sort()).toEqual(known.sort());
  expect(all.map(({ id }) => id).sort(), 'each once').toEqual(known.sort());
});

test('parameters are those of the path, and a body is where something is left to say', () => {
  for (const { id, path, operation } of operations) {
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
    expect(inPath.map(({ name }) => `{${name}}`).join(), id).toBe((path.match(/\{\w+\}/g) ?? []).join());
    expect(
      inPath.every(({ required, schema }) => required && schema.type === 'string'),
      id,
    ).toBe(true);
    expect(
      operation.parameters.some(({ name }) => name === 'Idempotency-Key'),
      id,
    ).toBe(!id.startsWith('GET'));
    expect(operation.security === undefined, id).toBe(permissions[id as keyof typeof permissions] === 'anyone');
  }
  const run = description.paths['/api/v1/lab-attempts/{id}/commands']?.post;
  expect(run?.requestBody?.required).toBe(true);
  expect(run?.requestBody?.content['application/json'].schema).toMatchObject({
    type: 'object',
    required: ['line'],
    additionalProperties: false,
    properties: { line: { type: 'string', maxLength: 64_000 }, position: { type: 'integer' } },
  });
});

test('every refusal has its status and shape', () => {
  for (const { id, operation } of operations) {
    expect(Object.keys(operation.responses), id).toEqual(
      expect.arrayContaining(['400', '401', '403', '404', '409', '413', '415', '422', '429']),
    );
    const success = operation.responses[/\/attempts$|^POST .*\/shares$/.test(id) ? '201' : '200'];
    const isText = id.endsWith('/transcript');
    const kind = id.endsWith('/events') ? 'text/event-stream' : isText ? 'text/plain' : 'application/json';
    expect(success?.content[kind]?.schema.type, id).toMatch(isText ? /^string$/ : /object|array/);
  }
});

/** What OpenAPI 3.0 knows of JSON Schema, which is not all of it: https://spec.openapis.org/oas/v3.0.3#schema-object */
const keywords = new Set(
  `title multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems
  maxProperties minProperties required enum type allOf oneOf anyOf not items properties additionalProperties description
  format default nullable discriminator readOnly writeOnly xml externalDocs example deprecated`.split(/\s+/),
);

function wrongIn(schema: unknown, where: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties, required, ...rest } = schema as Json;
  const wrong = Object.keys(schema)
    .filter((keyword) => !keywords.has(keyword))
    .map((keyword) => `${where}: ${keyword}`);
  if (Array.isArray(required) && required.length === 0) wrong.push(`${where}: required is empty`);
  if (typeof rest.exclusiveMinimum === 'number' || typeof rest.exclusiveMaximum === 'number')
    wrong.push(`${where}: exclusive…`);
  if (rest.type === 'array' && rest.items === undefined) wrong.push(`${where}: items of what?`);
  if (Array.isArray(rest.type)) wrong.push(`${where}: two types`);
  for (const [name, part] of Object.entries(properties ?? {})) wrong.push(...wrongIn(part, `${where}.${name}`));
  for (const keyword of ['items', 'not', 'additionalProperties'])
    wrong.push(...wrongIn(rest[keyword], `${where}.${keyword}`));
  for (const keyword of ['allOf', 'oneOf', 'anyOf'])
    for (const part of Array.isArray(rest[keyword]) ? rest[keyword] : [])
      wrong.push(...wrongIn(part, `${where}.${keyword}`));
  return wrong;
}

test('schemas are those of OpenAPI 3.0', () => {
  expect(description.openapi).toBe('3.0.3');
  const wrong = operations.flatMap(({ id, operation }) => [
    ...operation.parameters.flatMap(({ name, schema }) => wrongIn(schema, `${id} ${name}`)),
    ...wrongIn(operation.requestBody?.content['application/json'].schema, `${id} body`),
    ...Object.entries(operation.responses).flatMap(([status, { content }]) =>
      Object.values(content).flatMap(({ schema }) => wrongIn(schema, `${id} ${status}`)),
    ),
  ]);
  expect(wrong).toEqual([]);
});
