import * as z from 'zod';
import { Defect, INTERNAL_ERROR } from '../../../shared/core/errors.ts';
import type { Operation } from '../operation.ts';
import type { Components, Json } from './components.ts';
import { type AnswerHeader, headersNamed, headersOfSuccess } from './headers.ts';

/** Every error's body, of functions and of the gateway. */
export const errorSchema = z
  .object({
    detail: z.string(),
    error_code: z.string(),
    timestamp: z
      .union([z.iso.datetime(), z.int()])
      .describe(
        'ISO 8601. Milliseconds since 1970 where the gateway answers by itself (some of 413, 429, 500 and 503).',
      ),
    request_id: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Error' });

const ERRORS: Record<number, { name: string; means: string; header?: AnswerHeader }> = {
  400: { name: 'BadRequest', means: 'The request cannot be parsed.' },
  401: { name: 'Unauthorized', means: 'Not signed in.', header: 'WWW-Authenticate' },
  403: { name: 'Forbidden', means: 'Signed in, but not permitted.' },
  404: { name: 'NotFound', means: 'Not found, or not yours.' },
  405: { name: 'MethodNotAllowed', means: 'Method not allowed; `Allow` lists those that are.', header: 'Allow' },
  409: { name: 'Conflict', means: 'Conflicts with the current state.' },
  413: { name: 'PayloadTooLarge', means: 'The body is too large.' },
  422: { name: 'Unprocessable', means: 'Some of the input is not valid.' },
  423: { name: 'Locked', means: 'Signing in is locked for a while.', header: 'Retry-After' },
  429: { name: 'TooManyRequests', means: 'Too many requests.', header: 'Retry-After' },
  500: { name: 'InternalError', means: INTERNAL_ERROR.detail },
  503: { name: 'Unavailable', means: 'Not available at the moment.', header: 'Retry-After' },
};

/** The gateway answers these by itself too, with our usual errors, whatever shape those of the operation have. */
const OF_THE_GATEWAY = [400, 413, 429, 500, 503];

/** The errors that follow from a definition, and those it lists itself. */
const statusesOf = ({ access, method, perProject, path, errors }: Operation): number[] => {
  const some = [
    ...(access === 'public' ? [] : [401, 403]),
    ...(perProject || path.includes('{') ? [404] : []),
    ...(method !== 'GET' && access !== 'public' ? [409] : []),
    ...errors,
    // A body is read, and a query checked, whatever the method.
    ...[400, 405, 413, 422, 429, 500, 503],
  ];
  return [...new Set(some)].sort((one, other) => one - other);
};

export type Answer = { description: string; headers?: Json; content?: Record<string, { schema?: Json }> };

/** A text that consists of JSON values, as the content keywords of JSON Schema say it. */
const manyOf = (items: z.ZodType, contentType: string | undefined, components: Components): Json => ({
  type: 'string',
  contentMediaType: contentType?.split(';')[0],
  contentSchema: { type: 'array', items: components.schema(items, 'output') },
});

/** What the operation's summary says is not said again. */
const SUCCEEDED = 'Succeeded.';

/** By status; several content types of one status are merged. */
const successesOf = (operation: Operation, components: Components): Record<string, Answer> => {
  const { success, otherSuccesses } = operation;
  const names = headersOfSuccess(operation);
  const headers = names.length > 0 && { headers: headersNamed(names) };
  const found: Record<string, Answer> = {};
  for (const { status, schema, items, contentType, means } of [success, ...otherSuccesses]) {
    const described = items ? manyOf(items, contentType, components) : schema && components.schema(schema, 'output');
    const type = contentType ?? (described && 'application/json');
    const content = { ...found[status]?.content, ...(type && { [type]: described ? { schema: described } : {} }) };
    const description = found[status]?.description ?? means ?? SUCCEEDED;
    found[status] = { description, ...headers, ...(type && { content }) };
  }
  return found;
};

/** The named schema that is all an answer says. */
const soleSchemaOf = ({ description, content = {} }: Answer): string | undefined => {
  const [[type, { schema = {} } = {}] = [], ...others] = Object.entries(content);
  const isPlain = description === SUCCEEDED && type === 'application/json' && others.length === 0;
  return isPlain && typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined;
};

/** The answers of operations. What several have in common is described once, under a name. */
export class Answers {
  readonly #components: Components;
  readonly #named: Record<string, Json> = {};

  constructor(components: Components) {
    this.#components = components;
  }

  /** What operations refer to, by name. */
  get named(): Json {
    return this.#named;
  }

  of(operation: Operation): Json {
    const successes = successesOf(operation, this.#components);
    const failures = statusesOf(operation).map((status) => [status, this.#failure(operation, status, successes)]);
    const shared = Object.entries(successes).map(([status, answer]) => [status, this.#success(answer)]);
    return { ...Object.fromEntries(shared), ...Object.fromEntries(failures) };
  }

  /** An answer that is nothing but a named schema has the schema's name. */
  #success(answer: Answer): Json {
    const name = soleSchemaOf(answer);
    if (name === undefined) return answer;
    this.#named[name] = answer;
    return { $ref: `#/components/responses/${name}` };
  }

  #failure(operation: Operation, status: number, successes: Record<string, Answer>): Json {
    const error = ERRORS[status];
    if (!error) throw new Defect(`${operation.method} ${operation.path} names the unknown status ${status}.`);
    const { errorSchema: own = errorSchema } = operation;
    const schemas = OF_THE_GATEWAY.includes(status) ? [...new Set([own, errorSchema])] : [own];
    const shapes = schemas.map((schema) => this.#components.schema(schema, 'output'));
    // A status that an operation answers by itself, as readiness does 503, has one more.
    const succeeded = successes[status];
    const shape = succeeded?.content?.['application/json']?.schema;
    const answer = answerWith(shape ? [shape, ...shapes] : shapes, succeeded?.description ?? error.means, error.header);
    if (shape) return answer;
    const name = `${operation.errorSchema ? (own.meta()?.id ?? '').replace(/Error$/, '') : ''}${error.name}`;
    this.#named[name] = answer;
    return { $ref: `#/components/responses/${name}` };
  }
}

const answerWith = (shapes: Json[], description: string, header: AnswerHeader | undefined): Json => ({
  description,
  headers: headersNamed(['x-request-id', ...(header ? [header] : [])]),
  content: { 'application/json': { schema: shapes.length === 1 ? shapes[0] : { anyOf: shapes } } },
});
