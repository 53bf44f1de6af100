import * as z from 'zod';
import type { AuditAction } from '../../shared/audit/index.ts';
import type { Identity } from '../../shared/core/identity.ts';
import type { Permission, ProjectScope, UserScope } from '../../shared/core/scope.ts';
import type { Weight } from '../../shared/limits/index.ts';
import { MAX_BODY_BYTES } from './body-limits.ts';
import type { AnswerHeader } from './description/headers.ts';
import type { Reply } from './reply/reply.ts';
import { paramsOf } from './variables.ts';

export { emptyReply, type Reply, reply } from './reply/reply.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Access = 'public' | 'user' | 'admin';

/** What every handler gets of the request besides its checked input. Header names are in lower case. */
export type RequestFacts = {
  id: string;
  sourceIp: string;
  userAgent: string;
  headers: Record<string, string>;
  cookies: Record<string, string>;
  /** The prefix of our paths for clients: `/dev` or nothing. */
  basePath: string;
  /** Names what of the request had no effect, in the answer's `x-artel-ignored`. */
  ignore(fields: readonly string[]): void;
  /** Of a write: the client's `Idempotency-Key`, by which the domain recognises a retry too. */
  idempotencyKey?: string;
  /** Aborts shortly before the function's time is up. */
  signal?: AbortSignal;
};

export type PublicContext<P, Q, B> = { params: P; query: Q; body: B; request: RequestFacts };
export type Context<P, Q, B> = PublicContext<P, Q, B> & {
  scope: UserScope;
  /** The project in the path, which exists, or the caller's default project. */
  project: ProjectScope;
  identity: Identity;
};
type ContextOf<A extends Access, P, Q, B> = A extends 'public' ? PublicContext<P, Q, B> : Context<P, Q, B>;

type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
/** `/my/agents/{agent}` → `{ agent: string }` */
export type PathParams<Path extends string> = { [Name in Names<Path>]: string };

export type Success<R = unknown> = {
  status: number;
  schema?: z.ZodType<R>;
  contentType?: string;
  /** Distinguishes several successes. */
  means?: string;
  /** Of a text that holds many JSON values: one line of NDJSON, or the data of one server-sent event. */
  items?: z.ZodType;
};

/** Only the schemas say what `R` is: a handler's own reply is checked against it and never widens it. */
type Described<R> = [R] extends [infer Answer] ? Answer : never;

/** `R` is what the schemas of its successes describe: a handler whose reply does not fit them does not compile. */
export type Definition<Path extends string, A extends Access, P, Q, B, R> = {
  method: Method;
  path: Path;
  summary: string;
  access: A;
  /** The permission an API key needs; by default `read` for GET and `write` for the rest. A person's token has them all. */
  permission?: Permission;
  /** Only for a signed-in person: an API key is refused, whatever its permissions. */
  personOnly?: boolean;
  /** A monitoring system's key opens it too, and then there is no identity: only where the handler needs none. */
  takesScrapeKey?: boolean;
  /** Mounted twice: at `/my/…` for the default project and at `/my/projects/{project_id}/…`. */
  perProject?: boolean;
  /** A path that does not fit answers 404: there is nothing at it. By default what its variables' names say. */
  params?: z.ZodType<P>;
  /** The variables of the path become parts of keys, so one that could not be is not found. `false`: they are only compared. */
  paramsInKeys?: boolean;
  query?: z.ZodType<Q>;
  /** Headers it reads, as the document writes their names. `request.headers` has their texts. */
  headers?: Record<string, z.ZodType>;
  body?: z.ZodType<B>;
  /**
   * Fields of the body that its schema does not name are refused; `ignored` for APIs that others define and extend: there the
   * answer names them in `x-artel-ignored`.
   */
  unknownFields?: 'refused' | 'ignored';
  /** `text` hands the body to its schema as it came, for NDJSON. */
  bodyType?: 'json' | 'text';
  /** Numbers of the body are handed on as they are spelled, which JavaScript's are not (`parseExact`). */
  exactNumbers?: boolean;
  /** Larger bodies answer 413. 1 MB by default. */
  maxBodyBytes?: number;
  /** `heavy`: it asks a model or moves much data, and fewer of these are admitted in a minute. */
  weight?: Weight;
  /** The answer holds a secret that is shown once: a repeat under the same `Idempotency-Key` answers 409 without it. */
  answersOnce?: boolean;
  /** The body holds a password: nothing derived from it is kept, so an `Idempotency-Key` has no effect. */
  holdsPassword?: boolean;
  success: Success<R>;
  /** Other ways in which it succeeds: another status, or another type of content. */
  otherSuccesses?: Success<R>[];
  /** Headers that its successes may have, besides those of every answer. */
  answerHeaders?: readonly AnswerHeader[];
  /** What its success is called in the caller's audit trail, if it leaves an entry there. */
  audit?: AuditAction;
  /** Statuses a client should expect besides those that follow from the rest of the definition. */
  errors?: number[];
  /** The schema of an error's body, if it is not our usual one. */
  errorSchema?: z.ZodType;
  handle(context: ContextOf<A, P, Q, B>): Promise<Reply<Described<R>>>;
};

/** One endpoint: what it takes, who may call it, what it does. Router, validation and OpenAPI all read it. */
export type Operation = Omit<
  Required<Definition<string, Access, unknown, unknown, unknown, unknown>>,
  'params' | 'handle' | 'body' | 'errorSchema' | 'audit'
> & {
  audit: AuditAction | undefined;
  errorSchema: z.ZodType | undefined;
  params: z.ZodType;
  body: z.ZodType;
  takesBody: boolean;
  handle(context: Context<unknown, unknown, unknown>): Promise<Reply>;
};

type Nothing = Record<never, never>;
const nothing = z.strictObject({});

/** Unknown fields are refused, not dropped: a misspelt option must not seem to work. */
const strict = (schema: z.ZodType): z.ZodType => {
  if (schema instanceof z.ZodOptional) return strict(schema.unwrap() as z.ZodType).optional();
  if (!(schema instanceof z.ZodObject) || schema.def.catchall !== undefined) return schema;
  const named = schema.meta();
  return named ? schema.strict().meta(named) : schema.strict();
};

export const operation = <
  const Path extends string,
  const A extends Access,
  P = PathParams<Path>,
  Q = Nothing,
  B = undefined,
  R = never,
>(
  definition: Definition<Path, A, P, Q, B, R>,
): Operation => ({
  personOnly: false,
  takesScrapeKey: false,
  perProject: false,
  bodyType: 'json',
  exactNumbers: false,
  unknownFields: 'refused',
  paramsInKeys: true,
  maxBodyBytes: MAX_BODY_BYTES,
  weight: 'light',
  answersOnce: false,
  holdsPassword: false,
  otherSuccesses: [],
  errors: [],
  answerHeaders: [],
  headers: {},
  errorSchema: undefined,
  audit: undefined,
  ...definition,
  permission: definition.permission ?? (definition.method === 'GET' ? 'read' : 'write'),
  params: definition.params ?? paramsOf(definition.path),
  query: strict(definition.query ?? nothing),
  body:
    definition.body && definition.unknownFields === 'ignored'
      ? definition.body
      : strict(definition.body ?? nothing.optional()),
  takesBody: definition.body !== undefined,
  handle: definition.handle as Operation['handle'],
});
