import { answers, errorSchema, type Json, jsonSchema } from './answers.ts';
import type { Operation } from './operation.ts';
import { inNamedProject, segmentsOf } from './path.ts';

export type OpenApiInfo = { title: string; version: string; description?: string };
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

export const described = (operation: Operation, path: string): Json => {
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
