import * as z from 'zod';
import { Defect, INTERNAL_ERROR } from '../../shared/core/errors.ts';
import type { Operation } from './operation.ts';
import { inNamedProject, segmentsOf } from './path.ts';

type Json = Record<string, unknown>;
export type OpenApiInfo = { title: string; version: string; description?: string };

/** Every error's body, of functions and of the gateway. */
export const errorSchema = z.object({
  detail: z.string(),
  error_code: z.string(),
  timestamp: z
    .union([z.iso.datetime(), z.int()])
    .describe('ISO 8601. Milliseconds since 1970 where the gateway answers by itself (some of 413, 429, 500 and 503).'),
  request_id: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

const ERRORS: Record<number, string> = {
  400: 'The request cannot be parsed.',
  401: 'Not signed in.',
  403: 'Signed in, but not permitted.',
  404: 'Not found, or not yours.',
  405: 'Method not allowed; `Allow` lists those that are.',
  409: 'Conflicts with the current state.',
  413: 'The body is too large.',
  422: 'Some of the input is not valid.',
  423: 'Signing in is locked for a while.',
  429: 'Too many requests.',
  500: INTERNAL_ERROR.detail,
  503: 'Not available at the moment.',
};

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, cycles: 'throw' }) as Json;
  return rest;
};

/** The errors that follow from a definition, and those it lists itself. */
const statusesOf = ({ access, method, perProject, path, takesBody, query, errors }: Operation): number[] => {
  const write = method !== 'GET';
  const some = [
    ...(access === 'public' ? [] : [401, 403]),
    // 400 where the path cannot be decoded.
    ...(perProject || path.includes('{') ? [400, 404] : []),
    ...(write && access !== 'public' ? [409] : []),
    ...(write ? [400, 413] : []),
    ...(write || takesBody || query instanceof z.ZodObject ? [422] : []),
    ...errors,
    405,
    429,
    500,
    503,
  ];
  return [...new Set(some)].sort((one, other) => one - other);
};

type Answer = { description: string; content?: Record<string, { schema?: Json }> };
const ERROR = { $ref: '#/components/schemas/Error' };

/** By status; several content types of one status are merged. */
const successesOf = ({ success, otherSuccesses, summary }: Operation): Record<string, Answer> => {
  const found: Record<string, Answer> = {};
  for (const { status, schema, contentType, means } of [success, ...otherSuccesses]) {
    const described = schema && jsonSchema(schema, 'output');
    const type = contentType ?? (described && 'application/json');
    const content = { ...found[status]?.content, ...(type && { [type]: described ? { schema: described } : {} }) };
    const description = found[status]?.description ?? means ?? summary;
    found[status] = { description, ...(type && { content }) };
  }
  return found;
};

const answers = (operation: Operation): Json => {
  const error = operation.errorSchema ? jsonSchema(operation.errorSchema, 'output') : ERROR;
  const successes = successesOf(operation);
  const failures = statusesOf(operation).map((code) => {
    const description = ERRORS[code];
    if (!description) throw new Defect(`${operation.method} ${operation.path} names the unknown status ${code}.`);
    // A status that an operation answers by itself, as readiness does 503, has two shapes.
    const own = successes[code];
    const shape = own?.content?.['application/json']?.schema;
    const schema = shape ? { anyOf: [shape, error] } : error;
    return [code, { description: own?.description ?? description, content: { 'application/json': { schema } } }];
  });
  return { ...successes, ...Object.fromEntries(failures) };
};

const parametersOf = (operation: Operation, path: string): Json[] => {
  const fromPath = segmentsOf(path)
    .filter(({ variable }) => variable)
    .map(({ name }) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const { properties = {}, required = [] } = jsonSchema(operation.query, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  const fromQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'Requests with the same key, path, query and body are carried out once; the same key with anything else is refused.',
    schema: { type: 'string', maxLength: 255 },
  };
  const repeatable = operation.method !== 'GET' && operation.access !== 'public';
  return [...fromPath, ...fromQuery, ...(repeatable ? [key] : [])];
};

const operationId = (method: string, path: string): string =>
  [method.toLowerCase(), ...segmentsOf(path).map(({ name }) => name.replace(/\W+/g, '_'))].join('_');

const described = (operation: Operation, path: string): Json => {
  const { method, summary, access, personOnly, permission, takesBody, body, bodyType } = operation;
  const parameters = parametersOf(operation, path);
  const type = bodyType === 'text' ? 'application/x-ndjson' : 'application/json';
  const rule = personOnly ? 'Needs a signed-in person.' : `An API key needs the scope \`${permission}\`.`;
  return {
    operationId: operationId(method, path),
    summary,
    ...(access !== 'public' && { description: access === 'admin' ? `Needs the role \`admin\`. ${rule}` : rule }),
    tags: [segmentsOf(operation.path)[1]?.name ?? segmentsOf(operation.path)[0]?.name ?? ''],
    security: access === 'public' ? [] : [{ bearer: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(takesBody && {
      requestBody: {
        required: !body.safeParse(undefined).success,
        content: { [type]: { schema: jsonSchema(body, 'input') } },
      },
    }),
    responses: answers(operation),
  };
};

/** Where paths begin for a client that read the document from there. */
export const serversAt = (basePath: string): Json[] => [{ url: basePath || '/' }];

/** The OpenAPI 3.1 document of these operations, made from the very schemas that check the requests. */
export const openApi = (operations: readonly Operation[], info: OpenApiInfo): Json => {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    for (const path of operation.perProject ? [operation.path, inNamedProject(operation.path)] : [operation.path]) {
      paths[path] = { ...paths[path], [operation.method.toLowerCase()]: described(operation, path) };
    }
  }
  return {
    openapi: '3.1.0',
    info,
    servers: serversAt(''),
    paths,
    components: {
      schemas: { Error: jsonSchema(errorSchema, 'output') },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'Access token or API key' } },
    },
  };
};
