import * as z from 'zod';
import { Defect, INTERNAL_ERROR } from '../../shared/core/errors.ts';
import type { Operation } from './operation.ts';

export type Json = Record<string, unknown>;

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

export const ERRORS: Record<number, string> = {
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

export const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, cycles: 'throw' }) as Json;
  return rest;
};

/** The errors that follow from a definition, and those it lists itself. */
export const statusesOf = ({ access, method, perProject, path, takesBody, query, errors }: Operation): number[] => {
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

export type Answer = { description: string; content?: Record<string, { schema?: Json }> };

export const ERROR = { $ref: '#/components/schemas/Error' };

/** By status; several content types of one status are merged. */
export const successesOf = ({ success, otherSuccesses, summary }: Operation): Record<string, Answer> => {
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

export const answers = (operation: Operation): Json => {
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
