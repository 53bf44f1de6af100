import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@cfworker/json-schema';
import { ROOT } from '../../../infra/sources.ts';

/** Names the folder that the processes of one run share; absent outside Vitest, in benches for instance. */
export const RUN_FOLDER = 'ARTEL_TEST_RUN_FOLDER';

type Schema = Record<string, unknown>;
type Reference = { $ref: string };
type Header = { required?: boolean };
type Described = { headers?: Record<string, Header | Reference>; content?: Record<string, { schema?: Schema }> };
type Document = {
  paths: Record<string, Record<string, { responses: Record<string, Described | Reference> }>>;
  components: {
    schemas: Record<string, Schema>;
    responses: Record<string, Described>;
    headers: Record<string, Header>;
  };
};

export type DescribedOperation = { name: string; responses: Record<string, Described> };

let read: Document | undefined;

/** As `/openapi.json` serves it. Once a run another process makes it, so that no test process loads every function. */
export const openApiDocument = (): Document | undefined => {
  const folder = process.env[RUN_FOLDER];
  if (folder === undefined) return undefined;
  read ??= JSON.parse(readFileSync(writtenIn(folder), 'utf8')) as Document;
  return read;
};

/** Written beside its place and then moved there: two processes that come at once find a whole document. */
const writtenIn = (folder: string): string => {
  const file = join(folder, 'openapi.json');
  if (existsSync(file)) return file;
  const draft = `${file}.${process.pid}`;
  execFileSync(process.execPath, [join(ROOT, 'functions/documentation/write.ts'), draft]);
  renameSync(draft, file);
  return file;
};

const isVariable = (segment: string): boolean => segment.startsWith('{');

/** Where two templates match, the one that is literal in the first segment in which they differ is meant. */
const byLiteralFirst = (one: string[], other: string[]): number => {
  const index = one.findIndex((segment, at) => isVariable(segment) !== isVariable(other[at] ?? ''));
  return index < 0 ? 0 : Number(isVariable(one[index] ?? '')) - Number(isVariable(other[index] ?? ''));
};

/** The description of what answers at a path; `undefined` where nothing is described. */
export const describedAt = (
  { paths, components }: Document,
  method: string,
  path: string,
): DescribedOperation | undefined => {
  // As a client sends it: `/my/keys/..` is `/my/`, and a slash at the end, or what follows a `?`, means nothing.
  const segments = new URL(path, 'http://localhost').pathname.replace(/(.)\/$/, '$1').split('/');
  const matching = Object.keys(paths)
    .map((template) => template.split('/'))
    .filter(
      (template) =>
        template.length === segments.length &&
        template.every((segment, at) => isVariable(segment) || segment === segments[at]),
    )
    .sort(byLiteralFirst);
  const template = matching[0]?.join('/');
  const operation = template === undefined ? undefined : paths[template]?.[method.toLowerCase()];
  if (!operation) return undefined;
  const responses = Object.entries(operation.responses).map(([status, response]): [string, Described] => [
    status,
    '$ref' in response ? (components.responses[response.$ref.split('/').at(-1) ?? ''] ?? {}) : response,
  ]);
  return { name: `${method} ${template}`, responses: Object.fromEntries(responses) };
};

/** Headers that every such answer has, by its description. */
export const promisedHeaders = ({ components }: Document, { headers = {} }: Described): string[] =>
  Object.entries(headers).flatMap(([name, header]) => {
    const described = '$ref' in header ? components.headers[header.$ref.split('/').at(-1) ?? ''] : header;
    return described?.required ? [name] : [];
  });

const validators = new WeakMap<Schema, Validator>();

/** What is wrong with a value by its schema, for a person to read; empty when it fits. */
export const misfits = ({ components }: Document, schema: Schema, value: unknown): string[] => {
  const known = validators.get(schema) ?? new Validator({ ...schema, components }, '2020-12', false);
  validators.set(schema, known);
  const { valid, errors } = known.validate(value);
  return valid ? [] : errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
};
