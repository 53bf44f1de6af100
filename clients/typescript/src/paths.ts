import type { paths } from './schema.ts';

/** Types of the API's paths: what each takes and answers, as its OpenAPI document says. */

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

type Operations<P extends keyof paths> = { [M in Method]: NonNullable<paths[P][M]> };

/** `GET /my/agents`, and so on: every route of the API. */
export type Route = {
  [P in keyof paths]: {
    [M in Method]: paths[P][M] extends undefined ? never : `${Uppercase<M>} ${P & string}`;
  }[Method];
}[keyof paths];

type Split<R extends Route> = R extends `${infer M} ${infer P}` ? { method: Lowercase<M>; path: P } : never;

/** The operation of a route, in openapi-typescript's form. */
export type OperationOf<R extends Route> =
  Split<R> extends { method: infer M extends Method; path: infer P extends keyof paths } ? Operations<P>[M] : never;

/** Of the kinds of parameters; with `undefined` where the operation may be called without any. */
type Given<O, K extends string> = O extends { parameters: infer P }
  ? P extends { [N in K]: infer V }
    ? V
    : P extends { [N in K]?: infer V }
      ? V | undefined
      : undefined
  : undefined;
type Json<T> = T extends { content: { 'application/json': infer B } } ? B : never;

type Field<Name extends string, T> = undefined extends T ? { [K in Name]?: T } : { [K in Name]: T };

type Body<O> = O extends { requestBody: infer B }
  ? { body: Json<B> }
  : O extends { requestBody?: infer B }
    ? { body?: Json<NonNullable<B>> }
    : object;

/** What a route takes: its path's parameters, its query, its body. */
export type InputOf<R extends Route> = Field<'path', Given<OperationOf<R>, 'path'>> &
  Field<'query', Given<OperationOf<R>, 'query'>> &
  Body<OperationOf<R>>;

type Successes<O> = O extends { responses: infer A }
  ? { [S in keyof A]: S extends 200 | 201 | 202 ? Json<A[S]> : never }[keyof A]
  : never;

/** The JSON of a route's successful answer; `undefined` where it answers with none. */
export type OutputOf<R extends Route> = [Successes<OperationOf<R>>] extends [never]
  ? undefined
  : Successes<OperationOf<R>>;
