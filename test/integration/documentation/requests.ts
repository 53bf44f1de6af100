import fc from 'fast-check';
import { anyValueOf, type Names, type Schema } from './values.ts';

type Parameter = { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: Schema };
type Content = Record<string, { schema: Schema }>;
type Described = {
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { required: boolean; content: Content };
  security: object[];
};
export type Document = {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema>; parameters: Record<string, Parameter> };
};

export type Endpoint = {
  name: string;
  method: string;
  path: string;
  parameters: Parameter[];
  body: { required: boolean; type: string; schema: Schema } | undefined;
  isPublic: boolean;
};

export type Sent = {
  path: string;
  headers: Record<string, string>;
  /** As it is sent; nothing for none. */
  body?: string;
};

export const endpointsOf = ({ paths, components }: Document): Endpoint[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, security }]) => {
      const [content] = Object.entries(requestBody?.content ?? {});
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        parameters: parameters.flatMap((one) =>
          '$ref' in one ? (components.parameters[one.$ref.split('/').at(-1) ?? ''] ?? []) : one,
        ),
        body: content && { required: requestBody?.required === true, type: content[0], schema: content[1].schema },
        isPublic: security.length === 0,
      };
    }),
  );

/** Nobody waits for an answer, or follows a stream, in a test of forms. */
const HELD: Record<string, string> = { wait: '0', follow: 'false' };

/** What headers can carry, and what survives on both ends of a line. */
const asHeader = (value: unknown): string => String(value).replace(/[^\x21-\x7e]/g, 'x');

const parameterText = (parameter: Parameter, names: Names): fc.Arbitrary<string | undefined> => {
  const held = HELD[parameter.name];
  if (held !== undefined) return fc.constant(held);
  const text = anyValueOf(parameter.schema, names).map((value) =>
    typeof value === 'string' ? value : JSON.stringify(value),
  );
  // The same key for two requests is refused, and rightly.
  const each =
    parameter.name === 'Idempotency-Key' ? fc.tuple(text, fc.uuid()).map((two) => two.join('').slice(-255)) : text;
  return parameter.required ? each : fc.option(each, { nil: undefined });
};

type Parts = { values: Record<string, string | undefined>; body: unknown };

const written = ({ path, parameters, body: form }: Endpoint, { values, body }: Parts): Sent => {
  const of = (where: Parameter['in']) =>
    parameters.flatMap(({ name, in: at }) => {
      const value = at === where ? values[name] : undefined;
      return value === undefined ? [] : [[name, value] as [string, string]];
    });
  const filled = of('path').reduce((text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)), path);
  const query = new URLSearchParams(of('query')).toString();
  return {
    path: query === '' ? filled : `${filled}?${query}`,
    headers: {
      ...Object.fromEntries(of('header').map(([name, value]) => [name, asHeader(value)])),
      ...(body !== undefined && form && { 'content-type': form.type }),
    },
    ...(body !== undefined && { body: form?.type === 'application/json' ? JSON.stringify(body) : String(body) }),
  };
};

const partsOf = ({ parameters, body }: Endpoint, names: Names): fc.Arbitrary<Parts> => {
  const made = body ? anyValueOf(body.schema, names) : fc.constant(undefined);
  return fc.record({
    values: fc.record(Object.fromEntries(parameters.map((one) => [one.name, parameterText(one, names)]))),
    body: body && !body.required ? fc.option(made, { nil: undefined }) : made,
  });
};

/** A request that the document describes. */
export const fittingRequest = (endpoint: Endpoint, names: Names): fc.Arbitrary<Sent> =>
  partsOf(endpoint, names).map((parts) => written(endpoint, parts));

type Bent = Sent & { bend: string };

/** A request that differs in one place from one that the document describes. */
export const bentRequest = (endpoint: Endpoint, names: Names): fc.Arbitrary<Bent> =>
  fc
    .tuple(partsOf(endpoint, names), fc.constantFrom(...BENDS), fc.jsonValue({ maxDepth: 1 }), fc.nat())
    .map(([parts, bend, value, at]) => ({ ...bent(endpoint, parts, { bend, value, at }), bend }));

const BENDS = ['field', 'unknown field', 'missing field', 'parameter', 'unknown parameter', 'text', 'type'] as const;
type Bend = { bend: (typeof BENDS)[number]; value: unknown; at: number };

const bent = (endpoint: Endpoint, parts: Parts, { bend, value, at }: Bend): Sent => {
  const { parameters } = endpoint;
  const fields = isRecord(parts.body) ? parts.body : {};
  const field = Object.keys(fields)[at % Math.max(1, Object.keys(fields).length)] ?? 'field';
  const plain = written(endpoint, parts);
  switch (bend) {
    case 'field':
      return written(endpoint, { ...parts, body: { ...fields, [field]: value } });
    case 'unknown field':
      return written(endpoint, { ...parts, body: { ...fields, no_such_field: value } });
    case 'missing field': {
      const { [field]: _, ...rest } = fields;
      return written(endpoint, { ...parts, body: rest });
    }
    case 'parameter': {
      const name = parameters[at % Math.max(1, parameters.length)]?.name;
      if (name === undefined || name in HELD) return plain;
      return written(endpoint, { ...parts, values: { ...parts.values, [name]: `~${JSON.stringify(value)}` } });
    }
    case 'unknown parameter':
      return { ...plain, path: `${plain.path}${plain.path.includes('?') ? '&' : '?'}no_such_parameter=1` };
    case 'text':
      return { ...plain, headers: { ...plain.headers, 'content-type': 'application/json' }, body: '{"a":' };
    case 'type':
      return { ...plain, headers: { ...plain.headers, 'content-type': 'text/plain' }, body: plain.body ?? 'text' };
  }
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
