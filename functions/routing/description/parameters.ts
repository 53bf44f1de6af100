import * as z from 'zod';
import type { Operation } from '../operation.ts';
import { segmentsOf } from '../path.ts';
import { parameterSchema } from '../variables.ts';
import type { Components, Json } from './components.ts';

/** What a client gives a write, so that a retry of it does nothing more. */
export const idempotencyKeySchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, 'Must be 1 to 255 visible ASCII characters.');

/** Parameters that many operations have, as the document names them once. */
export const sharedParameters = (components: Components): Json => ({
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused.',
    schema: components.schema(idempotencyKeySchema, 'input'),
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The `ETag` of the version the client has.',
    schema: { type: 'string' },
  },
});

/** A reference to a parameter that the document names. */
export const shared = (name: string): Json => ({ $ref: `#/components/parameters/${name}` });

/** The parameters of an operation at one of its paths. */
export const parametersOf = (operation: Operation, path: string, components: Components): Json[] => {
  const fromPath = segmentsOf(path)
    .filter(({ variable }) => variable)
    .map(({ name }) => ({
      name,
      in: 'path',
      required: true,
      schema: components.schema(parameterSchema(operation.params, name), 'input'),
    }));
  const fromQuery = operation.query instanceof z.ZodObject ? operation.query.shape : {};
  const named = (where: 'query' | 'header', schemas: Record<string, z.ZodType>): Json[] =>
    Object.entries(schemas).map(([name, schema]) => ({
      name,
      in: where,
      // What may be left out is the rule of OpenAPI, and needs no word.
      ...(!schema.safeParse(undefined).success && { required: true }),
      schema: components.schema(schema, 'input'),
    }));
  const repeatable = operation.method !== 'GET' && operation.access !== 'public' && !operation.holdsPassword;
  const conditional = operation.otherSuccesses.some(({ status }) => status === 304);
  return [
    ...fromPath,
    ...named('query', fromQuery as Record<string, z.ZodType>),
    ...named('header', operation.headers),
    ...(repeatable ? [shared('IdempotencyKey')] : []),
    ...(conditional ? [shared('IfNoneMatch')] : []),
  ];
};
